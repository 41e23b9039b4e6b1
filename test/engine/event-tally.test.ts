import { describe, expect, test } from 'vitest';
import { limbsFor } from '../../src/engine/event-tally.ts';
import { DUCKDB } from '../../src/engine/sql/dialect.ts';
import { LIMB, watchedRows } from '../../src/engine/sql/event.ts';

describe('sums of an event study', () => {
  test.each([
    [2 ** 50 - 1, 1],
    [2 ** 50, 2],
    [2 ** 53 * LIMB, 2],
  ])('of %d smallest units in all are exact in so many numbers each: %d', (minor, limbs) => {
    expect(limbsFor(minor, 5_000_000, LIMB)).toBe(limbs);
  });

  test('that no two numbers hold are refused', () => {
    expect(() => limbsFor(2 ** 54 * LIMB, 1, LIMB)).toThrow(/add up/);
    expect(() => limbsFor(2 ** 51, 2 ** 31, LIMB)).toThrow(/add up/);
  });

  test('come from pieces of a long table that leave no row out and take none twice', () => {
    const plan = { days: 7, lead: 14, step: 1, edges: [-15, -8, -1, 6], dates: [19_000] } as const;
    const rows = 20_000_000;
    const statements = watchedRows(DUCKDB, 'bought', rows, plan, { outcome: 'amount', decimals: 2, limbs: 1 });
    const ends = statements.map((sql) => /rowid BETWEEN (\d+) AND (\d+)/.exec(sql)!.slice(1).map(Number));
    expect(ends[0]![0]).toBe(0);
    for (const [at, [from]] of ends.entries()) if (at > 0) expect(from).toBe(ends[at - 1]![1]! + 1);
    expect(ends.at(-1)![1]).toBeGreaterThanOrEqual(rows - 1);
  });
});
