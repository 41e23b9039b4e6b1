import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputSchema } from '../../src/schema/output/index.ts';
import { describeWith } from '../e2e/needs.ts';
import { PROJECT, type Ran, type RunOptions, run } from '../run.ts';
import { type Clickhouse, hasClickhouse, startClickhouse } from '../servers/clickhouse.ts';
import { hasPostgres, type Postgres, startPostgres } from '../servers/postgres.ts';

const COSTS = 'fixtures/raw/costs.csv';
const file = (name: string) => `fixtures/raw/${name}.csv`;
const text = (name: string) => readFileSync(join(PROJECT, file(name)), 'utf8');
const HOME = mkdtempSync(join(tmpdir(), 'community-roi-'));

const FILES = ['--members', file('members'), '--transactions', file('transactions'), '--activity', file('activity')];
const TABLES = [
  '--members',
  'community.members',
  '--transactions',
  'billing.payments',
  '--activity',
  'community.posts',
];

/** Every output so far: no secret may be in any of them. */
const outputs: string[] = [];

async function asked(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const ran = await run(args, { ...options, env: { HOME, ...options.env } });
  outputs.push(ran.stdout, ran.stderr);
  return ran;
}

/** The JSON of a run without what says where the rows came from. */
async function answer(args: readonly string[], options: RunOptions = {}): Promise<unknown> {
  const { code, stdout, stderr } = await asked([...args, '--json'], options);
  expect([code, stderr]).toEqual([0, '']);
  const { inputs: _, ...rest } = JSON.parse(stdout).data;
  return rest;
}

const missingPostgres = hasPostgres ? undefined : 'PostgreSQL is not installed';
const missingClickhouse = hasClickhouse ? undefined : 'ClickHouse is not installed';

