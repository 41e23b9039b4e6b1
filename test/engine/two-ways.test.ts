import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { duckdb } from '../../src/engine/duckdb/cohorts.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import { comparable, RULES } from './contract.ts';
import { contextIn, workplace } from './raw-files.ts';

const { folder, remove } = workplace();
afterAll(remove);

const members = join(folder, 'members.csv');
writeFileSync(members, 'person_id,joined\na,2024-01-01\nb,2023-06-01\n');
const transactions = join(folder, 'transactions.csv');

async function outcome(read: ReadOptions) {
  const context = contextIn(folder, { read });
  const sources = { members: [members], transactions: [transactions], activity: [], customers: [] };
  const answer = await duckdb.cohortSums(sources, { ...RULES, squares: false }, context);
  const [, input] = answer?.inputs ?? [];
  return {
    problems: context.problems.kept,
    cells: answer === undefined ? undefined : [...comparable(answer)],
    input: input && { rows: input.rows, sha256: input.sha256, ignored: input.ignoredColumns },
    currencies: answer?.currencies,
  };
}

/** A row that a file may end with: the last one of a sample is not looked at, since it may be cut off. */
const GOOD = 'a,2024-01-05,1.50';

/** A time zone makes our own reader read every file; where no cell names one it changes nothing else. */
const OURS: ReadOptions = { timezone: 'UTC' };

test('a file gives the same cells or the same problems, whether DuckDB scans it or our own reader reads it', async () => {
  const usual = <T>(common: fc.Arbitrary<T>, ...rare: T[]) =>
    fc.oneof({ weight: 20, arbitrary: common }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
  const id = usual(
    fc.constantFrom('a', 'b', 'c', '007'),
    '',
    ' ',
    ' a',
    'a ',
    '"a"',
    '"x,y"',
    '"q""q"',
    '"two\nlines"',
    'é',
    '#1',
    '# a',
    "a'b",
    'a"b',
    'NULL',
  );
  const date = usual(
    fc.constantFrom('2024-01-05', '2024-02-29', '2024-03-31', '2024-03-31 10:00:00', '2024-01-01T00:00:00.5'),
    '',
    '2024-1-5',
    '2024/01/05',
    '2024-02-30',
    '2024-01-05abc',
    'epoch',
    'infinity',
    '-infinity',
    '1970-01-01',
    '1899-01-01',
    '2200-01-01',
    '2024-01-05 (BC)',
    '05.01.2024',
    ' 2024-01-05',
    '"2024-01-05"',
    '20240105',
    'Total',
  );
  const amount = usual(
    fc.constantFrom('1', '-2.5', '0.10', '12345.67', '0', '-0'),
    '',
    '1e3',
    '1E3',
    '1_000',
    '+5',
    '.5',
    '5.',
    '1.234',
    '1234.567',
    '1,5',
    '"1,5"',
    '"1,234.50"',
    '$5',
    '(5)',
    ' 5',
    '5-',
    '−5',
    'NaN',
    'x',
    '٣',
    '0x10',
    '99999999999999999999',
    '5 EUR',
  );
  const row = fc.tuple(id, date, amount).map((cells) => cells.join(','));
  const line = usual(row, '', ',,', '# a comment', 'a,2024-01-05', 'a,2024-01-05,1,1', '"a,2024-01-05,1');
  const file = fc.record({
    lines: fc
      .array(line, { minLength: 1, maxLength: 12 })
      .chain((rows) => fc.constantFrom(rows, [GOOD, ...rows], [...rows, GOOD], [GOOD, ...rows, GOOD])),
    end: usual(fc.constant('\n'), '\r\n', '\r'),
    last: fc.boolean(),
    mark: usual(fc.constant(''), '\uFEFF'),
  });
  await fc.assert(
    fc.asyncProperty(file, async ({ lines, end, last, mark }) => {
      writeFileSync(transactions, mark + ['person_id,date,amount', ...lines].join(end) + (last ? end : ''));
      expect(await outcome({})).toEqual(await outcome(OURS));
    }),
    { numRuns: Number(process.env['ENGINE_CASES'] ?? 40) },
  );
}, 600_000);
