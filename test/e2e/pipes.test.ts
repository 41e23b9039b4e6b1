import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMissing, describeWith } from './needs.ts';
import { node, PROGRAM } from './run.ts';

/** Bad rows, of which each has its line in the report. */
const BAD_ROWS = 25_000;

/** The months of two centuries, so that the report is larger than any pipe holds. */
const months = Array.from({ length: 200 * 12 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${1900 + Math.floor(index / 12)}-${month}`;
});

describeWith(buildMissing(), 'the program in a pipe', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'community-roi-pipe-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const fileOf = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return path;
  };

  test('hands over 5 MB of JSON whole', () => {
    const rows = Array.from({ length: BAD_ROWS }, (_, index) => `2024-01,ongoing,1e${index}`);
    const costs = fileOf('bad.csv', ['period,category,amount', ...rows]);
    const { status, stdout, stderr } = node([PROGRAM, 'validate', costs, '--all', '--json']);
    expect(status, stderr).toBe(1);
    expect(stdout.length).toBeGreaterThan(5e6);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'validate', passed: false });
  });

  test('is silent and succeeds when the reader has seen enough', async () => {
    const cells = ['non_member,900,27000', 'newcomer,90,3600', 'active,500,30000'];
    const costs = fileOf('costs.csv', ['period,until,category,amount', `${months[0]},${months.at(-1)},ongoing,5000`]);
    const spend = fileOf('spend.csv', [
      'period,cohort,people,spend',
      ...months.flatMap((month) => cells.map((cell) => `${month},${cell}`)),
    ]);
    const child = spawn(process.execPath, [PROGRAM, 'calc', costs, spend, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('leaves nothing on standard output when it fails', () => {
    const { status, stdout, stderr } = node([PROGRAM, 'calc', join(folder, 'no.csv'), join(folder, 'neither.csv')]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('FILE_MISSING');
  });

  test.skipIf(process.platform === 'win32')('ends with 130 when it is interrupted, whatever it waits for', async () => {
    const spend = fileOf('later.csv', ['period,cohort,people,spend']);
    const child = spawn(process.execPath, [PROGRAM, 'calc', '-', spend], { stdio: ['pipe', 'pipe', 'pipe'] });
    const written = Promise.all([child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray()));
    // More than a pipe holds: when it is through, the program is reading.
    const rows = `period,category,amount\n${'2024-01,ongoing,1\n'.repeat(20_000)}`;
    child.stdin.write(rows, () => child.kill('SIGINT'));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, written: await written }).toEqual({ status: 130, written: [[], []] });
  });
});
