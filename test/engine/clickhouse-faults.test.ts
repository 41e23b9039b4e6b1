import { createServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseEngine } from '../../src/engine/database/engine.ts';
import type { DatabaseSource } from '../../src/engine/database/source.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { describeWith } from '../e2e/needs.ts';
import { type Clickhouse, clickhouseMissing, startClickhouse } from '../servers/clickhouse.ts';
import { freePort } from '../servers/processes.ts';
import { RULES } from './contract.ts';
import { contextIn } from './raw-files.ts';
import { clickhouseShelf } from './shelves.ts';

const SECRET = 'secret';
const NUMBERS = "concat('p', toString(number % 5000)) AS person_id, toDate('2024-01-01') + number % 300";

describeWith(clickhouseMissing(), 'what goes wrong with ClickHouse is said, and nothing is left running', () => {
  /** Two shards, whose users would rather skip one than wait for it. */
  let shards: Clickhouse[];
  let base: DatabaseSource;
  let tight: Clickhouse;
  beforeAll(async () => {
    shards = await startClickhouse(2, { skip_unavailable_shards: '1', group_by_overflow_mode: 'any' });
    [tight] = (await startClickhouse(1, { max_memory_usage: '20000000', max_concurrent_queries_for_user: '1' })) as [
      Clickhouse,
    ];
    const shelf = clickhouseShelf(shards);
    base = shelf.source;
    await shelf.create('members', [
      ['person_id', 'String'],
      ['joined', 'Date'],
    ]);
    await shelf.create('transactions', [
      ['person_id', 'String'],
      ['date', 'Date'],
      ['amount', 'Decimal(12, 2)'],
    ]);
    const settings = { insert_distributed_sync: '1' };
    await shards[0]!.query(`INSERT INTO members SELECT ${NUMBERS} FROM numbers(2000)`, settings);
    await shards[0]!.query(
      `INSERT INTO transactions SELECT ${NUMBERS}, toDecimal64(number % 100, 2) FROM numbers(60000)`,
      settings,
    );
    const all = 'SELECT person_id, date, amount FROM transactions_local';
    await shards[0]!.query(
      `CREATE VIEW slow AS ${all} ALL INNER JOIN (SELECT 'p1' AS person_id FROM system.numbers LIMIT 4000000000) USING (person_id)`,
    );
    await shards[0]!.query(`CREATE VIEW members_view AS SELECT person_id, joined FROM members_local`);
    await tight.query(`CREATE VIEW members AS SELECT ${NUMBERS} AS joined FROM numbers(2000)`);
    const many = "concat('p', toString(number)) AS person_id, toDate('2024-01-01') + number % 300";
    await tight.query(
      `CREATE VIEW transactions AS SELECT ${many} AS date, toDecimal64(1, 2) AS amount FROM numbers(3000000)`,
    );
  });
  afterAll(() => Promise.all([...shards, tight].map((server) => server.stop())));

  const ask = (
    more: Partial<DatabaseSource>,
    tables = ['members', 'transactions'],
    signal = new AbortController().signal,
  ) =>
    databaseEngine({ ...base, ...more }).cohortSums(
      { members: [tables[0]!], transactions: [tables[1]!], activity: [], customers: [] },
      RULES,
      contextIn('/nowhere', { signal }),
    );
  const running = async (server = shards[0]!) =>
    Number(
      await server.query(
        "SELECT count() FROM system.processes WHERE http_user_agent LIKE '%community-roi%' OR is_initial_query = 0",
      ),
    );
  const nothingRuns = async (server = shards[0]!) => {
    for (let tries = 0; tries < 60 && (await running(server)) > 0; tries++) await later(50);
    expect(await running(server)).toBe(0);
  };
  const errorOf = async (asked: Promise<unknown>): Promise<UserError> => {
    const error = await asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UserError)) throw error ?? new Error('it was answered');
    expect(`${error.message} ${error.remedy}`).not.toContain(SECRET);
    return error;
  };

  test('a wrong password, and an unknown user', async () => {
    expect((await ask({ user: 'reader', password: SECRET }))?.cells.length).toBeGreaterThan(0);
    for (const [user, password] of [
      ['reader', 'guessed'],
      ['nobody', 'x'],
    ] as const) {
      expect(await errorOf(ask({ user, password }))).toMatchObject({ code: 'DATABASE_LOGIN', exitCode: 3 });
    }
  });

  test('a database, a host, a port and a table that are not there', async () => {
    expect(await errorOf(ask({ database: 'elsewhere' }))).toMatchObject({ code: 'DATABASE_UNKNOWN' });
    expect(await errorOf(ask({ port: await freePort() }))).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    const error = await errorOf(ask({}, ['members', 'default.Transactions']));
    expect(error).toMatchObject({ code: 'TABLE_MISSING' });
    expect(error.remedy).toContain('Did you mean default.transactions?');
  });

  test('a server that does not encrypt', async () => {
    expect(await errorOf(ask({ tls: 'verified' }))).toMatchObject({ code: 'DATABASE_TLS_REFUSED' });
  });

  test('a server that never answers the handshake', async () => {
    const silent = createServer(() => {});
    const port = await portOf(silent);
    expect(await errorOf(ask({ port, tls: 'verified' }))).toMatchObject({ code: 'DATABASE_TLS_REFUSED' });
    silent.close();
  });

  test('a server that takes encrypted connections alone', async () => {
    const encrypted = createTlsServer({});
    const port = await portOf(encrypted);
    expect(await errorOf(ask({ port }))).toMatchObject({ code: 'DATABASE_TLS_DEMANDED' });
    encrypted.close();
  });

  test('the time limit stops the statement', async () => {
    const error = await errorOf(ask({ timeout: 1 }, ['members_view', 'slow']));
    expect(error).toMatchObject({ code: 'DATABASE_TIMEOUT' });
    await nothingRuns();
  });

  test('Ctrl-C stops the statement on the server', async () => {
    const stop = new AbortController();
    const asked = ask({}, ['members_view', 'slow'], stop.signal);
    for (let tries = 0; tries < 200 && (await running()) === 0; tries++) await later(10);
    await later(300);
    stop.abort(new Error('interrupted'));
    await expect(asked).rejects.toThrow('interrupted');
    await nothingRuns();
  });

  test('the limit of memory of the user', async () => {
    expect(await errorOf(ask({ port: tight.httpPort }))).toMatchObject({ code: 'DATABASE_MEMORY' });
  });

  test('no query more is let in', async () => {
    const busy = tight.query('SELECT count() FROM system.numbers', { max_execution_time: '3' }).catch(() => {});
    await later(200);
    expect(await errorOf(ask({ port: tight.httpPort }))).toMatchObject({ code: 'DATABASE_FULL' });
    await busy;
  });

  test('a server that takes up the connection and says nothing', async () => {
    const silent = createServer(() => {});
    const port = await portOf(silent);
    expect(await errorOf(ask({ port, timeout: 1 }))).toMatchObject({ code: 'DATABASE_HANGS' });
    silent.close();
  });

  test('a shard that is not there is an error, whatever the profile of the user says of skipping it', async () => {
    const [, second] = shards as [Clickhouse, Clickhouse];
    expect((await shards[0]!.query('SELECT count() FROM transactions')).trim()).toBe('60000');
    await second.stop();
    // The server itself would skip it, and give a part for the whole.
    expect(Number(await shards[0]!.query('SELECT count() FROM transactions'))).toBeLessThan(60000);
    const error = await errorOf(ask({}));
    expect(error).toMatchObject({ code: 'SHARD_LOST' });
    expect(error.message).toContain('"shards"');
    await nothingRuns();
  });
});

