import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { run } from '../run.ts';

interface Named {
  readonly name: string;
  readonly kind: string;
  readonly rows: number;
}

const BROKEN = [
  'fixtures/errors/AMOUNT_INVALID/costs.csv',
  'fixtures/errors/SPEND_HOLE/spend.csv',
  'fixtures/errors/KIND_UNKNOWN/returns.csv',
];

describe('validate', () => {
  test('files without a problem pass, whatever kind they are of', async () => {
    const files = ['costs.csv', 'spend.csv', 'returns.csv'].map((file) => `fixtures/returns-and-rewards/${file}`);
    const { code, stdout, stderr } = await run(['validate', ...files]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^No problem in 3 files, [\d,]+ rows\n$/);
  });

  test('raw exports and files about members are known by their headers and checked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'community-roi-validate-'));
    const files = {
      'members.csv': 'person_id,joined\nu1,2024-01-05\n',
      'transactions.csv': 'person_id,date,amount\nu1,2024-01-05,1.50\nu1,2024-02-05,2\nu2,2024-02-05,2\n',
      'activity.csv': 'person_id,date\nu1,2024-01-05\n',
      'customers.csv': 'person_id,since\nu1,2024-01-05\n',
      'events.csv': 'person_id,date,event\nu1,2024-01-05,meetup\n',
      'outcomes.csv': 'person_id,cohort,earnings\nu1,active,100\nu2,non_member,90\n',
      'by-cohort.csv': 'outcome,cohort,people,value\nearnings,active,10,100\nearnings,non_member,10,90\n',
      'levels.csv': 'person_id,level,earnings\nu1,3,100\n',
      'incidents.csv': 'person_id,cohort,transactions,chargeback\nu1,active,5,1\n',
      'panel.csv': 'person_id,period,joined,outcome\nu1,2024-01,2024-02,5\n',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { code, stdout } = await run(['validate', ...Object.keys(files), '--json'], { cwd: folder });
    const found = JSON.parse(stdout).data;
    expect([code, found.problems]).toEqual([0, []]);
    expect(Object.fromEntries(found.files.map(({ name, kind, rows }: Named) => [name, `${kind} ${rows}`]))).toEqual({
      'members.csv': 'members 1',
      'transactions.csv': 'transactions 3',
      'activity.csv': 'activity 1',
      'customers.csv': 'customers 1',
      'events.csv': 'events 1',
      'outcomes.csv': 'outcomes 2',
      'by-cohort.csv': 'outcomes 2',
      'levels.csv': 'levels 1',
      'incidents.csv': 'incidents 1',
      'panel.csv': 'panel 1',
    });
  });

  test.each([
    ['members', 'person_id,joined\nu1,soon\n', ['DAY_INVALID']],
    ['transactions', 'person_id,date,amount\nu1,2024-01-05,x\n,2024-01-05,1\n', ['AMOUNT_INVALID', 'VALUE_MISSING']],
    ['activity', 'person_id,date\nu1\n', ['ROW_RAGGED']],
    ['customers', 'person_id,since\nu1,2024-02-30\n', ['DAY_INVALID']],
    ['outcomes', 'person_id,cohort,earnings\nu1,actve,100\n', ['COHORT_UNKNOWN']],
    ['levels', 'person_id,earnings\nu1,3\n', ['COLUMN_MISSING']],
    ['incidents', 'person_id,cohort,chargeback\nu1,active,-2\n', ['INCIDENTS_INVALID']],
  ])('--as %s names what is wrong in such a file', async (kind, stdin, codes) => {
    const { code, stdout } = await run(['validate', '-', '--as', kind, '--json'], { stdin });
    const { problems } = JSON.parse(stdout).data;
    expect([code, problems.map((problem: { code: string }) => problem.code)]).toEqual([1, codes]);
  });

  test.each([
    [['calc', 'costs.csv', 'transactions.csv'], 'this looks like transactions, not like spending by cohort'],
    [['calc', 'members.csv', 'transactions.csv'], 'this looks like a list of members, not like costs'],
    [['cohorts', 'transactions.csv', 'members.csv'], 'this looks like transactions, not like a list of members'],
    [['cohorts', 'members.csv', 'costs.csv'], 'this looks like costs, not like transactions'],
  ])('%s says which kind a file is of, in place of the columns that it has not', async (args, message) => {
    const { code, stdout, stderr } = await run(args, { cwd: 'fixtures/raw' });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`${message}  [KIND_OTHER]`);
    expect(stderr).not.toContain('COLUMN_MISSING');
  });

  test.each([
    ['table', 'txt'],
    ['json', 'json'],
    ['csv', 'csv'],
    ['markdown', 'md'],
    ['junit', 'xml'],
  ])('every problem of every file is in one run, as %s, and the exit code is 1', async (format, extension) => {
    const { code, stdout, stderr } = await run(['validate', ...BROKEN, '--format', format]);
    expect([code, stderr]).toEqual([1, '']);
    expectGolden(`validate/broken.${extension}`, stdout);
  });

  test('lists ten of each code and counts the rest, and all of them with --all', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => `2024-01,staff,x${i}`);
    const stdin = ['period,category,amount', ...rows, ''].join('\n');
    const some = JSON.parse((await run(['validate', '-', '--as', 'costs', '--json'], { stdin })).stdout).data;
    expect([some.total, some.counts.AMOUNT_INVALID, some.problems.length]).toEqual([25, 25, 10]);
    const all = JSON.parse((await run(['validate', '-', '--as', 'costs', '--json', '--all'], { stdin })).stdout).data;
    expect(all.problems.length).toBe(25);
  });

  test('a header of no kind asks what the file is', async () => {
    const neither = await run(['validate', 'fixtures/validate/table.csv']);
    expect(neither.code).toBe(1);
    expect(neither.stdout).toContain('KIND_UNCLEAR');
    expectGolden('validate/kind-unclear.txt', neither.stdout);
  });

  test('standard input has to be named, because its header cannot be looked at first', async () => {
    const { code, stdout, stderr } = await run(['validate', '-'], { stdin: 'period,category,amount\n' });
    expect([code, stdout]).toEqual([2, '']);
    expectGolden('usage/stdin-kind.txt', stderr);
  });

  test('JUnit is refused by a command that checks nothing', async () => {
    const { code, stdout, stderr } = await run(['explain', 'roi', '--format', 'junit']);
    expect([code, stdout]).toEqual([2, '']);
    expectGolden('usage/nothing-checked.txt', stderr);
  });
});

describe('--skip-bad-rows', () => {
  test('computes without them and says so in the caveats', async () => {
    const costs = 'period,category,amount\n2021-01,staff,1000\n2021-02,staff,much\n2021-03,staff,1000\n';
    const args = ['calc', '-', 'fixtures/worked-example/spend.csv', '--skip-bad-rows', '--json'];
    const { code, stdout } = await run(args, { stdin: costs });
    const { data } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(data.totals.cost).toBe(2000);
    expect(data.inputs[0].skippedRows).toBe(1);
    expect(data.caveats[0]).toEqual({
      code: 'ROWS_SKIPPED',
      message: '1 row of <stdin> has errors and is left out (--skip-bad-rows).',
    });
  });
});

describe('--verbose', () => {
  test('says on standard error what was detected in each file', async () => {
    const files = ['fixtures/worked-example/costs.csv', 'fixtures/worked-example/spend.csv'];
    const { stdout, stderr } = await run(['calc', ...files, '--brief', '--verbose']);
    expect(stdout).toBe((await run(['calc', ...files, '--brief'])).stdout);
    expectGolden('calc/worked-example.verbose.txt', stderr);
  });
});