describeWith(missingPostgres, 'calc and cohorts on PostgreSQL', () => {
  let server: Postgres;
  const address = (user = 'reader') => `postgres://${user}@127.0.0.1:${server.port}/postgres`;
  const secret = { COMMUNITY_ROI_PASSWORD: 's3cret' };
  beforeAll(async () => {
    server = await startPostgres({ password_encryption: 'scram-sha-256' }, [
      'host all reader 127.0.0.1/32 scram-sha-256',
    ]);
    const copy = (table: string, columns: string, csv: string) =>
      `CREATE TABLE ${table} (${columns});\nCOPY ${table} FROM STDIN WITH (FORMAT csv, HEADER);\n${csv.trimEnd()}\n\\.\n`;
    server.query(
      [
        'CREATE SCHEMA community; CREATE SCHEMA billing;',
        copy('community.members', 'person_id text, joined date, "left" date', text('members')),
        copy('billing.payments', '"Kunde" text, date date, "Betrag" numeric', text('transactions')),
        copy('community.posts', 'person_id text, date date', text('activity')),
        'CREATE VIEW community.people AS SELECT *, NULL::date AS contributed FROM community.members;',
        'CREATE VIEW billing.slow AS SELECT "Kunde", date, "Betrag" FROM billing.payments, pg_sleep(60);',
        "CREATE ROLE reader LOGIN PASSWORD 's3cret';",
        'GRANT USAGE ON SCHEMA community, billing TO reader;',
        'GRANT SELECT ON ALL TABLES IN SCHEMA community, billing TO reader;',
      ].join('\n'),
    );
  }, 60_000);
  afterAll(() => server?.stop());
  const map = ['--map', 'transactions.person_id=Kunde', '--map', 'transactions.amount=Betrag'];

  test('gives the answer of the files, to the last digit', async () => {
    const source = ['--source', address(), ...TABLES, ...map];
    expect(await answer(['calc', COSTS, ...source], { env: secret })).toEqual(await answer(['calc', COSTS, ...FILES]));
    expect(await answer(['cohorts', ...source], { env: secret })).toEqual(await answer(['cohorts', ...FILES]));
  });

  test('says of each table where it is and how many rows it has, and keeps user and password to itself', async () => {
    const args = ['calc', COSTS, ...TABLES, ...map, '--json', '--verbose'];
    const { stdout, stderr } = await asked(args, { env: { ...secret, COMMUNITY_ROI_SOURCE: address() } });
    const document = JSON.parse(stdout);
    const fits = new Ajv2020({ allowUnionTypes: true }).compile(outputSchema('calc', 'closed'));
    expect([fits(document), fits.errors]).toEqual([true, null]);
    const [, members] = document.data.inputs;
    const shown = `127.0.0.1:${server.port}/postgres`;
    expect(members).toMatchObject({ name: 'community.members', kind: 'members', source: shown, sha256: null });
    expect(stderr).toContain(`asking postgres at ${shown}\n`);
    expect(stderr).toMatch(/^community\.members: \d+ rows of members$/m);
    expect(stdout + stderr).not.toMatch(/reader|s3cret/);
  });

  test('takes the password from wherever it is', async () => {
    const passfile = join(HOME, 'passwords');
    writeFileSync(passfile, `127.0.0.1:*:*:reader:s3cret\n`);
    chmodSync(passfile, 0o600);
    const services = join(HOME, 'services');
    writeFileSync(
      services,
      `[test]\nhost=127.0.0.1\nport=${server.port}\nuser=reader\ndbname=postgres\npassword=s3cret\n`,
    );
    const tables = ['cohorts', ...TABLES, ...map, '--source'];
    const wanted = await answer(['cohorts', ...FILES]);
    expect(await answer([...tables, address()], { env: { PGPASSWORD: 's3cret' } })).toEqual(wanted);
    expect(await answer([...tables, address()], { env: { PGPASSFILE: passfile } })).toEqual(wanted);
    expect(await answer([...tables, 'postgres://?service=test'], { env: { PGSERVICEFILE: services } })).toEqual(wanted);
    expect(await answer([...tables, address('reader:s3cret')])).toEqual(wanted);
  });

  test('is told on a terminal that the environment is a better place for a password', async () => {
    const args = ['cohorts', ...TABLES, ...map, '--source', address('reader:s3cret')];
    const { stderr } = await asked(args, { errorTerminal: 80 });
    expect(stderr).toContain('the address holds a password: COMMUNITY_ROI_PASSWORD keeps it out');
  });

  test('reads its tables from the configuration', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'community-roi-'));
    writeFileSync(join(cwd, 'costs.csv'), text('costs'));
    const lines = [
      'files: { costs: costs.csv }',
      'source:',
      `  url: postgres://reader:\${DB_PASSWORD}@127.0.0.1:${server.port}/postgres`,
      '  members: community.members',
      '  transactions: billing.payments',
      '  activity: [community.posts]',
      'options: { map: { transactions.person_id: Kunde, transactions.amount: Betrag } }',
    ];
    writeFileSync(join(cwd, 'community-roi.yaml'), `${lines.join('\n')}\n`);
    const env = { DB_PASSWORD: 's3cret' };
    expect(await answer(['calc'], { cwd, env })).toEqual(await answer(['calc', COSTS, ...FILES]));
    expect((await asked(['report', '--brief'], { cwd, env })).code).toBe(0);
    await asked(['config', '--json'], { cwd, env });
  });

  test('prints the statements that it would run', async () => {
    const args = ['calc', '--source', address(), ...TABLES, ...map, '--show-sql'];
    const { code, stdout } = await asked(args, { env: secret });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^-- [\w ]+: /);
    expect(stdout).not.toMatch(/not run on it/);
    server.query(stdout);
  });

  test('prints statements without a connection, whose answer --cells takes back to the same figures', async () => {
    const tables = ['--members', 'community.people', ...TABLES.slice(2), ...map];
    const { stdout } = await asked(['calc', ...tables, '--show-sql', '--json']);
    const [cells] = JSON.parse(stdout).data.statements as { name: string; sql: string }[];
    expect((await asked(['calc', ...tables, '--show-sql'])).stdout).toContain(`\n${cells!.sql};\n`);
    const csv = join(HOME, 'cells.csv');
    writeFileSync(csv, server.query(`COPY (${cells!.sql}) TO STDOUT WITH (FORMAT csv, HEADER)`));
    const { caveats, ...found } = (await answer(['calc', COSTS, '--cells', csv])) as Caveated;
    const { cohortRules: _, match: __, ...wanted } = (await answer(['calc', COSTS, ...FILES])) as Caveated;
    expect(found).toEqual({ ...wanted, caveats: undefined });
    expect(wanted.caveats).toEqual(expect.arrayContaining([...caveats]));
  });

  test.each([
    ['a wrong password', ['--source', 'reader'], { COMMUNITY_ROI_PASSWORD: 'wr0ng' }],
    ['no password', ['--source', 'reader'], {}],
    ['a table that is not there', ['--source', 'reader', '--members', 'community.memers'], secret],
  ])('%s is an error that names server or table, and nothing secret', async (_, [flag, user, ...more], env) => {
    const args = ['calc', COSTS, flag!, address(user), ...TABLES.slice(2), ...map, ...more];
    const { code, stdout, stderr } = await asked(more.length > 0 ? args : [...args, ...TABLES.slice(0, 2)], { env });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(more.length > 0 ? /community\.memers/ : new RegExp(`127.0.0.1:${server.port}`));
    expect(stderr).not.toMatch(/s3cret|wr0ng/);
  });

  test('stops at the time limit', async () => {
    const args = ['calc', COSTS, ...TABLES.slice(0, 2), '--transactions', 'billing.slow', ...map, '--timeout', '1'];
    const { code, stderr } = await asked([...args, '--source', address()], { env: secret });
    expect(code).toBe(3);
    expect(stderr).toMatch(/1 second/);
    expect(running()).toBe('0');
  });

  test('stops with Ctrl-C, and so does the statement on the server', async () => {
    const args = [
      'calc',
      COSTS,
      ...TABLES.slice(0, 2),
      '--transactions',
      'billing.slow',
      ...map,
      '--source',
      address(),
    ];
    let stop: (() => void) | undefined;
    const done = asked(args, { env: secret, onStop: (handle) => (stop = () => handle('SIGINT')) });
    await until(() => running() === '1');
    stop?.();
    const { code, stdout } = await done;
    expect([code, stdout]).toEqual([130, '']);
    await until(() => running() === '0');
  });

  /** Statements of ours that have been running for a while. */
  const running = () =>
    server
      .query(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'community-roi' AND state = 'active' AND now() - query_start > interval '300 ms'",
      )
      .trim();

  test('no output of any of these runs holds the secret', () => {
    expect(outputs.length).toBeGreaterThan(20);
    expect(outputs.filter((output) => output.includes('s3cret'))).toEqual([]);
  });
});

