import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildMissing, describeWith } from './needs.ts';
import { PROGRAM } from './run.ts';

const limits = process.platform === 'win32' ? 'a shell that limits the size of files' : undefined;

describeWith(buildMissing() ?? limits, 'a run on raw exports that the machine is too small for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-faults-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'tmp'));
  const members = Array.from({ length: 1000 }, (_, n) => `u${n * 500},2024-01-01\n`);
  writeFileSync(join(folder, 'members.csv'), `person_id,joined\n${members.join('')}`);
  const rows = Array.from({ length: 1_500_000 }, (_, n) => ({
    id: `u${n}`,
    month: String((n % 12) + 1).padStart(2, '0'),
  }));
  const plain = rows.map(({ id, month }) => `${id},2024-${month}-05,1.50\n`).join('');
  writeFileSync(join(folder, 'transactions.csv'), `person_id,date,amount\n${plain}`);
  const german = rows.map(({ id, month }) => `${id};05.${month}.2024;1,50\n`).join('');
  writeFileSync(join(folder, 'german.csv'), `person_id;date;amount\n${german}`);
  const inputs = readdirSync(folder).sort();

  /** The program with so many KiB as the largest file that it may write; what it left in its folders. */
  function run(transactions: string, memory: string, largest: number | 'unlimited') {
    const program = [PROGRAM, 'cohorts', 'members.csv', transactions, '--memory', memory, '-o', 'spend.csv'];
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', `ulimit -f ${largest}; exec "$@"`, 'bash', process.execPath, ...program, '--date-order', 'dmy'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, TMPDIR: join(folder, 'tmp') } },
    );
    const left = { files: readdirSync(folder).sort(), temporary: readdirSync(join(folder, 'tmp')) };
    return { status, stdout, stderr, left };
  }
  const nothing = { files: inputs, temporary: [] };

  test.each([
    ['what does not fit into memory', 'transactions.csv', '270MB'],
    ['the rows that our own reader checked', 'german.csv', '1GB'],
  ])('says that the disk is full where %s cannot be written, and leaves nothing behind', (_, transactions, memory) => {
    expect(run(transactions, memory, 1000)).toEqual({
      status: 3,
      stdout: '',
      stderr:
        `error: there is no room left in ${join(folder, 'tmp')} for what does not fit into memory  [DISK_FULL]\n` +
        '  Make room, name another folder in TMPDIR, or give more memory with --memory.\n',
      left: nothing,
    });
  });

  test('says that memory is too small, and leaves nothing behind', () => {
    const { status, stdout, stderr, left } = run('transactions.csv', '10MB', 'unlimited');
    expect({ status, stdout, left }).toEqual({ status: 3, stdout: '', left: nothing });
    expect(stderr).toMatch(/^error: 10MB of memory is not enough for these files {2}\[MEMORY_TOO_SMALL\]\n/);
  });

  test('comes to its end with the same memory where the disk has room', () => {
    const { status, stderr, left } = run('transactions.csv', '270MB', 'unlimited');
    expect({ status, stderr, left }).toEqual({
      status: 0,
      stderr: '',
      left: { ...nothing, files: [...inputs, 'spend.csv'].sort() },
    });
  });
});
