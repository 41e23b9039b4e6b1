import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapley } from '../../src/stats/shapley.ts';

/** A value for every set of moved factors, at random. */
const games = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.tuple(fc.constant(n), fc.array(fc.integer({ min: -1e6, max: 1e6 }), fill(1 << n))));

function fill(length: number) {
  return { minLength: length, maxLength: length };
}

describe('Shapley values', () => {
  test('of a product are each change times the mean of the other: 2 × 3 → 4 × 5 is 8 for one and 6 for the other', () => {
    const value = (moved: number) => (moved & 1 ? 4 : 2) * (moved & 2 ? 5 : 3);
    expect(shapley(2, value)).toEqual([8, 6]);
  });

  test('of the glove game: two left hands and a right are worth 1/6, 1/6 and 4/6', () => {
    // L. S. Shapley (1953): a pair is worth 1. Bits 0 and 1 hold a left glove, bit 2 the right one.
    const shares = shapley(3, (held) => (held & 4 && held & 3 ? 1 : 0));
    [1 / 6, 1 / 6, 4 / 6].forEach((share, i) => void expect(shares[i]).toBeCloseTo(share, 14));
  });

  test('of a sum are the terms', () => {
    expect(shapley(4, (moved) => (moved & 1) * 5 + (moved & 2) * 5 + (moved & 8) * -1)).toEqual([5, 10, 0, -8]);
  });

  test('add up to the whole movement', () => {
    fc.assert(
      fc.property(games, ([n, values]) => {
        const sum = shapley(n, (moved) => values[moved]!).reduce((total, share) => total + share, 0);
        expect(sum).toBeCloseTo(values.at(-1)! - values[0]!, 6);
      }),
    );
  });

  test('do not depend on the order in which the factors are listed', () => {
    fc.assert(
      fc.property(games, ([n, values]) => {
        const forwards = shapley(n, (moved) => values[moved]!);
        const backwards = shapley(n, (moved) => values[mirrored(moved, n)]!);
        forwards.forEach((share, i) => void expect(backwards[n - 1 - i]).toBeCloseTo(share, 6));
      }),
    );
  });
});

function mirrored(bits: number, n: number): number {
  let result = 0;
  for (let i = 0; i < n; i++) if (bits & (1 << i)) result |= 1 << (n - 1 - i);
  return result;
}
