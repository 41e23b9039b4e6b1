import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { duckdb } from '../../src/engine/duckdb/cohorts.ts';
import { RULES } from './contract.ts';
import { contextIn, workplace } from './raw-files.ts';

const { folder, remove } = workplace();
afterAll(remove);
const NOTHING = { activity: [], customers: [] };

function files(transactions: string) {
  const members = join(folder, 'members.csv');
  const path = join(folder, 'transactions.csv');
  writeFileSync(members, 'person_id,joined\na,2024-01-01\n');
  writeFileSync(path, transactions);
  return { members: [members], transactions: [path], ...NOTHING };
}

describe('a file that changes while it is read', () => {
  test.each([
    ['grows', (path: string) => appendFileSync(path, 'c,2024-01-09,7\n')],
    ['is removed', (path: string) => rmSync(path)],
    ['is cut', (path: string) => writeFileSync(path, 'person_id,date,amount\n')],
  ])('is refused where it %s', async (_, change) => {
    const sources = files('person_id,date,amount\na,2024-01-05,1\n');
    let changed = false;
    const context = contextIn(folder, {
      progress({ doing }) {
        if (!changed && doing.includes('transactions')) {
          changed = true;
          change(sources.transactions[0]!);
        }
      },
    });
    expect(await duckdb.cohortSums(sources, RULES, context)).toBeUndefined();
    expect(context.problems.kept.map(({ code }) => code)).toEqual(['FILE_CHANGED']);
  });
});

test('a file that grows while our own reader reads it is refused', async () => {
  const sources = files(`person_id;date;amount\n${'a;05.01.2024;1,50\n'.repeat(100_000)}`);
  let changed = false;
  const context = contextIn(folder, {
    read: { dateOrder: 'dmy' },
    progress({ doing, rows = 0 }) {
      if (changed || rows === 0 || !doing.includes('transactions')) return;
      changed = true;
      appendFileSync(sources.transactions[0]!, 'c;05.01.2024;7\n');
    },
  });
  expect(await duckdb.cohortSums(sources, RULES, context)).toBeUndefined();
  expect(context.problems.kept.map(({ code }) => code)).toContain('FILE_CHANGED');
});

test('rows that our own reader checked are gone once they are added up', async () => {
  const scratch = join(folder, 'scratch');
  const context = contextIn(folder, { scratch: async () => scratch, read: { dateOrder: 'dmy' } });
  const sources = files('person_id;date;amount\na;05.01.2024;1,50\nb;31.01.2024;2,5\n');
  await import('node:fs/promises').then(({ mkdir }) => mkdir(scratch));
  expect((await duckdb.cohortSums(sources, RULES, context))?.cells.length).toBe(2);
  expect(readdirSync(scratch).filter((name) => name.endsWith('.csv'))).toEqual([]);
});

test('amounts with more decimals than cents are added up exactly, in both ways of reading', async () => {
  const rows = Array.from({ length: 1000 }, () => 'a,2024-01-05,0.1\nb,2024-01-06,0.0001\n').join('');
  const answer = await duckdb.cohortSums(files(`person_id,date,amount\n${rows}`), RULES, contextIn(folder));
  const sums = answer?.cells.map(({ cohort, spend }) => [cohort, String(spend)]);
  expect(sums).toEqual(
    expect.arrayContaining([
      ['newcomer', '100000000000000'],
      ['non_member', '100000000000'],
    ]),
  );
});

test('an amount beyond what can be added up is an error, not a wrong number', async () => {
  const withAmount = (amount: string) => files(`person_id,date,amount\na,2024-01-05,${amount}\nb,2024-01-06,1\n`);
  const rules = { ...RULES, squares: false };
  const large = await duckdb.cohortSums(withAmount(`${'9'.repeat(30)}.55`), rules, contextIn(folder));
  expect(large?.cells.map(({ spend }) => String(spend))).toContain(`${'9'.repeat(30)}550000000000`);
  await expect(duckdb.cohortSums(withAmount('9'.repeat(37)), rules, contextIn(folder))).rejects.toMatchObject({
    code: 'SUM_TOO_LARGE',
  });
});

test.each([false, true])(
  'a NUL far behind the sample is named by its line, also in an ignored column (gzip: %s)',
  async (gzip) => {
    const good = 'a,2024-01-05,1.50,note\n'.repeat(20_000);
    const text = `person_id,date,amount,remark\n${good}a,2024-01-05,1.50,n\0te\n${good}`;
    const sources = files('');
    writeFileSync(sources.transactions[0]!, gzip ? gzipSync(text) : text);
    const context = contextIn(folder);
    expect(await duckdb.cohortSums(sources, RULES, context)).toBeUndefined();
    expect(context.problems.kept.map(({ line, code }) => [line, code])).toEqual([[20_002, 'FILE_BINARY']]);
  },
);

test.each([
  ['a,2024-01-05abc,1', 'DAY_INVALID'],
  ['a,epoch,1', 'DAY_INVALID'],
  ['a,infinity,1', 'DAY_INVALID'],
  ['a,2024-02-30,1', 'DAY_INVALID'],
  ['a,2024-01-05,1e3', 'AMOUNT_INVALID'],
  ['a,2024-01-05,1_000', 'AMOUNT_INVALID'],
  ['a,2024-01-05,', 'VALUE_MISSING'],
  [' ,2024-01-05,1', 'VALUE_MISSING'],
  ['a,2024-01-05', 'ROW_RAGGED'],
])('far behind the sample, "%s" is named by its line, though a cast might take it', async (row, code) => {
  const good = 'a,2024-01-05,1.50\n'.repeat(5000);
  const context = contextIn(folder);
  expect(
    await duckdb.cohortSums(files(`person_id,date,amount\n${good}${row}\n${good}`), RULES, context),
  ).toBeUndefined();
  expect(context.problems.kept.map((problem) => [problem.line, problem.code])).toEqual([[5002, code]]);
});
