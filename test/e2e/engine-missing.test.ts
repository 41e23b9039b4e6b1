import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildMissing, describeWith, ROOT } from './needs.ts';
import { node } from './run.ts';

describeWith(buildMissing(), 'on a machine without DuckDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-bare-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const program = join(folder, 'bin/community-roi.js');
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const bindings: string = optionalDependencies['@duckdb/node-bindings'];
  const raw = (name: string) => join(ROOT, 'fixtures/raw', name);

  test('raw exports say what to install', () => {
    const ran = node([program, 'cohorts', raw('members.csv'), raw('transactions.csv')], folder);
    expect(ran).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error: DuckDB, which adds up members and transactions and knows Parquet, is not installed here  [ENGINE_MISSING]\n' +
        `  Install it beside community-roi: npm install @duckdb/node-bindings@${bindings}. Spending by cohort (spend.csv) works without it.\n`,
    });
  });

  test('calc on spending files works', () => {
    const ran = node([program, 'calc', '--example', '--brief'], folder);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  });
});
