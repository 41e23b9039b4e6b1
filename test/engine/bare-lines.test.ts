import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bareJudge } from '../../src/engine/bare-lines.ts';
import { duckdb } from '../../src/engine/duckdb/cohorts.ts';
import { duckdbEvents } from '../../src/engine/duckdb/event.ts';
import { examine } from '../../src/engine/examine.ts';
import { TRANSACTIONS } from '../../src/input/raw/kinds.ts';
import { comparable, RULES } from './contract.ts';
import { contextIn, workplace } from './raw-files.ts';

const { folder, remove } = workplace();
afterAll(remove);
const HEADER = 'person_id,date,note,amount';
const GOOD = 'a,2024-01-05,x,1.50';
const path = join(folder, 'transactions.csv');
const fileOf = async (text: string) => {
  writeFileSync(path, text);
  const file = await examine({ name: path, path }, TRANSACTIONS, {}, contextIn(folder));
  return file!;
};
const plain = await fileOf(`${HEADER}\n${GOOD}\n${GOOD}\n`);

function verdictOf(text: string, pieces: readonly number[] = []) {
  const judge = bareJudge(plain);
  const bytes = Buffer.from(text);
  let from = 0;
  for (const end of [...pieces, bytes.length]) {
    judge.look(bytes.subarray(from, Math.max(from, end)));
    from = Math.max(from, end);
  }
  return judge.verdict();
}

describe('a look at the bytes of a line', () => {
  test.each([
    ['a,2024-01-05,x,1.50', 'bare'],
    ['a,2024-01-05,,-0', 'bare'],
    ['é 1,2024-01-05,#,123456789012.5', 'bare'],
    // Whether the calendar has a day is for the cast to say.
    ['a,2024-02-31,x,1', 'bare'],
    ['a,2024-1-5,x,1', 'odd'],
    ['a,2024-01-05abc,x,1', 'odd'],
    ['a,2024-01-05 10:00,x,1', 'odd'],
    ['a,,x,1', 'odd'],
    ['a,2024-01-05,x,1e3', 'odd'],
    ['a,2024-01-05,x,1.234', 'odd'],
    ['a,2024-01-05,x,1.', 'odd'],
    ['a,2024-01-05,x,.5', 'odd'],
    ['a,2024-01-05,x,+1', 'odd'],
    ['a,2024-01-05,x, 1', 'odd'],
    ['a,2024-01-05,x,1_0', 'odd'],
    ['a,2024-01-05,x,', 'odd'],
    ['a,2024-01-05,x,1234567890123', 'odd'],
    ['"a",2024-01-05,x,1', 'unclear'],
    ['a,"2024-01-05",x,1', 'unclear'],
    ['a,2024-01-05,x,"1"', 'unclear'],
    ['a,2024-01-05,x"y,1', 'unclear'],
    ['a,2024-01-05,x,1\r', 'unclear'],
    ['a,2024-01-05,x', 'unclear'],
    ['', 'unclear'],
  ])('%j is %s', (line, expected) => {
    expect(verdictOf(`${HEADER}\n${GOOD}\n${line}\n${GOOD}\n`)).toBe(expected);
  });

  test('tells the same wherever the pieces of a file end, with or without a line end at its end', () => {
    const line = fc.constantFrom(GOOD, GOOD, GOOD, 'b,2024-01-05,,7', 'a,2024-01-05,x,1e3', '"a",2024-01-05,x,1', '');
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(150)),
        fc.boolean(),
        (lines, cuts, end) => {
          const text = `${[HEADER, ...lines].join('\n')}${end ? '\n' : ''}`;
          const pieces = cuts.sort((a, b) => a - b).filter((cut) => cut < text.length);
          expect(verdictOf(text, pieces)).toBe(verdictOf(text));
        },
      ),
    );
  });

  test('finds nothing bare that is not written so, cell by cell', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'0123456789-.,e "\r'), maxLength: 12 });
    const often = (text: string) =>
      fc.oneof({ weight: 3, arbitrary: fc.constant(text) }, { weight: 1, arbitrary: cell });
    fc.assert(
      fc.property(often('a'), often('2024-01-05'), often('x'), often('1.5'), (...cells) => {
        const isBare = /^[^",\r]*,\d{4}-\d\d-\d\d,[^",\r]*,-?\d{1,12}(\.\d{1,2})?$/.test(cells.join(','));
        expect(verdictOf(`${HEADER}\n${cells.join(',')}\n`) === 'bare').toBe(isBare);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('behind the sample that a file is judged by', () => {
  const members = join(folder, 'members.csv');
  writeFileSync(members, 'person_id,joined\na,2024-01-01\nb,2023-06-01\n');
  const events = join(folder, 'events.csv');
  writeFileSync(events, 'person_id,date\na,2024-01-20\n');
  const many = Array.from(
    { length: 15_000 },
    (_, row) => `${'abc'[row % 3]},2024-0${1 + (row % 2)}-${10 + (row % 18)},x,${row}.5\n`,
  );
  const sources = { members: [members], transactions: [path], customers: [], activity: [], events: [events] };
  const problemsOf = ({ problems }: ReturnType<typeof contextIn>) => problems.kept;

  test.each([
    GOOD,
    'a,2024-01-05,x,1e3',
    'a,2024-01-05,x,1.234',
    'a,2024-01-05,x,1 234.50',
    'a,2024-1-5,x,1',
    'a,2024-01-05abc,x,1',
    'a,2024-02-30,x,1',
    'a,1899-01-01,x,1',
    'a,2024-01-05 10:00,x,1',
    ' a,2024-01-05,x,1',
    ',2024-01-05,x,1',
    '"a",2024-01-05,"x,y",1',
    'a,2024-01-05,"x\ny",1.5',
    'a,2024-01-05,x,"1,234.50"',
    'a,2024-01-05,x,1\r',
    'a,2024-01-05,x\0,1',
    'a,2024-01-05,1',
    '',
  ])('%j gives the same cells or problems as when our own reader reads the file', async (row) => {
    const file = await fileOf(`${HEADER}\n${many.join('')}${row}\n${GOOD}\n`);
    expect(file.bare).toBe(true);
    const [scanned, read] = [contextIn(folder), contextIn(folder, { read: { timezone: 'UTC' } })];
    const cells = async (context: typeof scanned) => {
      const sums = await duckdb.cohortSums(sources, { ...RULES, squares: false }, context);
      return sums && { cells: [...comparable(sums)], rows: sums.inputs.map(({ rows }) => rows) };
    };
    expect(await cells(scanned)).toEqual(await cells(read));
    expect(problemsOf(scanned)).toEqual(problemsOf(read));
  });

  test.each(['a,2024-01-05,x,1e3', 'a,2024-02-30,x,1', 'a,2024-01-05,x,', ',2024-01-05,x,1', '"a",2024-01-05,"x,y",1'])(
    '%j gives an event study the same sums or problems',
    async (row) => {
      await fileOf(`${HEADER}\n${many.join('')}${row}\n${GOOD}\n`);
      const rules = { days: 7, outcome: 'amount', population: 'known', clean: false, normalizeIds: false } as const;
      const [scanned, read] = [contextIn(folder), contextIn(folder, { read: { timezone: 'UTC' } })];
      const answers = [];
      for (const context of [scanned, read]) answers.push(await duckdbEvents.eventSums(sources, rules, context));
      expect(answers[0]?.sums).toEqual(answers[1]?.sums);
      expect(problemsOf(scanned)).toEqual(problemsOf(read));
    },
  );
});
