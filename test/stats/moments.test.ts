import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addToMoments,
  mergeMoments,
  momentsFromSd,
  momentsOf,
  NO_MOMENTS,
  standardDeviation,
  variance,
} from '../../src/stats/moments.ts';
import { isUnknown } from '../../src/stats/unknown.ts';
import { expectDigits } from './reference.ts';

const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 40 });

test('the variance of large numbers that differ little is theirs, not 0', () => {
  expect(variance(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]))).toBe(30); // var(1e9 + c(4, 7, 13, 16))
});

test('two sets of numbers merge into the moments of both together', () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      const merged = mergeMoments(momentsOf(a), momentsOf(b));
      const whole = momentsOf([...a, ...b]);
      expect(merged.n).toBe(whole.n);
      expect(merged.mean).toBeCloseTo(whole.mean, 6);
      expect(Math.abs(merged.m2 - whole.m2)).toBeLessThanOrEqual(1e-12 * whole.m2 + 1e-6);
    }),
  );
});

test('nothing merged with something is that something, and one number more is a merge with one', () => {
  const some = momentsOf([2, 3, 5]);
  expect(mergeMoments(NO_MOMENTS, some)).toEqual(some);
  expect(mergeMoments(some, NO_MOMENTS)).toEqual(some);
  const more = addToMoments(some, 7);
  const merged = mergeMoments(some, momentsOf([7]));
  expectDigits(more.m2, merged.m2, 14);
  expectDigits(more.mean, merged.mean, 14);
});

test('a reported standard deviation comes back', () => {
  expectDigits(standardDeviation(momentsFromSd(40, 12.5, 3.2)), 3.2, 15);
  expect(momentsFromSd(0, 0, 0).m2).toBe(0);
});

test('one value has no variance, and the reason says so', () => {
  expect(variance(momentsOf([5]))).toEqual({ unknown: 'a variance needs at least 2 values' });
  expect(isUnknown(standardDeviation(NO_MOMENTS))).toBe(true);
});
