import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT, run } from '../run.ts';

const RAW = ['fixtures/raw/members.csv', 'fixtures/raw/transactions.csv'];
const EXTRA = { stdin: 'period,category,amount,team\n2023-01,staff,1,blue\n', errorTerminal: 80 };

/** Commands that have something to remark on a terminal: an ignored column, a file that was detected, a configuration. */
const TALKING: readonly (readonly [title: string, args: readonly string[], options: Parameters<typeof run>[1]])[] = [
  ['calc', ['calc', '-', 'fixtures/worked-example/spend.csv', '--verbose'], EXTRA],
  ['cohorts', ['cohorts', ...RAW, '--verbose'], { errorTerminal: 80 }],
  [
    'outcomes',
    ['outcomes', 'fixtures/outcomes/survey.csv', '--higher', 'earnings', '--verbose'],
    { errorTerminal: 80 },
  ],
  ['dose', ['dose', 'fixtures/outcomes/topics.csv', '--higher', 'revenue', '--verbose'], { errorTerminal: 80 }],
  ['incidents', ['incidents', 'fixtures/outcomes/incidents.csv', '--verbose'], { errorTerminal: 80 }],
  [
    'event',
    ['event', 'fixtures/monthly/events.csv', 'fixtures/monthly/orders.csv', '--verbose'],
    { errorTerminal: 80 },
  ],
  ['effect', ['effect', ...RAW, '--verbose'], { errorTerminal: 80 }],
  ['check', ['check', 'fixtures/templates', '--verbose'], { errorTerminal: 80 }],
  ['report', ['report', 'fixtures/monthly', '--verbose'], { errorTerminal: 80 }],
];

describe.each(TALKING)('%s', (_, args, options) => {
  test('with --quiet leaves standard error empty on a terminal too, and says the same on standard output', async () => {
    const loud = await run(args, options);
    const quiet = await run([...args, '--quiet'], options);
    expect(loud.stderr).not.toBe('');
    expect(quiet).toEqual({ ...loud, stderr: '' });
  });
});

test('--quiet hides no failure: what was asked for and not met is still said', async () => {
  const { code, stderr } = await run(['calc', '--example', '--fail-under', 'roi=0', '--quiet', '--brief']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^failed: roi is /);
});

test('--quiet hides no error', async () => {
  const { code, stderr } = await run(['calc', 'absent.csv', 'absent.csv', '--quiet']);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^error: absent\.csv: /);
});

test('without --verbose a run into a pipe has nothing to say on standard error', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'community-roi-'));
  cpSync(join(PROJECT, 'fixtures/templates'), cwd, { recursive: true });
  for (const command of ['report', 'check', 'config', 'init', 'schema', 'completion bash']) {
    const { code, stderr } = await run(command.split(' '), { cwd });
    expect([command, code, stderr]).toEqual([command, 0, '']);
  }
});
