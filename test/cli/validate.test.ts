import { describe, expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { run } from '../run.ts';

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
