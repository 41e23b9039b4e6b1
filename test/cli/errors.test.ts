import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ABOUT_CONFIG } from '../../.build/docs/errors.ts';
import { expectGolden } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const folder = join(PROJECT, 'fixtures/errors');
const codes = readdirSync(folder).sort();

describe('every message about an input file', () => {
  test.each(codes)(
    '%s names the place and the remedy, computes nothing, and exits 3; 2 for a configuration',
    async (code) => {
      const cwd = join(folder, code);
      const command = readFileSync(join(cwd, 'command'), 'utf8').trim().split(/\s+/);
      const { code: exit, stdout, stderr } = await run(command, { cwd });
      expect(stdout).toBe('');
      expect(stderr).toContain(`[${code}]`);
      expectGolden(`errors/${code}.txt`, stderr);
      expect(exit).toBe(ABOUT_CONFIG.test(code) ? 2 : 3);
    },
  );

  test('has a broken input in fixtures/errors, or is shown by another test where no small file can raise it', () => {
    const said = new Set<string>();
    for (const name of INPUT_MESSAGES) {
      const source = readFileSync(join(PROJECT, 'src/errors', name), 'utf8');
      for (const [, code] of source.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)) said.add(code!);
    }
    const unseen = [...said].filter((code) => !codes.includes(code) && !shownElsewhere(code));
    expect(unseen).toEqual([]);
  });
});

/** The catalogue of messages about input files. */
const INPUT_MESSAGES = [
  'calculation.ts',
  'cell.ts',
  'config.ts',
  'diff.ts',
  'effect.ts',
  'engine.ts',
  'header.ts',
  'input.ts',
  'member-ledger.ts',
  'outcomes.ts',
  'row.ts',
  'scenario.ts',
];

/** Whether another test, or a golden output of one, names the code. */
function shownElsewhere(code: string): boolean {
  return TESTS.some((text) => text.includes(code));
}

const TESTS = readdirSync(join(PROJECT, 'test'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|txt)$/.test(entry.name) && entry.name !== 'errors.test.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
