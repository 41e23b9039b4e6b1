import { createHash } from 'node:crypto';
import { databaseEngine } from '../../../src/engine/database/engine.ts';
import type { DatabaseSource } from '../../../src/engine/database/source.ts';
import { duckdb } from '../../../src/engine/duckdb/cohorts.ts';
import type { CohortQuestion, CohortSums, Engine, RawSources } from '../../../src/engine/engine.ts';
import { contextIn, workplace } from '../../engine/raw-files.ts';
import type { Clickhouse } from '../../servers/clickhouse.ts';
import { type Exports, loadClickhouse, loadPostgres } from './load.ts';
import { proxyTo } from './proxy.ts';

const QUESTION: CohortQuestion = {
  unit: 'month',
  newcomerDays: 90,
  activeDays: 30,
  normalizeIds: false,
  squares: false,
};
const TABLES: RawSources = { members: ['members'], transactions: ['transactions'], activity: [], customers: [] };
/** So many people to a member, and transactions to a person, as in the exports of ten million. */
const ROWS_PER_MEMBER = 33;

/** Asks every engine for every number of rows; whether all answers to the same rows are the same. */
export async function run(
  sizes: readonly number[],
  { exports, postgres }: { readonly exports: (rows: number, members: number) => Exports; readonly postgres: boolean },
): Promise<boolean> {
  let same = true;
  for (const rows of sizes) {
    const files: Exports = exports(rows, Math.round(rows / ROWS_PER_MEMBER / 1000) * 1000);
    console.log(`\n${rows.toLocaleString('en-US')} transactions`);
    const answers = new Set<string>();
    const sources = { ...TABLES, members: [files.members], transactions: [files.transactions] };
    answers.add(await timed('DuckDB, on the files', duckdb, sources));
    for (const shards of [1, 2]) {
      const servers = await loadClickhouse(shards, files);
      answers.add(
        await overTheWire(`ClickHouse, ${shards} shard${shards > 1 ? 's' : ''}`, 'clickhouse', servers[0]!.httpPort),
      );
      if (shards > 1) await tellOfShards(servers);
      await Promise.all(servers.map((server) => server.stop()));
    }
    if (postgres) {
      const server = await loadPostgres(files);
      answers.add(await overTheWire('PostgreSQL', 'postgres', server.port));
      await server.stop();
    }
    console.log(answers.size === 1 ? 'ok  the answers are the same' : 'NO  the answers differ');
    same &&= answers.size === 1;
  }
  return same;
}

async function overTheWire(name: string, kind: DatabaseSource['kind'], port: number): Promise<string> {
  const proxy = await proxyTo(port);
  const [database, user] = kind === 'postgres' ? ['postgres', 'postgres'] : ['default', 'default'];
  const where = {
    host: '127.0.0.1',
    port: proxy.port,
    database,
    user,
    tls: 'off',
    timeout: 3600,
    shown: name,
  } as const;
  const answer = await timed(name, databaseEngine({ kind, ...where }), TABLES);
  const { up, down } = proxy.taken();
  console.log(`    ${kilobytes(up)} of questions, ${kilobytes(down)} of answers`);
  proxy.close();
  return answer;
}

/** What each shard answered to the server that was asked, from its own log. */
async function tellOfShards([, ...others]: readonly Clickhouse[]): Promise<void> {
  for (const shard of others) {
    await shard.query('SYSTEM FLUSH LOGS');
    const log = await shard.query(
      'SELECT count(), sum(read_rows), sum(result_rows), sum(result_bytes) FROM system.query_log WHERE type = 2 AND is_initial_query = 0',
    );
    const [queries, read, rows, bytes] = log.trim().split('\t').map(Number);
    console.log(
      `    the other shard: ${queries} queries, ${read} rows read, ${rows} rows answered, ${kilobytes(bytes ?? 0)}`,
    );
  }
}

/** Asks once, tells the time, and gives a digest of the answer. */
async function timed(name: string, engine: Engine, sources: RawSources): Promise<string> {
  const { folder, remove } = workplace();
  const start = performance.now();
  const context = contextIn(folder, { memory: '8GB' });
  const sums = await engine.cohortSums(sources, QUESTION, context);
  const seconds = (performance.now() - start) / 1000;
  remove();
  if (sums === undefined) throw new Error(context.problems.kept.map(({ message }) => message).join('; '));
  console.log(`${name}: ${seconds.toFixed(1)} s, ${sums.cells.length} cells`);
  return digestOf(sums);
}

function digestOf({ cells }: CohortSums): string {
  const lines = cells.map(({ period, cohort, group, line, people, spend }) =>
    [period.index, cohort, group, line, people, spend].join('|'),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
