import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import type { RawSources } from '../../src/engine/engine.ts';
import { SQL_DIALECTS, type SqlDialectName } from '../../src/engine/sql/dialect-names.ts';
import { shownStatements } from '../../src/engine/sql/show.ts';
import { hasClickhouse, startClickhouse } from '../servers/clickhouse.ts';
import { hasPostgres, startPostgres } from '../servers/postgres.ts';
import { RULES } from './contract.ts';
import { type RawRows, reference } from './reference.ts';
import { clickhouseShelf, postgresShelf } from './shelves.ts';
import { writeTables } from './tables.ts';

const ROWS: RawRows = {
  members: [
    { id: 'a', joined: '2023-01-15', contributed: '2024-02-20' },
    { id: 'b', joined: '2023-11-30', left: '2024-03-01' },
    { id: 'b', joined: '2024-04-02' },
    { id: "c'\\", joined: '2024-02-29' },
    { id: 'd' },
  ],
  transactions: [
    { id: 'a', date: '2023-12-31', cents: 1000 },
    { id: 'b', date: '2024-01-01', cents: 1234 },
    { id: 'b', date: '2024-04-30', cents: -34 },
    { id: "c'\\", date: '2024-05-05', cents: 99 },
    { id: 'z', date: '2024-03-03', cents: 500 },
    { id: 'z', date: '2024-03-04', cents: 7 },
  ],
  customers: [{ id: 'y', since: '2024-02-02' }],
};

const SOURCES: RawSources = {
  members: ['members'],
  transactions: ['transactions'],
  activity: [],
  customers: ['customers'],
};

type Run = (statement: string) => Promise<readonly (readonly unknown[])[]>;

/** The answer of the statement `cells` as the reference has it. */
async function cellsBy(dialect: SqlDialectName, run: Run) {
  const [cells, ...looks] = shownStatements(dialect, SOURCES, RULES, {});
  for (const { sql } of looks) expect(await run(sql)).toHaveLength(1);
  const months = (label: string) => Number(label.slice(0, 4)) * 12 + Number(label.slice(5)) - 1;
  const rows = await run(cells!.sql);
  return rows
    .map(([period, cohort, group, line, people, spend]) => {
      const key = `${months(String(period))}|${cohort}|${Number.parseInt(String(group), 16)}|${line}`;
      return [key, Number(people), Math.round(Number(spend) * 100)] as const;
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const EXPECTED = [...reference(ROWS, RULES)]
  .map(([key, { people, cents }]) => [key, people, cents] as const)
  .sort(([a], [b]) => (a < b ? -1 : 1));

describe('the statement that --cells takes the answer of gives the cells of the reference', () => {
  test('in DuckDB', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const quoted = (cell: string | undefined) => (cell === undefined ? 'NULL' : `'${cell.replaceAll("'", "''")}'`);
    const shelf = {
      create: async (name: string, columns: readonly (readonly [string, string])[]) =>
        void (await connection.run(
          `CREATE TABLE ${name} (${columns.map(([own, type]) => `"${own}" ${type}`).join(', ')})`,
        )),
      insert: async (name: string, rows: readonly (readonly (string | undefined)[])[]) =>
        void (await connection.run(
          `INSERT INTO ${name} VALUES ${rows.map((row) => `(${row.map(quoted).join(', ')})`).join(', ')}`,
        )),
    };
    await writeTables(shelf, ROWS, { id: 'VARCHAR', day: 'DATE', amount: 'DECIMAL(12,2)', text: 'VARCHAR' });
    const run: Run = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await cellsBy('duckdb', run)).toEqual(EXPECTED);
  });

  const running: { stop(): Promise<void> }[] = [];
  afterAll(() => Promise.all(running.map((server) => server.stop())));

  test.skipIf(!hasPostgres)('in PostgreSQL', async () => {
    const server = await startPostgres();
    running.push(server);
    const shelf = await postgresShelf(server);
    await writeTables(shelf, ROWS, { id: 'text', day: 'date', amount: 'numeric(12,2)', text: 'text' });
    await shelf.close();
    const run: Run = async (sql) =>
      server
        .query(sql)
        .trim()
        .split('\n')
        .map((line) => line.split('|'));
    expect(await cellsBy('postgres', run)).toEqual(EXPECTED);
  });

  test.skipIf(!hasClickhouse)('in ClickHouse', async () => {
    const [server] = await startClickhouse();
    running.push(server!);
    const shelf = clickhouseShelf([server!]);
    await writeTables(shelf, ROWS, { id: 'String', day: 'Nullable(Date)', amount: 'Decimal(12, 2)', text: 'String' });
    const run: Run = async (sql) =>
      (await server!.query(sql))
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t'));
    expect(await cellsBy('clickhouse', run)).toEqual(EXPECTED);
  });
});

test.each(SQL_DIALECTS)('%s is asked with parentheses that close, and without a name that is not quoted', (dialect) => {
  const sources = { ...SOURCES, members: ['"My ""Schema"".x".people'], activity: ['log'] };
  const map = { 'members.joined': 'select', 'transactions.line': 'Linie' };
  for (const { sql } of shownStatements(dialect, sources, { ...RULES, unit: 'quarter', normalizeIds: true }, { map })) {
    const bare = sql.replace(/'(?:[^'\\]|\\.|'')*'/g, "''").replace(/"(?:[^"]|"")*"|`(?:[^`\\]|\\.|``)*`/g, 'name');
    expect(bare.match(/\(/g)?.length).toBe(bare.match(/\)/g)?.length);
    expect(bare).not.toMatch(/\bselect\b|Linie|Schema/);
  }
});
