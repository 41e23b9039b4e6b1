import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/engine/database/answer.ts';
import { catalogueOf } from '../../src/engine/database/clickhouse/catalogue.ts';
import { rowsOf } from '../../src/engine/database/clickhouse/connection.ts';
import type { Connection } from '../../src/engine/database/connection.ts';
import type { DatabaseSource } from '../../src/engine/database/source.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { CLICKHOUSE } from '../../src/engine/sql/dialects/clickhouse.ts';
import { engineContract } from './contract.ts';
import type { Shelf } from './tables.ts';
import { writeTables } from './tables.ts';

/** ClickHouse of today in a package of half a gigabyte, which is no dependency: `npm i --no-save chdb`. */
interface Chdb {
  readonly Session: new () => { query(sql: string, format?: string): string; cleanup(): void };
}

function loaded(): Chdb | undefined {
  try {
    return createRequire(import.meta.url)('chdb') as Chdb;
  } catch {
    return undefined;
  }
}

const chdb = loaded();
const SOURCE: DatabaseSource = {
  ...{ kind: 'clickhouse', host: '', port: 0, database: 'shop', user: '', tls: 'off', timeout: 60, shown: 'chdb' },
};

describe.skipIf(chdb === undefined)('the statements that ClickHouse 18.16 runs, on ClickHouse of today', () => {
  if (chdb === undefined) return;
  const session = new chdb.Session();
  afterAll(() => session.cleanup());
  session.query('CREATE DATABASE shop ENGINE = Memory');
  const query = async (statement: string, doing: string) =>
    rowsOf(session.query(statement, 'JSONCompact'), SOURCE, doing);
  const connection: Connection = {
    sql: CLICKHOUSE,
    rows: query,
    close: async () => {},
    ...catalogueOf(query, SOURCE.database, () => {}),
  };
  const engine: Engine = {
    name: 'chDB',
    cohortSums: (sources, question, context) => answer(connection, sources, question, SOURCE, context),
  };
  const named = (table: string) => `shop.${CLICKHOUSE.identifier(table)}`;
  const shelf: Shelf = {
    create(table, columns) {
      const typed = columns.map(([name, type]) => `${CLICKHOUSE.identifier(name)} ${type}`).join(', ');
      session.query(`DROP TABLE IF EXISTS ${named(table)}`);
      session.query(`CREATE TABLE ${named(table)} (${typed}) ENGINE = MergeTree ORDER BY tuple()`);
    },
    insert(table, rows) {
      const cell = (text: string | undefined) => (text === undefined ? 'NULL' : CLICKHOUSE.literal(text));
      session.query(
        `INSERT INTO ${named(table)} VALUES ${rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ')}`,
      );
    },
  };

  test('is a newer one', () => {
    expect(Number(session.query('SELECT version()', 'CSV').replaceAll('"', '').split('.')[0])).toBeGreaterThan(24);
  });

  const types = { id: 'String', day: 'Nullable(Date)', amount: 'Decimal(12, 2)', text: 'String' };
  engineContract(engine, [
    { name: 'tables with days and exact numbers', write: (rows) => writeTables(shelf, rows, types) },
    {
      name: 'tables with text alone',
      write: (rows) => writeTables(shelf, rows, { ...types, day: 'Nullable(String)', amount: 'String' }),
    },
    {
      name: 'tables with days from 1900 on',
      write: (rows) => writeTables(shelf, rows, { ...types, day: 'Nullable(Date32)', amount: 'Decimal(38, 6)' }),
    },
  ]);
});
