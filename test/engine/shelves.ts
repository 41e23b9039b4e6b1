import pg from 'pg';
import type { DatabaseSource } from '../../src/engine/database/source.ts';
import { CLICKHOUSE } from '../../src/engine/sql/dialects/clickhouse.ts';
import { POSTGRES } from '../../src/engine/sql/dialects/postgres.ts';
import type { Clickhouse } from '../servers/clickhouse.ts';
import type { Postgres } from '../servers/postgres.ts';
import type { Shelf } from './tables.ts';

/** A database server as a place for tables. */
export interface DatabaseShelf extends Shelf {
  readonly source: DatabaseSource;
  run(statement: string): Promise<void>;
  close(): Promise<void>;
}

export async function postgresShelf({ port }: Postgres): Promise<DatabaseShelf> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
  await client.connect();
  const { identifier, literal } = POSTGRES;
  const run = async (statement: string) => void (await client.query(statement));
  return {
    run,
    close: () => client.end(),
    source: {
      kind: 'postgres',
      host: '127.0.0.1',
      port,
      database: 'postgres',
      user: 'postgres',
      tls: 'off',
      timeout: 60,
      shown: `127.0.0.1:${port}/postgres`,
    },
    async create(name, columns) {
      await run(`DROP TABLE IF EXISTS ${identifier(name)}`);
      await run(
        `CREATE TABLE ${identifier(name)} (${columns.map(([own, type]) => `${identifier(own)} ${type}`).join(', ')})`,
      );
    },
    async insert(name, rows) {
      const cells = rows.map(
        (row) => `(${row.map((cell) => (cell === undefined ? 'NULL' : literal(cell))).join(', ')})`,
      );
      await run(`INSERT INTO ${identifier(name)} VALUES ${cells.join(', ')}`);
    },
  };
}

/**
 * One server, or several as the shards of a cluster: then each table is made on every shard, spread by the id of the person.
 */
export function clickhouseShelf(servers: readonly Clickhouse[]): DatabaseShelf {
  const [first] = servers;
  const { identifier } = CLICKHOUSE;
  const local = (name: string) => (servers.length === 1 ? name : `${name}_local`);
  const run = async (statement: string) => void (await first!.query(statement));
  return {
    run,
    close: async () => {},
    source: {
      kind: 'clickhouse',
      host: '127.0.0.1',
      port: first!.httpPort,
      database: 'default',
      user: 'default',
      tls: 'off',
      timeout: 60,
      shown: `127.0.0.1:${first!.httpPort}/default`,
    },
    async create(name, columns) {
      const typed = columns.map(([own, type]) => `${identifier(own)} ${type}`).join(', ');
      const order = columns[0]![0];
      await Promise.all(
        servers.map(async (server) => {
          for (const each of new Set([name, local(name)]))
            await server.query(`DROP TABLE IF EXISTS ${identifier(each)}`);
          await server.query(`CREATE TABLE ${identifier(local(name))} (${typed}) ENGINE = MergeTree ORDER BY tuple()`);
        }),
      );
      if (servers.length === 1) return;
      const spread = `Distributed(shards, default, ${identifier(local(name))}, cityHash64(${identifier(order)}))`;
      await Promise.all(
        servers.map((server) => server.query(`CREATE TABLE ${identifier(name)} (${typed}) ENGINE = ${spread}`)),
      );
    },
    async insert(name, rows) {
      const escaped = (cell: string) => cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
      const lines = rows.map(
        (row) => `${row.map((cell) => (cell === undefined ? '\\N' : escaped(cell))).join('\t')}\n`,
      );
      const text = `INSERT INTO ${identifier(name)} FORMAT TabSeparated\n${lines.join('')}`;
      await first!.query(text, { insert_distributed_sync: '1' });
    },
  };
}
