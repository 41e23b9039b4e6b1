import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A place, the parameters of the distribution, and its lower and upper tail there. */
export interface ReferenceRow {
  readonly x: number;
  readonly parameters: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** Tails to 16 digits, from the power series at 60 digits; `reference-tails.py` prints them. */
export function referenceTails(distribution: 't' | 'normal' | 'chiSquared' | 'f'): ReferenceRow[] {
  const text = readFileSync(new URL('reference-tails.json', import.meta.url), 'utf8');
  const rows: number[][] = JSON.parse(text)[distribution];
  return rows.map((row) => ({
    x: row[0]!,
    parameters: row.slice(1, -2),
    lower: row.at(-2)!,
    upper: row.at(-1)!,
  }));
}

/** Passes when both numbers agree in their first `digits` significant digits. */
export function expectDigits(actual: unknown, expected: number, digits = 12, label = ''): void {
  expect(actual, label).toBeTypeOf('number');
  const error = Math.abs((actual as number) - expected);
  expect(error, `${label} ${actual} against ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * 0.5 * 10 ** (1 - digits),
  );
}

/** The same for the two ends of an interval. */
export function expectInterval(actual: unknown, expected: readonly [number, number], digits = 12): void {
  expect(actual).toHaveLength(2);
  const [low, high] = actual as [number, number];
  expectDigits(low, expected[0], digits, 'low');
  expectDigits(high, expected[1], digits, 'high');
}
