import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMissing, describeWith } from './needs.ts';
import { node, PROGRAM } from './run.ts';

/** Names of their own for so many returns that the report is larger than any pipe holds. */
const SOURCES = 50_000;
const sourceName = (index: number) => `Advertisement ${index}, placed at the head of the page of a group for one month`;

describeWith(buildMissing(), 'the program in a pipe', () => {
  let folder = '';
  let calc: readonly string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'community-roi-pipe-'));
    const write = (name: string, lines: readonly string[]) => {
      writeFileSync(join(folder, name), lines.join('\n'));
      return join(folder, name);
    };
    const costs = write('costs.csv', ['period,category,amount', '2024,ongoing,5000']);
    const cells = ['2024,non_member,900,27000', '2024,newcomer,90,3600', '2024,active,500,30000'];
    const spend = write('spend.csv', ['period,cohort,people,spend', ...cells]);
    const rows = Array.from({ length: SOURCES }, (_, index) => `2024,"${sourceName(index)}",${index}`);
    const returns = write('returns.csv', ['period,source,amount', ...rows]);
    calc = [PROGRAM, 'calc', costs, spend, '--returns', returns, '--json'];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('hands over 5 MB of JSON whole', () => {
    const { status, stdout, stderr } = node(calc);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(5e6);
    expect(JSON.parse(stdout).data.returnsBySource[sourceName(SOURCES - 1)]).toBe(SOURCES - 1);
  });

  test('is silent and succeeds when the reader has seen enough', async () => {
    const child = spawn(process.execPath, calc, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('leaves nothing on standard output when it fails', () => {
    const { status, stdout, stderr } = node([PROGRAM, 'calc', join(folder, 'no.csv'), join(folder, 'spend.csv')]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('FILE_MISSING');
  });
});
