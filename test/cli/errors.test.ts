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
const INPUT_MESSAGES = ['calculation.ts', 'cell.ts', 'header.ts', 'input.ts', 'row.ts'];

/** Codes that a committed file cannot raise, and the test that raises each. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  FILE_UNREADABLE: 'test/input/sources.test.ts',
  KIND_UNCLEAR: 'test/cli/validate.test.ts',
  MAP_UNKNOWN: 'test/cli/usage.test.ts',
  RECORD_TOO_LONG: 'test/input/text.test.ts',
  STDIN_TWICE: 'test/cli/usage.test.ts',
  UNPACKED_TOO_LARGE: 'test/input/gzip.test.ts',
};

function shownElsewhere(code: string): boolean {
  const path = ELSEWHERE[code];
  return path !== undefined && readFileSync(join(PROJECT, path), 'utf8').includes(code);
}
