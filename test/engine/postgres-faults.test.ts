import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseEngine } from '../../src/engine/database/engine.ts';
import type { DatabaseSource } from '../../src/engine/database/source.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { describeWith } from '../e2e/needs.ts';
import { type Postgres, postgresMissing, startPostgres } from '../servers/postgres.ts';
import { freePort } from '../servers/processes.ts';
import { RULES } from './contract.ts';
import { contextIn, workplace } from './raw-files.ts';
import { postgresShelf } from './shelves.ts';

const SECRET = 'open-sesame';
const HBA = [
  'host all locked 127.0.0.1/32 scram-sha-256',
  'hostnossl all encrypted 127.0.0.1/32 reject',
  'hostssl all encrypted 127.0.0.1/32 trust',
];
const SETUP = `
CREATE TABLE members (person_id text, joined date);
INSERT INTO members SELECT 'p' || n, DATE '2024-01-01' + n % 300 FROM generate_series(1, 2000) n;
CREATE TABLE transactions (person_id text, date date, amount numeric(12,2));
INSERT INTO transactions SELECT 'p' || n % 5000, DATE '2024-01-01' + n % 360, n FROM generate_series(1, 60000) n;
CREATE VIEW slow AS SELECT * FROM transactions WHERE pg_sleep(0.01) IS NOT NULL;
CREATE FUNCTION writes() RETURNS boolean LANGUAGE sql AS 'INSERT INTO members VALUES (NULL, NULL) RETURNING true';
CREATE VIEW writing AS SELECT * FROM transactions WHERE writes();
CREATE ROLE locked LOGIN PASSWORD '${SECRET}';
CREATE ROLE encrypted LOGIN;
CREATE ROLE blind LOGIN;
CREATE ROLE full_up LOGIN CONNECTION LIMIT 0;
CREATE ROLE small LOGIN;
ALTER ROLE small SET temp_file_limit = '64kB';
ALTER ROLE small SET work_mem = '64kB';
ALTER ROLE small SET hash_mem_multiplier = 1;
GRANT SELECT ON members, transactions TO small, locked, encrypted;
`;

