import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const folder = join(PROJECT, 'fixtures/errors');
const codes = readdirSync(folder).sort();

describe('every message about an input file', () => {
  test.each(codes)('%s names the place and the remedy, computes nothing, and exits 3', async (code) => {
    const cwd = join(folder, code);
    const command = readFileSync(join(cwd, 'command'), 'utf8').trim().split(/\s+/);
    const { code: exit, stdout, stderr } = await run(command, { cwd });
    expect(stdout).toBe('');
    expect(stderr).toContain(`[${code}]`);
    expectGolden(`errors/${code}.txt`, stderr);
    expect(exit).toBe(3);
  });

  test('has a broken input in fixtures/errors', () => {
    const sources = ['cell', 'calculation', 'header', 'input', 'row', 'written', 'file'];
    const said = new Set<string>();
    for (const name of readdirSync(join(PROJECT, 'src/errors'))) {
      if (!sources.includes(name.replace('.ts', ''))) continue;
      const source = readFileSync(join(PROJECT, 'src/errors', name), 'utf8');
      for (const [, code] of source.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)) said.add(code!);
    }
    expect([...said].filter((code) => !codes.includes(code))).toEqual([]);
  });
});
