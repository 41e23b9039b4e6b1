import { afterAll, describe } from 'vitest';
import { databaseEngine } from '../../src/engine/database/engine.ts';
import type { CohortQuestion, CohortSums, RawSources } from '../../src/engine/engine.ts';
import type { Problem } from '../../src/errors/problem.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import { describeWith } from '../e2e/needs.ts';
import { clickhouseMissing, startClickhouse } from '../servers/clickhouse.ts';
import { postgresMissing, startPostgres } from '../servers/postgres.ts';
import { RULES } from './contract.ts';
import { contextIn } from './raw-files.ts';
import { clickhouseShelf, type DatabaseShelf, postgresShelf } from './shelves.ts';
import type { TableTypes } from './tables.ts';

/** A server, and how its types are called. */
interface DatabaseServer {
  readonly name: string;
  /** What is not there; undefined where the server is. */
  readonly missing: string | undefined;
  readonly types: TableTypes;
  readonly optional: (type: string) => string;
  readonly quoted: (name: string) => string;
  start(): Promise<{ readonly shelf: DatabaseShelf; stop(): Promise<unknown> }>;
}

/** What the same tests run on. */
const DATABASE_SERVERS: readonly DatabaseServer[] = [
  {
    name: 'PostgreSQL',
    missing: postgresMissing(),
    types: { id: 'text', day: 'date', amount: 'numeric(12,2)', text: 'text' },
    optional: (type) => type,
    quoted: (name) => `"${name.replaceAll('"', '""')}"`,
    async start() {
      const server = await startPostgres();
      return { shelf: await postgresShelf(server), stop: () => server.stop() };
    },
  },
  {
    name: 'ClickHouse',
    missing: clickhouseMissing(),
    types: { id: 'String', day: 'Nullable(Date)', amount: 'Decimal(12, 2)', text: 'String' },
    optional: (type) => `Nullable(${type})`,
    quoted: (name) => `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
    async start() {
      const servers = await startClickhouse();
      return { shelf: clickhouseShelf(servers), stop: () => Promise.all(servers.map((server) => server.stop())) };
    },
  },
];

/** A server that runs, for tests that put tables there and ask for cohorts. */
export interface Bench extends Pick<DatabaseServer, 'name' | 'types' | 'optional' | 'quoted'> {
  readonly shelf: DatabaseShelf;
  /** The type of a day that is never null. */
  readonly day: string;
  put(
    table: string,
    columns: readonly (readonly [string, string])[],
    rows: readonly (readonly (string | undefined)[])[],
  ): Promise<void>;
  /** A member list of two. */
  members(): Promise<void>;
  /** Asks on 2024-05-20, of the tables `members` and `transactions` where no other is named. */
  ask(
    sources: Partial<RawSources>,
    read?: ReadOptions,
    rules?: Partial<CohortQuestion>,
  ): Promise<{ readonly answer: CohortSums | undefined; readonly found: readonly Problem[] }>;
}

/** Runs the same tests on every server. */
export function onEachServer(tests: (bench: Bench) => void): void {
  describe.each(DATABASE_SERVERS)('$name', ({ missing, start, ...server }) => {
    describeWith(missing, 'on a server', async () => {
      if (missing !== undefined) return;
      const { shelf, stop } = await start();
      afterAll(async () => {
        await shelf.close();
        await stop();
      });
      const day = server.name === 'PostgreSQL' ? 'date' : 'Date';
      const put: Bench['put'] = async (table, columns, rows) => {
        await shelf.create(table, columns);
        await shelf.insert(table, rows);
      };
      const two = [
        ['a', '2024-01-01'],
        ['b', '2023-01-01'],
      ];
      const columns = [['person_id', server.types.text] as const, ['joined', day] as const];
      tests({
        ...server,
        shelf,
        day,
        put,
        members: () => put('members', columns, two),
        async ask(sources, read = {}, rules = {}) {
          const context = contextIn('/nowhere', { read, today: '2024-05-20' });
          const all = { members: ['members'], transactions: ['transactions'], activity: [], customers: [], ...sources };
          const answer = await databaseEngine(shelf.source).cohortSums(all, { ...RULES, ...rules }, context);
          return { answer, found: context.problems.kept };
        },
      });
    });
  });
}
