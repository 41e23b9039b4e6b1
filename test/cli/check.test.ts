import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const folder = join(PROJECT, 'fixtures/goals');
const check = (...args: string[]) => run(['check', ...args], { cwd: folder });

describe('check', () => {
  test.each(['txt', 'json', 'md', 'csv', 'xml'])(
    'holds both sides of each initiative against their goals: .%s',
    async (ending) => {
      const format = { txt: 'table', md: 'markdown', xml: 'junit' }[ending] ?? ending;
      const ran = await check('--format', format);
      expectGolden(`check/goals.${ending}`, ran.stdout);
      expect([ran.code, ran.stderr]).toEqual([0, '']);
    },
  );

  test.each(['60', '45'])('fits into %s columns', async (width) => {
    expectGolden(`check/goals.${width}.txt`, (await check('--width', width)).stdout);
  });

  test('a figure that is unknown does not pass, not even before its date', async () => {
    const ran = await check('unknown-value.yaml', '--ascii');
    expectGolden('check/unknown-value.txt', ran.stdout + ran.stderr);
    expect(ran.code).toBe(1);
  });

  test('HTML says each goal that is not met once in its head', async () => {
    const { stdout } = await check('unknown-value.yaml', '--format', 'html');
    const head = stdout.slice(stdout.indexOf('<main>'), stdout.indexOf('<section>'));
    const failures = (await check('unknown-value.yaml')).stderr.trim().split('\n');
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) {
      const words = failure.replace(/^failed: (?:[^:]+: )?/, '').replace(/ is .*/, '');
      expect(head.split(words)).toHaveLength(2);
    }
  });

  test('--format github annotates the line that says what is wanted, and fills the summary of the job', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'community-roi-test-'));
    try {
      const summary = join(scratch, 'summary.md');
      const ran = await run(['check', 'unknown-value.yaml', '--format', 'github'], {
        cwd: folder,
        env: { GITHUB_STEP_SUMMARY: summary },
      });
      expectGolden('check/unknown-value.github.txt', ran.stdout);
      expect(readFileSync(summary, 'utf8')).toBe((await check('unknown-value.yaml', '--format', 'markdown')).stdout);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});

describe('a config whose goals cannot be held to', () => {
  test.each(readdirSync(join(folder, 'wrong')))('%s exits 2 and says where and what to do', async (file) => {
    const ran = await run(['check', file], { cwd: join(folder, 'wrong') });
    expectGolden(`check/wrong/${file.replace('.yaml', '.txt')}`, ran.stderr);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
  });
});

test('goals that are met on the data pass in silence when the days since the data are watched as well', async () => {
  const { stdout, code } = await check('--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).data.initiatives[0]).toMatchObject({ initiative: 'Answer desk', status: 'passed' });
});
