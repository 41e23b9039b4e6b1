import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { checkRows, findProblems } from '../../src/engine/check-rows.ts';
import { examine } from '../../src/engine/examine.ts';
import { lineJudge } from '../../src/engine/plain-line.ts';
import { TRANSACTIONS } from '../../src/input/raw/kinds.ts';
import { contextIn, workplace } from './raw-files.ts';

const { folder, remove } = workplace();
afterAll(remove);
const path = join(folder, 'transactions.csv');
let checked = 0;
const HEADER = 'person_id,date,amount,note,currency';

/** The problems of the file with plain rows passed over, and by reading every row. */
async function bothWays(text: string) {
  writeFileSync(path, text);
  const quick = contextIn(folder);
  const plain = await examine({ name: path, path }, TRANSACTIONS, {}, quick);
  if (plain === undefined) return undefined;
  await findProblems(path, TRANSACTIONS, plain, quick);
  const slow = contextIn(folder);
  await checkRows(path, TRANSACTIONS, join(folder, `checked-${checked++}.csv`), slow);
  return [quick, slow].map(({ problems }) => ({ kept: problems.kept, counts: [...problems.counts] }));
}

test('with the plain rows passed over, the same problems are found as by reading every row', async () => {
  const often = <T>(common: readonly T[], ...rare: T[]) =>
    fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...common) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
  const row = fc
    .tuple(
      often(
        ['a', 'b', '"c"', '007'],
        '',
        ' ',
        ' a',
        '"',
        '"x,y"',
        '"two\nlines"',
        '"q""q"',
        'a"b',
        '\u00a0',
        'é',
        '# a',
      ),
      often(
        ['2024-01-05', '2024-02-29', '"2024-03-31"'],
        '',
        '2023-02-29',
        '03/04/2024',
        '31.12.2024',
        'soon',
        '2024-1-5',
      ),
      often(['1', '-2', '"3"', '2.50', '-0.1'], '', '1.234', '1,5', '"1,5"', '$5', '1e3', '1.234.567', '9999999999999'),
      often(['', 'x', '"y z"'], '"', '"\n"', 'a,b', '\r', '"a"b'),
      often(['', 'EUR', 'EUR'], 'USD', '€', 'XYZ', ' EUR'),
    )
    .map((cells) => cells.join(','));
  const lines = fc.array(
    fc.oneof({ weight: 40, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom('', ',,,,', 'a') }),
    {
      minLength: 1,
      maxLength: 25,
    },
  );
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
      const found = await bothWays([HEADER, ...rows, ''].join(end));
      if (found === undefined) return;
      compared++;
      expect(found[0]).toEqual(found[1]);
    }),
    { numRuns: Number(process.env['ENGINE_CASES'] ?? 300) },
  );
  expect(compared).toBeGreaterThan(100);
});

describe('rows with a line and rows without', () => {
  const row = (line: string, amount = '1.50') => `a,2024-01-05,${amount},${line}`;
  test.each([
    ['none at first, then some', [row(''), row(''), row('new'), row('new')]],
    ['some at first, then none', [row('new'), row('existing'), row(''), row('new'), row('')]],
    ['a first row that is wrong', [row('', 'x'), row('new'), row('new'), row(''), row('')]],
    ['a name that nobody knows', [row('new'), row('nwe'), row('new'), row('nwe')]],
  ])('are compared with the first: %s', async (_, rows) => {
    const found = await bothWays(['person_id,date,amount,line', ...rows, ''].join('\n'));
    expect(found?.[0]?.kept.length).toBeGreaterThan(0);
    expect(found?.[0]).toEqual(found?.[1]);
  });
});

test('of a plain file the first row alone is read, and the first that shows the decimal mark', async () => {
  const text = 'person_id,date,amount\na,2024-01-05,1\nb,2024-01-05,2\nc,2024-01-05,2.50\nd,2024-01-05,2.50\n';
  writeFileSync(path, text);
  const plain = await examine({ name: path, path }, TRANSACTIONS, {}, contextIn(folder));
  const judge = lineJudge(plain!);
  const bytes = Buffer.from(text);
  const seen: boolean[] = [];
  for (let at = bytes.indexOf('\n') + 1; at < bytes.length; ) {
    at = judge.look(bytes, at);
    seen.push(judge.isPlain());
  }
  expect(seen).toEqual([false, true, false, true]);
});

test('the last of thousands of rows is named by its line, across many chunks', async () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => `u${n},2024-01-05,${n % 100}.50,${'é'.repeat(n % 7)},EUR\n`);
  const [quick] = (await bothWays(`${HEADER}\n${rows.join('')}x,2024-13-01,1,,\n`)) ?? [];
  expect(quick?.kept.map(({ line, code }) => [line, code])).toEqual([[200_002, 'DAY_INVALID']]);
});
