import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOURCE_OPTIONS } from '../../src/commands/source-options.ts';
import { SQL_DIALECTS } from '../../src/engine/sql/dialect-names.ts';
import { expectGolden } from '../golden.ts';
import { PROJECT, type RunOptions, run } from '../run.ts';

const COSTS = 'fixtures/raw/costs.csv';
const TABLES = ['--members', 'community.members', '--transactions', 'billing.payments'];
/** Nobody listens there, so that whoever is asked cannot answer. */
const NOWHERE = 'postgres://ann:s3cret@127.0.0.1:1/shop';
const HOME = mkdtempSync(join(tmpdir(), 'community-roi-'));

/** A folder with a configuration and the files of raw exports. */
function folderWith(config: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
  cpSync(join(PROJECT, 'fixtures/raw'), folder, { recursive: true });
  writeFileSync(join(folder, 'community-roi.yaml'), config);
  return folder;
}

async function failing(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run(args, { ...options, env: { HOME, ...options.env } });
  expect([code === 0, stdout]).toEqual([false, '']);
  expect(stderr).not.toMatch(/s3cret/);
  return stderr;
}

describe('what is wrong with a source', () => {
  test.each([
    ['source-alone', ['calc', COSTS, '--source', NOWHERE]],
    ['source-and-spend', ['calc', COSTS, 'fixtures/worked-example/spend.csv', '--source', NOWHERE, ...TABLES]],
    ['source-and-cells', ['calc', COSTS, '--cells', 'cells.csv', '--source', NOWHERE, ...TABLES]],
    ['source-half', ['calc', COSTS, '--source', NOWHERE, '--members', 'community.members']],
    ['source-of-file', ['calc', COSTS, '--source', NOWHERE, '--members', 'm.m', '--transactions', COSTS]],
    ['source-joining', ['calc', COSTS, '--source', NOWHERE, ...TABLES, '--method', 'joining']],
    ['source-scheme', ['calc', COSTS, '--source', 'mysql://ann:s3cret@db/shop', ...TABLES]],
    ['source-url', ['cohorts', 'community.members', 'billing.payments', '--source', 'postgres://ann:s3cr#et@db/shop']],
    ['source-timeout', ['calc', COSTS, '--source', NOWHERE, ...TABLES, '--timeout', 'never']],
    ['source-event', ['event', 'e', 't', '--source', NOWHERE]],
    ['source-typo', ['calc', COSTS, `--sorce=${NOWHERE}`, ...TABLES]],
    ['dialect-alone', ['calc', COSTS, 'spend.csv', '--dialect', 'trino']],
    ['dialect-unknown', ['calc', ...TABLES, '--show-sql', '--dialect', 'oracle']],
    ['show-sql-tables', ['calc', '--show-sql']],
  ])('%s is a wrong command line, and no password is told', async (name, args) => {
    expectGolden(`source/${name}.txt`, await failing(args));
    expect((await run(args)).code).toBe(2);
  });

  test('an address in the place of a file is told without its password', async () => {
    expect(await failing(['calc', COSTS, NOWHERE])).toContain('postgres://…@127.0.0.1:1/shop');
  });
});