describeWith(clickhouseMissing(), 'a shard that dies while it is asked', () => {
  test('is an error, and the other one is left with nothing to do', async () => {
    const servers = await startClickhouse(2);
    const [first, second] = servers as [Clickhouse, Clickhouse];
    const shelf = clickhouseShelf(servers);
    const many = "concat('p', toString(number)) AS person_id, toDate('2024-01-01') + number % 300";
    await shelf.create('members', [
      ['person_id', 'String'],
      ['joined', 'Date'],
    ]);
    await shelf.create('transactions', [
      ['person_id', 'String'],
      ['date', 'Date'],
      ['amount', 'Decimal(12, 2)'],
    ]);
    const settings = { insert_distributed_sync: '1' };
    await first.query(`INSERT INTO members SELECT ${many} FROM numbers(1000)`, settings);
    await first.query(`INSERT INTO transactions SELECT ${many}, toDecimal64(1, 2) FROM numbers(3000000)`, settings);
    const asked = databaseEngine(shelf.source)
      .cohortSums(
        { members: ['members'], transactions: ['transactions'], activity: [], customers: [] },
        RULES,
        contextIn('/nowhere'),
      )
      .catch((error: unknown) => error);
    const onSecond = "SELECT count() FROM system.processes WHERE is_initial_query = 0 AND query LIKE '%sum(%'";
    for (let tries = 0; tries < 500 && Number(await second.query(onSecond)) === 0; tries++) await later(5);
    await second.stop();
    expect(await asked).toMatchObject({ code: 'SHARD_LOST', exitCode: 3 });
    const left =
      "SELECT count() FROM system.processes WHERE query LIKE '%cluster%' AND query NOT LIKE '%system.processes%'";
    for (let tries = 0; tries < 60 && Number(await first.query(left)) > 0; tries++) await later(50);
    expect(Number(await first.query(left))).toBe(0);
    await first.stop();
  });
});

const portOf = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
