import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { formatCell } from '../../src/report/format.ts';
import { findEntry, GLOSSARY, type GlossaryEntry } from '../../src/report/glossary.ts';
import { readFixture } from '../core/helper.ts';
import { PROJECT, run } from '../run.ts';

/** The value at a dotted path; a list counts from its end with -1. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((parent: unknown, key) => {
    if (Array.isArray(parent)) return parent.at(Number(key));
    return (parent as Record<string, unknown> | null)?.[key];
  }, value);
}

const plain = { locale: 'en-US', currency: null, ascii: false };

/** A figure as prose may write it: whole or in cents, with or without a sign. */
function spellings({ path, of, worked: { value, text } }: GlossaryEntry): string[] {
  if (typeof value === 'string') return [value];
  const both = [false, true];
  if (/roi|irr|shareOfPie|giveBack|coverage/.test(path) || (of !== undefined && text.includes('%')))
    return both.map((signed) => formatCell({ kind: 'percent', ratio: value, signed }, plain));
  const styles = Number.isInteger(value) ? both : [true];
  return styles.flatMap((cents) =>
    both.map((signed) => formatCell({ kind: 'money', amount: value, cents, signed }, plain)),
  );
}

/** The figures of an entry's fixture: the calculation itself, or what its command line answers. */
async function computed({ worked: { fixture, options, command } }: GlossaryEntry): Promise<unknown> {
  if (command === undefined) return calculateRoi(readFixture(fixture), options);
  const { stdout, stderr } = await run([...command.split(' '), '--json'], { cwd: join(PROJECT, 'fixtures', fixture) });
  expect(stderr).toBe('');
  return JSON.parse(stdout).data;
}

/** Whether the text holds the number, and not only as a part of a longer one. */
function holds(text: string, number: string): boolean {
  return ` ${text} `.split(/[\s:;()]+|[.,](?=\s)/).includes(number);
}

// Figures that no expected.json of a fixture states come from worked.py beside this file: NPV as the sum of
// flow / 1.08^(month / 12), IRR as scipy.optimize.brentq(npv, -0.9, 10), retention as Δr·v̄ cell by cell. Those of members
// come from test/members: ledger.py in exact fractions, and fixtures.R.
describe.each(GLOSSARY.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  const { fixture, value, text } = entry.worked;

  test(`is ${value} in fixtures/${fixture}`, async () => {
    const found = at(await computed(entry), entry.path);
    if (typeof value === 'string') expect(found).toBe(value);
    else expect(Math.abs(Number(found ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  });

  test('is told with that number', () => {
    expect(
      spellings(entry).some((number) => holds(text, number)),
      `${spellings(entry)} in: ${text}`,
    ).toBe(true);
  });

  test('is a question with a formula, assumptions, and when it is unknown', () => {
    expect(entry.question).toMatch(/\?$/);
    expect(entry.formula.length * entry.assumptions.length).toBeGreaterThan(0);
    for (const sentence of [...entry.assumptions, entry.unknown, text]) expect(sentence).toMatch(/\.$/);
  });
});

test('every metric has a name of its own', () => {
  expect(GLOSSARY.map(({ id }) => findEntry(id)?.title)).toEqual(GLOSSARY.map(({ title }) => title));
  expect(findEntry('luck')).toBeUndefined();
});
