import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Clickhouse, startClickhouse } from '../../servers/clickhouse.ts';
import { type Postgres, startPostgres } from '../../servers/postgres.ts';

/** Files of members and transactions, plainly written. */
export interface Exports {
  readonly members: string;
  readonly transactions: string;
}

/** Starts so many shards and loads the files; each person lies on one. */
export async function loadClickhouse(shards: number, { members, transactions }: Exports): Promise<Clickhouse[]> {
  const servers = await startClickhouse(shards);
  const columns = {
    members: 'person_id String, joined Nullable(Date), left Nullable(Date), contributed Nullable(Date)',
    transactions: 'person_id String, date Date, amount Decimal(12, 2)',
  };
  const own = (table: string) => (shards === 1 ? table : `${table}_local`);
  for (const server of servers) {
    for (const [table, typed] of Object.entries(columns)) {
      await server.query(`CREATE TABLE ${own(table)} (${typed}) ENGINE = MergeTree ORDER BY person_id`);
      if (shards === 1) continue;
      const spread = `Distributed(shards, default, ${own(table)}, cityHash64(person_id))`;
      await server.query(`CREATE TABLE ${table} (${typed}) ENGINE = ${spread}`);
    }
  }
  const url = (statement: string) =>
    `http://127.0.0.1:${servers[0]!.httpPort}/?insert_distributed_sync=1&query=${encodeURIComponent(statement)}`;
  const send = (statement: string, body: string, input?: string) =>
    execFileSync('curl', ['-sSf', '--data-binary', body, url(statement)], {
      input,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
  send('INSERT INTO transactions FORMAT CSVWithNames', `@${transactions}`);
  const lines = readFileSync(members, 'utf8').trimEnd().split('\n').slice(1);
  const rows = lines.map((line) =>
    line
      .split(',')
      .map((cell) => (cell === '' ? '\\N' : cell))
      .join('\t'),
  );
  send('INSERT INTO members FORMAT TabSeparated', '@-', `${rows.join('\n')}\n`);
  return servers;
}

export async function loadPostgres({ members, transactions }: Exports): Promise<Postgres> {
  const server = await startPostgres({ shared_buffers: '512MB', work_mem: '256MB', max_wal_size: '4GB' });
  server.query(`CREATE TABLE members (person_id text, joined date, "left" date, contributed date);
CREATE TABLE transactions (person_id text, date date, amount numeric(12,2));
\\copy members FROM '${members}' CSV HEADER
\\copy transactions FROM '${transactions}' CSV HEADER
ANALYZE`);
  return server;
}
