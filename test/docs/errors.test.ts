import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorExamples, errorsPage } from '../../.build/docs/errors.ts';
import { printedProblems } from '../../.build/docs/problems.ts';
import { PROJECT, run } from '../run.ts';
import { expectPage } from './page.ts';

const examples = errorExamples();

async function writtenPage(): Promise<string> {
  const printed = new Map<string, string>();
  for (const { code, command, folder } of examples) {
    const { stderr } = await run(command.split(/\s+/), { cwd: join(PROJECT, folder) });
    printed.set(code, stderr);
  }
  return errorsPage(examples, ({ code }) => printed.get(code) ?? '');
}

const page = await writtenPage();

test('docs/errors.md is what the program prints for the broken inputs', () => {
  expectPage('docs/errors.md', page);
});

describe('docs/errors.md', () => {
  test.each(examples.map(({ code }) => code))('shows %s once, with its message', (code) => {
    const [, section = '', ...more] = page.split(`\n### ${code}\n`);
    expect(more).toEqual([]);
    expect(section.split('\n##')[0]).toContain(`[${code}]`);
  });

  test('quotes the line that a message names', () => {
    expect(page.split('\n')).toContain('costs.csv:3  2024-02,staff,0x10');
  });

  test('shows what every mistake on the command line gives, but for a terminal that takes no bytes and a disk that cannot be written to', () => {
    const source = readFileSync(join(PROJECT, 'src/errors/usage.ts'), 'utf8');
    const codes = [...source.matchAll(/code: '([A-Z_]+)'/g)].map(([, code]) => code!);
    const shown = examples.filter(({ isUsage }) => isUsage).map(({ code }) => code);
    expect(codes.filter((code) => !shown.includes(code))).toEqual(['OUTPUT_BINARY', 'OUTPUT_FAILED']);
  });
});

test('every code that the program knows stands on the page', () => {
  const folder = join(PROJECT, 'src/errors');
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const codes = sources
    .flatMap((source) => [...source.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)])
    .map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => !page.includes(code))).toEqual([]);
});

test('what the program printed is taken apart into problems, remarks left out', () => {
  const printed =
    'error: a.csv:2: "x" is not a cohort  [COHORT_UNKNOWN]\n  column "who": It is one of a or b.\n' +
    'error: calc needs <spend>  [ARGUMENT_MISSING]\n  See --help\n  and 214 more\nnothing was computed\n';
  expect(printedProblems(printed)).toEqual([
    {
      code: 'COHORT_UNKNOWN',
      file: 'a.csv',
      line: 2,
      text: 'error: a.csv:2: "x" is not a cohort  [COHORT_UNKNOWN]\n  column "who": It is one of a or b.',
    },
    {
      code: 'ARGUMENT_MISSING',
      text: 'error: calc needs <spend>  [ARGUMENT_MISSING]\n  See --help\n  and 214 more',
    },
  ]);
});