describe('a source in the configuration', () => {
  const config = (source: string) => `files: { costs: costs.csv }\nsource: ${source}\n`;
  const tables = 'members: community.members, transactions: billing.payments';
  const settings = async (text: string, env: Record<string, string> = {}) => {
    const { stdout, stderr } = await run(['config', '--json'], { cwd: folderWith(text), env: { HOME, ...env } });
    expect(stdout + stderr).not.toMatch(/s3cret|ann/);
    return (JSON.parse(stdout).data.settings as { command: string; name: string; value: string[] }[])
      .filter(({ command, name }) => command === 'calc' && /^(source|timeout|members|transactions)$/.test(name))
      .map(({ name, value }) => `${name} ${value}`);
  };

  test('names tables, takes variables in braces, and is shown without user and password', async () => {
    const env = { COMMUNITY_ROI_SOURCE: NOWHERE, DB: NOWHERE, PW: 's3cret' };
    const shown = ['members community.members', 'transactions billing.payments', 'source postgres, 127.0.0.1:1/shop'];
    const inBraces = config(`{ url: ${'$'}{DB}, timeout: 20, ${tables} }`);
    expect(await settings(inBraces, { DB: NOWHERE })).toEqual([...shown, 'timeout 20']);
    expect(await settings(config(`{ url: "postgres://ann:${'$'}{PW}@127.0.0.1:1/shop", ${tables} }`), env)).toEqual([
      ...shown,
      'timeout 300',
    ]);
    expect(await settings(config(`{ ${tables} }`), env)).toEqual([...shown, 'timeout 300']);
  });

  test('is not taken where tables are not named, whatever the environment says', async () => {
    const files = 'files: { costs: costs.csv, members: members.csv, transactions: transactions.csv }\n';
    const env = { COMMUNITY_ROI_SOURCE: NOWHERE };
    expect(await settings(files, env)).toEqual(['members members.csv', 'transactions transactions.csv', 'timeout 300']);
    const { code, stderr } = await run(['calc'], { cwd: folderWith(files), env });
    expect([code, stderr]).toEqual([0, '']);
    const typed = ['calc', 'costs.csv', '--members', 'members.csv', '--transactions', 'transactions.csv'];
    expectGolden('source/source-forgotten.txt', await failing(typed, { cwd: folderWith(files), env }));
  });

  test('leaves files to commands that read files', async () => {
    const both = `files: { costs: costs.csv, members: members.csv, transactions: transactions.csv }\nsource: { url: ${NOWHERE}, ${tables} }\n`;
    expect(await settings(both)).toEqual([
      'members community.members',
      'transactions billing.payments',
      'source postgres, 127.0.0.1:1/shop',
      'timeout 300',
    ]);
    expect((await run(['effect'], { cwd: folderWith(both) })).code).toBe(0);
  });

  test('is left alone by a command that names its own files', async () => {
    const cwd = folderWith(config(`{ url: ${'$'}{NOT_SET}, ${tables} }`));
    const own = ['calc', 'costs.csv', '--members', 'members.csv', '--transactions', 'transactions.csv', '--json'];
    const { code, stdout, stderr } = await run(own, { cwd });
    expect([code, stderr, JSON.parse(stdout).data.inputs[1].name]).toEqual([0, '', 'members.csv']);
  });

  test('with a key that is not there says which are', async () => {
    const cwd = folderWith(config(`{ uri: ${NOWHERE}, ${tables} }`));
    expect(await failing(['calc'], { cwd })).toMatch(/^error: community-roi.yaml:2:11: there is no key "uri" here/);
  });

  test('asks for the variable that is missing, and not for one that another text happens to name', async () => {
    const titled = `title: What ${'$'}{X} returns\n${config(`{ url: ${'$'}{DB}, ${tables} }`)}`;
    const stderr = await failing(['calc'], { cwd: folderWith(titled) });
    expect(stderr).toMatch(/^error: community-roi.yaml:3:11: source.url needs the environment variable "DB"/);
    const { stdout } = await run(['report', '--json'], { cwd: folderWith(`${titled.replace(/\nsource.*/, '')}`) });
    expect(stdout).toBe('');
  });
});

describe('--cells', () => {
  const spend = join(HOME, 'spend.csv');
  const raw = ['fixtures/raw/members.csv', 'fixtures/raw/transactions.csv'];

  test('takes back what a database answered, to the answer that the exports give', async () => {
    await run(['cohorts', ...raw, '--groups', '-o', spend]);
    const cells = (await run(['calc', COSTS, '--cells', spend, '--json'])).stdout;
    const whole = (await run(['calc', COSTS, '--members', raw[0]!, '--transactions', raw[1]!, '--json'])).stdout;
    const { inputs, ...answer } = JSON.parse(cells).data;
    const { inputs: _, cohortRules, match, ...wanted } = JSON.parse(whole).data;
    expect(inputs.map(({ kind }: { kind: string }) => kind)).toEqual(['costs', 'spend']);
    expect(cohortRules.unit).toBe('month');
    expect(match.members).toBeGreaterThan(0);
    const codes = answer.caveats.map(({ code }: { code: string }) => code);
    const caveats = wanted.caveats.filter(({ code }: { code: string }) => codes.includes(code));
    expect(answer).toEqual({ ...wanted, caveats });
  });

  test.each([
    ['without-group', 'period,cohort,people,spend\n2023-01,active,1,2\n'],
    ['with-a-blank-group', 'period,cohort,group,people,spend\n2023-01,active,0a,1,2\n2023-01,active,,1,2\n'],
    ['with-a-bad-sum', 'period,cohort,group,people,spend\n2023-01,active,0a,1,1e3\n2023-01,active,0a,1,2\n'],
    ['of-persons', 'period,cohort,person_id,spend\n2023-01,active,u1,2\n'],
  ])('%s says what is wrong where', async (name, text) => {
    const cwd = mkdtempSync(join(tmpdir(), 'community-roi-'));
    writeFileSync(join(cwd, 'cells.csv'), text);
    cpSync(join(PROJECT, COSTS), join(cwd, 'costs.csv'));
    const { code, stdout, stderr } = await run(['calc', 'costs.csv', '--cells', 'cells.csv'], { cwd });
    expectGolden(`source/cells-${name}.txt`, stderr);
    expect([code, stdout]).toEqual([3, '']);
  });
});

test('--dialect offers every dialect that SQL is written for', () => {
  expect(SOURCE_OPTIONS.find(({ flags }) => flags.startsWith('--dialect'))?.choices).toEqual(SQL_DIALECTS);
  expect(readFileSync(join(PROJECT, 'test/golden/help/calc.txt'), 'utf8')).toContain('"trino"');
});