describeWith(missingClickhouse, 'calc and cohorts on ClickHouse', () => {
  let server: Clickhouse;
  const nulls = (csv: string) => csv.replace(/,(?=,|\r?$)/gm, ',\\N');
  beforeAll(async () => {
    [server] = (await startClickhouse(1)) as [Clickhouse];
    const insert = async (table: string, columns: string, csv: string) => {
      await server.query(`CREATE TABLE ${table} (${columns}) ENGINE = Memory`);
      await server.query(`INSERT INTO ${table} FORMAT CSV\n${nulls(csv.slice(csv.indexOf('\n') + 1))}`);
    };
    await server.query('CREATE DATABASE community');
    await server.query('CREATE DATABASE billing');
    await insert('community.members', 'person_id String, joined Nullable(Date), left Nullable(Date)', text('members'));
    await insert('billing.payments', 'person_id String, date Date, amount Decimal(18, 2)', text('transactions'));
    await insert('community.posts', 'person_id String, date Date', text('activity'));
  }, 60_000);
  afterAll(() => server?.stop());
  const env = { COMMUNITY_ROI_PASSWORD: 'secret' };
  const address = () => server.url.replace('//', '//reader@');

  test('gives the answer of the files, to the last digit', async () => {
    const source = ['--source', address(), ...TABLES];
    expect(await answer(['calc', COSTS, ...source], { env })).toEqual(await answer(['calc', COSTS, ...FILES]));
    expect(await answer(['cohorts', ...source], { env })).toEqual(await answer(['cohorts', ...FILES]));
  });

  test('a wrong password is an error that names the server alone', async () => {
    const args = ['calc', COSTS, '--source', server.url.replace('//', '//reader:wr0ng@'), ...TABLES];
    const { code, stdout, stderr } = await asked(args);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`127.0.0.1:${server.httpPort}`);
    expect(stderr).not.toContain('wr0ng');
  });
});

interface Caveated extends Readonly<Record<string, unknown>> {
  readonly caveats: readonly { readonly code: string }[];
}

/** Waits until something is so, for as long as the test may take. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}
