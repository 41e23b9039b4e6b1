import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { type RunOptions, run } from '../run.ts';

/** Figures that a script beside this file has computed, by name. */
export function references(file: string): ReadonlyMap<string, number> {
  const text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
  return new Map(
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [name = '', value] = line.split(',');
        return [name, Number(value)] as const;
      }),
  );
}

/** What a command answers in its JSON. */
export async function dataOf(args: readonly string[], options: RunOptions = {}) {
  const { stdout, stderr, code } = await run([...args, '--json'], options);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout).data;
}

/** Compares figures with the references of the same names, to ten digits. */
export function expectReferences(
  expected: ReadonlyMap<string, number>,
  prefix: string,
  actual: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(actual)) {
    const reference = expected.get(`${prefix}.${name}`);
    expect(reference, `${prefix}.${name} is no reference`).toBeDefined();
    expect(Math.abs(value - reference!), `${prefix}.${name}`).toBeLessThanOrEqual(
      1e-10 * Math.max(1, Math.abs(reference!)),
    );
  }
}

/** Difference and interval of a comparison. */
export function ends(figures: { difference: number; interval: { difference: [number, number] } }) {
  const [low, high] = figures.interval.difference;
  return { difference: figures.difference, low, high };
}
