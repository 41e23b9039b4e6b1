import { describe, expect, test } from 'vitest';
import { simultaneousCritical } from '../../src/stats/simultaneous.ts';

describe('a simultaneous band', () => {
  const correlated = (size: number, rho: number) =>
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : rho)));

  // R: mvtnorm::qmvnorm(0.95, tail = "both.tails", corr = r)$quantile
  test.each([
    [2, 0.5, 2.2122],
    [5, 0.3, 2.5505],
    [10, 0.8, 2.5192],
    [24, 0.1, 3.0668],
  ])('of %i estimates that go together by %d reaches as far as R says', (size, rho, critical) => {
    expect(Math.abs(simultaneousCritical(correlated(size, rho), 0.95) - critical)).toBeLessThan(0.02);
  });

  test('of independent estimates reaches as far as the product of their levels says', () => {
    // R: qnorm((1 + 0.95^(1/8)) / 2)
    expect(Math.abs(simultaneousCritical(correlated(8, 0), 0.95) - 2.727)).toBeLessThan(0.02);
  });

  test('is the interval where there is one estimate, or all of them are the same', () => {
    expect(simultaneousCritical([[3]], 0.95)).toBeCloseTo(1.959964, 6);
    expect(Math.abs(simultaneousCritical(correlated(4, 1), 0.95) - 1.96)).toBeLessThan(0.02);
  });

  test('is the same whenever it is asked for, and whatever the units', () => {
    const scaled = correlated(5, 0.3).map((row, i) => row.map((value, j) => value * (i + 1) * (j + 1)));
    expect(simultaneousCritical(scaled, 0.95)).toBe(simultaneousCritical(correlated(5, 0.3), 0.95));
  });
});
