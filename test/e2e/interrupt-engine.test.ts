import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { buildMissing, describeWith } from './needs.ts';
import { PROGRAM } from './run.ts';

describeWith(buildMissing(), 'a run on raw exports that does not come to its end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-stop-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'members.csv'), 'person_id,joined\nu1,2024-01-01\n');
  // Written the German way, so that our own reader is busy with it for seconds.
  const row = (n: number) => `u${n % 5000};${String((n % 28) + 1).padStart(2, '0')}.0${(n % 9) + 1}.2024;1,50\n`;
  writeFileSync(
    join(folder, 'transactions.csv'),
    `person_id;date;amount\n${Array.from({ length: 1_500_000 }, (_, n) => row(n)).join('')}`,
  );

  /** Stops a run in the middle of its work: when it has made its folder. */
  async function stopped(signal: NodeJS.Signals) {
    const before = new Set(readdirSync(temporary));
    const args = [PROGRAM, 'cohorts', 'members.csv', 'transactions.csv', '-o', 'spend.csv'];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    while (readdirSync(temporary).every((name) => before.has(name))) await setTimeout(20);
    await setTimeout(300);
    child.kill(signal);
    return ended;
  }

  test('leaves nothing behind after Ctrl-C, and exits 130', async () => {
    expect(await stopped('SIGINT')).toEqual([130, null]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['members.csv', 'tmp', 'transactions.csv']);
  });

  test.each([
    ['terminated', 'SIGTERM', 143],
    ['left by its terminal', 'SIGHUP', 129],
  ] as const)('leaves nothing behind when it is %s, and exits with the number of %s', async (_, signal, code) => {
    expect(await stopped(signal)).toEqual([code, null]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['members.csv', 'tmp', 'transactions.csv']);
  });

  test('leaves a folder when it is killed, which the next run removes', async () => {
    expect(await stopped('SIGKILL')).toEqual([null, 'SIGKILL']);
    expect(readdirSync(temporary).length).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['members.csv', 'tmp', 'transactions.csv']);
    await stopped('SIGINT');
    expect(readdirSync(temporary)).toEqual([]);
  });
});
