import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import { duckdb } from '../../src/engine/duckdb/cohorts.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import { comparable, RULES } from './contract.ts';
import { contextIn, workplace } from './raw-files.ts';

const { folder, remove } = workplace();
afterAll(remove);

const ROWS = `('a', '2024-01-05', '1.50'), ('b', '2024-01-06', '-2'), ('a', '2024-02-29', '0.10')`;

async function parquet(name: string, select: string): Promise<string> {
  const path = join(folder, name);
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  await db.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  db.closeSync();
  return path;
}

async function ask(transactions: string, read: ReadOptions = {}, squares = true) {
  const members = join(folder, 'members.csv');
  writeFileSync(members, 'person_id,joined\na,2024-01-01\n');
  const context = contextIn(folder, { read });
  const sources = { members: [members], transactions: [transactions], activity: [], customers: [] };
  return { answer: await duckdb.cohortSums(sources, { ...RULES, squares }, context), problems: context.problems.kept };
}

describe('a Parquet file', () => {
  test.each([
    ['text', 'date', 'amount'],
    ['days and decimals', 'date::DATE', 'amount::DECIMAL(12, 3)'],
    ['times and floating-point numbers', "(date || ' 23:30:00')::TIMESTAMP", 'amount::DOUBLE'],
  ])('gives the same cells as CSV, from columns of %s', async (name, date, amount) => {
    const csv = join(folder, 'plain.csv');
    writeFileSync(csv, 'person_id,date,amount\na,2024-01-05,1.50\nb,2024-01-06,-2\na,2024-02-29,0.10\n');
    const select = `SELECT id AS "Kunden-ID", ${date} AS "Datum", ${amount} AS "Betrag" FROM (VALUES ${ROWS}) t(id, date, amount)`;
    const path = await parquet(`${name.replaceAll(' ', '-')}.parquet`, select);
    const [typed, plain] = [await ask(path), await ask(csv)];
    expect(typed.problems).toEqual([]);
    expect(comparable(typed.answer!)).toEqual(comparable(plain.answer!));
    expect(typed.answer!.inputs[1]).toMatchObject({ rows: 3, encoding: null, delimiter: null });
  });

  test.each([
    ['UTINYINT', '200', 200_000_000_000_000n],
    ['BIGINT', '-9007199254740993', -9_007_199_254_740_993_000_000_000_000n],
    ['DECIMAL(18, 2)', '-1234567890123456.78', -1_234_567_890_123_456_780_000_000_000n],
    ['DECIMAL(38, 12)', '0.000000000001', 1n],
    ['DECIMAL(38, 18)', '1.0000000000005', 1_000_000_000_001n],
    ['FLOAT', '0.1', 100_000_000_000n],
    ['DOUBLE', '0.1', 100_000_000_000n],
    ['DOUBLE', '1234567.1234565', 1_234_567_123_457_000_000n],
    ['DOUBLE', '-1e15', -1_000_000_000_000_000_000_000_000_000n],
    ['DOUBLE', '1e-9', 0n],
  ])('has amounts in %s as they are written: %s', async (type, amount, expected) => {
    const select = `SELECT 'a' AS person_id, DATE '2024-01-05' AS date, '${amount}'::${type} AS amount`;
    const { answer, problems } = await ask(
      await parquet(`${type}${amount}.parquet`.replaceAll(' ', ''), select),
      {},
      false,
    );
    expect(problems).toEqual([]);
    expect(answer!.cells.map(({ spend }) => spend)).toEqual([expected]);
  });

  test.each([
    ['moments', 'd::TIMESTAMPTZ'],
    ['text that names time and zone', 'd'],
  ])('has the days of a time zone where it holds %s, as CSV has', async (name, date) => {
    const moments = ['2024-01-31T23:30:00Z', '2024-03-31T22:30:00+00:00', '2024-06-30T12:00:00+02:00'];
    const csv = join(folder, 'moments.csv');
    writeFileSync(csv, `person_id,date,amount\n${moments.map((moment) => `a,${moment},1\n`).join('')}`);
    const select = `SELECT 'a' AS person_id, ${date} AS date, 1 AS amount FROM (VALUES ${moments.map((m) => `('${m}')`).join()}) t(d)`;
    const path = await parquet(`${name.replaceAll(' ', '-')}.parquet`, select);
    const read = { timezone: 'Europe/Berlin' };
    const [typed, plain] = [await ask(path, read), await ask(csv, read)];
    expect(typed.problems).toEqual([]);
    expect(comparable(typed.answer!)).toEqual(comparable(plain.answer!));
    expect(comparable((await ask(path)).answer!)).not.toEqual(comparable(plain.answer!));
  });

  test('keeps times without a zone, and days, as they are in any time zone', async () => {
    const select = `SELECT 'a' AS person_id, TIMESTAMP '2024-01-31 23:30:00' AS date, 1 AS amount`;
    const path = await parquet('naive.parquet', select);
    const zoned = await ask(path, { timezone: 'Pacific/Kiritimati' });
    expect(comparable(zoned.answer!)).toEqual(comparable((await ask(path)).answer!));
  });

  test.each([
    ['without an id', "SELECT NULL AS person_id, DATE '2024-01-01' AS date, 1 AS amount", 'PARQUET_ROWS'],
    ['with an exponent', "SELECT 'a' AS person_id, DATE '2024-01-01' AS date, '1e3' AS amount", 'PARQUET_ROWS'],
    ['without an amount', "SELECT 'a' AS person_id, DATE '2024-01-01' AS date, NULL::DOUBLE AS amount", 'PARQUET_ROWS'],
    ['with no number', "SELECT 'a' AS person_id, DATE '2024-01-01' AS date, 'nan'::DOUBLE AS amount", 'PARQUET_ROWS'],
    ['with a switch', "SELECT 'a' AS person_id, DATE '2024-01-01' AS date, true AS amount", 'PARQUET_ROWS'],
    ['without a date', "SELECT 'a' AS person_id, 'soon' AS date, 1 AS amount", 'PARQUET_ROWS'],
    ['without the columns', 'SELECT 1 AS size', 'COLUMN_MISSING'],
    ['without rows', "SELECT 'a' AS person_id, DATE '2024-01-01' AS date, 1 AS amount WHERE false", 'FILE_EMPTY'],
  ])('%s is refused', async (name, select, code) => {
    const { answer, problems } = await ask(await parquet(`${name.replaceAll(' ', '-')}.parquet`, select));
    expect(answer).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  test('that is cut short is refused', async () => {
    const path = join(folder, 'cut.parquet');
    writeFileSync(path, 'PAR1 and no more');
    expect((await ask(path)).problems.map(({ code }) => code)).toEqual(['PARQUET_BROKEN']);
  });
});