describeWith(postgresMissing(), 'what goes wrong with PostgreSQL is said, and nothing is left running', () => {
  let server: Postgres;
  let base: DatabaseSource;
  const { folder, remove } = workplace();
  beforeAll(async () => {
    server = await startPostgres({}, HBA);
    server.query(SETUP);
    const shelf = await postgresShelf(server);
    base = shelf.source;
    await shelf.close();
  });
  afterAll(async () => {
    await server.stop();
    remove();
  });
  const ask = (more: Partial<DatabaseSource>, transactions = 'transactions', signal = new AbortController().signal) =>
    databaseEngine({ ...base, ...more }).cohortSums(
      { members: ['members'], transactions: [transactions], activity: [], customers: [] },
      RULES,
      contextIn(folder, { signal }),
    );
  /** The error of a question, which names no password, and after which nothing runs. */
  const errorOf = async (asked: Promise<unknown>): Promise<UserError> => {
    const error = await asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UserError)) throw error ?? new Error('it was answered');
    expect(`${error.message} ${error.remedy}`).not.toContain(SECRET);
    await nothingRuns();
    return error;
  };
  const running = () =>
    Number(server.query("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'community-roi'"));
  const nothingRuns = async () => {
    for (let tries = 0; tries < 40 && running() > 0; tries++) await later(50);
    expect(running()).toBe(0);
  };
  const place = () => base.shown;

  test('a wrong password, and none', async () => {
    expect((await ask({ user: 'locked', password: SECRET }))?.cells.length).toBeGreaterThan(0);
    for (const password of ['guessed', '']) {
      const error = await errorOf(ask({ user: 'locked', password }));
      expect(error).toMatchObject({ code: 'DATABASE_LOGIN', exitCode: 3 });
      expect(error.message).toContain(place());
    }
    expect(await errorOf(ask({ user: 'nobody_such', password: 'x', database: 'postgres' }))).toMatchObject({
      code: 'DATABASE_LOGIN',
    });
  });

  test('a database, a host and a port that are not there', async () => {
    expect(await errorOf(ask({ database: 'elsewhere' }))).toMatchObject({ code: 'DATABASE_UNKNOWN' });
    expect(await errorOf(ask({ port: await freePort() }))).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(await errorOf(ask({ host: 'no-such-host.invalid' }))).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });

  test('a table that is not there, with the one that was meant', async () => {
    const error = await errorOf(ask({}, 'public.Transactions'));
    expect(error).toMatchObject({ code: 'TABLE_MISSING', exitCode: 3 });
    expect(`${error.message} ${error.remedy}`).toMatch(/public\.Transactions: .*Did you mean public\.transactions\?/);
  });

  test('a table that the user may not read is named', async () => {
    const error = await errorOf(ask({ user: 'blind' }));
    expect(error).toMatchObject({ code: 'TABLE_FORBIDDEN' });
    expect(error.message).toMatch(/^members: /);
  });

  test('a server that takes encrypted connections alone, and one that takes none', async () => {
    expect(await errorOf(ask({ user: 'encrypted' }))).toMatchObject({ code: 'DATABASE_TLS_DEMANDED' });
    expect(await errorOf(ask({ tls: 'verified' }))).toMatchObject({ code: 'DATABASE_TLS_REFUSED' });
  });

  test('no connection is left', async () => {
    expect(await errorOf(ask({ user: 'full_up' }))).toMatchObject({ code: 'DATABASE_FULL' });
  });

  test('the time limit stops the statement', async () => {
    const error = await errorOf(ask({ timeout: 1 }, 'slow'));
    expect(error).toMatchObject({ code: 'DATABASE_TIMEOUT', exitCode: 3 });
    expect(error.message).toContain('looking at slow took longer than 1 seconds');
  });

  test('the limit of memory and disk of the user', async () => {
    expect(await errorOf(ask({ user: 'small' }))).toMatchObject({ code: 'DATABASE_MEMORY' });
  });

  test('nothing can be written, not even by a view', async () => {
    const error = await errorOf(ask({}, 'writing'));
    expect(error).toMatchObject({ code: 'DATABASE_FAILED' });
    expect(server.query('SELECT count(*) FROM members').trim()).toBe('2000');
  });

  test('Ctrl-C stops the statement on the server', async () => {
    const stop = new AbortController();
    const asked = ask({}, 'slow', stop.signal);
    for (let tries = 0; tries < 100 && running() === 0; tries++) await later(20);
    await later(200);
    stop.abort(new Error('interrupted'));
    await expect(asked).rejects.toThrow('interrupted');
    await nothingRuns();
  });

  test('a server that takes up the connection and says nothing', async () => {
    const silent = createServer(() => {});
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => resolve((silent.address() as { port: number }).port));
    });
    expect(await errorOf(ask({ port, timeout: 1 }))).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    silent.close();
  });

  test('a server that stops answering in the middle', async () => {
    const asked = ask({ timeout: 1 }, 'slow').catch((error: unknown) => error);
    await later(400);
    const pid = Number(server.query("SELECT pid FROM pg_stat_activity WHERE application_name = 'community-roi'"));
    expect(pid).toBeGreaterThan(1);
    process.kill(pid, 'SIGSTOP');
    const error = await asked;
    process.kill(pid, 'SIGCONT');
    expect(error).toMatchObject({ code: 'DATABASE_HANGS' });
    await nothingRuns();
  });

  test('a connection that breaks in the middle', async () => {
    const asked = errorOf(ask({}, 'slow'));
    for (let tries = 0; tries < 100 && running() === 0; tries++) await later(20);
    await later(200);
    server.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'community-roi'");
    expect(await asked).toMatchObject({ code: 'DATABASE_LOST' });
  });

  describe('with a certificate', () => {
    let secure: Postgres;
    beforeAll(async () => {
      secure = await startPostgres({}, []);
      const data = join(secure.folder, 'data');
      const [key, certificate] = [join(data, 'server.key'), join(data, 'server.crt')];
      execFileSync(
        'openssl',
        [
          ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'],
          ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
        ],
        { stdio: 'ignore' },
      );
      chmodSync(key, 0o600);
      execFileSync('sh', ['-c', `chown --reference="$1" "$2" "$3"`, 'sh', data, key, certificate]);
      secure.query(SETUP);
      secure.query('ALTER SYSTEM SET ssl = on');
      secure.query('SELECT pg_reload_conf()');
      await later(500);
    });
    afterAll(() => secure.stop());

    test('one that nobody vouches for is refused, unless it is named, or any will do', async () => {
      const there = { port: secure.port };
      const ca = readFileSync(join(secure.folder, 'data/server.crt'), 'utf8');
      expect(await errorOf(ask({ ...there, tls: 'verified' }))).toMatchObject({ code: 'DATABASE_CERTIFICATE' });
      expect((await ask({ ...there, tls: 'verified', ca }))?.cells.length).toBeGreaterThan(0);
      expect((await ask({ ...there, tls: 'unverified' }))?.cells.length).toBeGreaterThan(0);
    });
  });
});

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
