import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import { PROJECT, run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'community-roi-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const raw = (name: string) => join(PROJECT, 'fixtures/raw', name);
const EXPORTS = [raw('members.csv'), raw('transactions.csv')];

async function query(sql: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  const rows = (await db.runAndReadAll(sql)).getRowObjectsJS();
  db.closeSync();
  instance.closeSync();
  return rows;
}

const written = (name: string, select: string) => query(`COPY (${select}) TO '${join(folder, name)}' (FORMAT parquet)`);

async function answer(costs: string, spend: string) {
  const { code, stdout, stderr } = await run(['calc', costs, spend, '--json'], { cwd: folder });
  expect([code, stderr]).toEqual([0, '']);
  const { data } = JSON.parse(stdout);
  return JSON.stringify({ ...data, inputs: undefined });
}

describe('a table in Parquet', () => {
  test.each([
    ['by cohort', []],
    ['by jackknife group', ['--groups']],
  ])('%s gives calc the same answer, byte for byte, as in CSV', async (name, groups) => {
    const targets = ['csv', 'parquet'].flatMap((ending) => ['-o', `${name}.${ending}`]);
    expect(await run(['cohorts', ...EXPORTS, ...groups, ...targets], { cwd: folder })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const both = await Promise.all(['csv', 'parquet'].map((ending) => answer(raw('costs.csv'), `${name}.${ending}`)));
    expect(both[1]).toBe(both[0]);
  });

  test('has whole numbers, decimals and text as columns of these types', async () => {
    await run(['cohorts', ...EXPORTS, '-o', 'typed.parquet'], { cwd: folder });
    const described = await query(`DESCRIBE SELECT * FROM '${join(folder, 'typed.parquet')}'`);
    expect(described.map((row) => Object.values(row as object).slice(0, 2))).toEqual([
      ['period', 'VARCHAR'],
      ['cohort', 'VARCHAR'],
      ['people', 'BIGINT'],
      ['spend', 'DECIMAL(18,2)'],
      ['spend_sd', expect.stringMatching(/^DECIMAL\(\d+,\d+\)$/)],
    ]);
  });

  test('is the same, byte for byte, whenever it is written', async () => {
    for (const name of ['once.parquet', 'again.parquet'])
      await run(['cohorts', ...EXPORTS, '-o', name], { cwd: folder });
    expect(readFileSync(join(folder, 'again.parquet')).equals(readFileSync(join(folder, 'once.parquet')))).toBe(true);
  });

  test('goes into a pipe, but not onto a terminal', async () => {
    const args = ['cohorts', ...EXPORTS, '--format', 'parquet'];
    expect((await run(args)).stdout).toMatch(/^PAR1.*PAR1$/s);
    const { code, stdout, stderr } = await run(args, { terminal: 80 });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'error: parquet is not for a terminal  [OUTPUT_BINARY]\n  Write it to a file: -o report.parquet',
    );
  });

  test('of costs is read with its types: days as days, floating-point numbers as what they print', async () => {
    await run(['cohorts', ...EXPORTS, '-o', 'spend.csv'], { cwd: folder });
    writeFileSync(join(folder, 'costs.csv'), 'period,category,amount\n2023-03,ongoing,1234.1\n2023-04,one_off,2000\n');
    await written(
      'costs.parquet',
      `SELECT * FROM (VALUES (DATE '2023-03-31', 'ongoing', 1234.1::DOUBLE), (DATE '2023-04-01', 'one_off', 2000)) t(period, category, amount)`,
    );
    expect(await answer('costs.parquet', 'spend.csv')).toBe(await answer('costs.csv', 'spend.csv'));
  });

  test('is read from standard input, and packed', async () => {
    await run(['cohorts', ...EXPORTS, '-o', 'piped.parquet', '-o', 'piped.csv'], { cwd: folder });
    const bytes = readFileSync(join(folder, 'piped.parquet'));
    writeFileSync(join(folder, 'packed.parquet.gz'), gzipSync(bytes));
    const expected = await answer(raw('costs.csv'), 'piped.csv');
    expect(await answer(raw('costs.csv'), 'packed.parquet.gz')).toBe(expected);
    const { stdout } = await run(['calc', raw('costs.csv'), '-', '--json'], { cwd: folder, stdin: bytes });
    expect(JSON.stringify({ ...JSON.parse(stdout).data, inputs: undefined })).toBe(expected);
  });

  test('names a wrong value by its row, a missing column by the file', async () => {
    await written('bad.parquet', `SELECT '2024-01' AS period, unnest(['staff', 'magic']) AS category, 1 AS amount`);
    await written('short.parquet', `SELECT '2024-01' AS period, 1 AS amount`);
    const bad = await run(['validate', 'bad.parquet', '--as', 'costs', '--json'], { cwd: folder });
    expect(bad.stdout).toContain('"line": 2');
    const short = await run(['calc', 'short.parquet', raw('costs.csv')], { cwd: folder });
    expect([short.code, short.stderr]).toEqual([3, expect.stringMatching(/^error: short\.parquet: .*COLUMN_MISSING/)]);
  });

  test('that is cut short is refused', async () => {
    writeFileSync(join(folder, 'cut.parquet'), 'PAR1 and no more');
    const { code, stderr } = await run(['calc', raw('costs.csv'), 'cut.parquet'], { cwd: folder });
    expect([code, stderr]).toEqual([3, expect.stringContaining('error: cut.parquet: the Parquet file cannot be read')]);
  });
});
