import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chiSquaredLower,
  chiSquaredQuantile,
  chiSquaredUpper,
  chiSquaredUpperQuantile,
} from '../../src/stats/chi-squared.ts';
import { expectDigits, referenceTails } from './reference.ts';

test('both tails and the quantiles of χ² hold 12 digits from 1 to a million degrees of freedom', () => {
  for (const { x, parameters, lower, upper } of referenceTails('chiSquared')) {
    const [df] = parameters as [number];
    expectDigits(chiSquaredLower(x, df), lower, 12, `χ² ${x} ${df}`);
    expectDigits(chiSquaredUpper(x, df), upper, 12, `χ² ${x} ${df}`);
    const quantile = upper < lower ? chiSquaredUpperQuantile(upper, df) : chiSquaredQuantile(lower, df);
    expectDigits(quantile, x, 12, `χ² ${x} ${df}`);
  }
});

test('the usual critical values are those of R', () => {
  expectDigits(chiSquaredQuantile(0.95, 1), 3.841458820694124); // qchisq(0.95, 1)
  expectDigits(chiSquaredUpper(8.22492228519771, 1), 0.004131897477641487); // prop.trend.test of the smokers
});

test('χ² has all of its probability above 0 and none beyond infinity', () => {
  expect(chiSquaredUpper(0, 3)).toBe(1);
  expect(chiSquaredLower(0, 3)).toBe(0);
  expect(chiSquaredUpper(Number.POSITIVE_INFINITY, 3)).toBe(0);
  expect(() => chiSquaredUpper(1, -1)).toThrow(RangeError);
});

test('a quantile of χ² is undone by its tail', () => {
  const df = fc.double({ min: 1, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), df, (p, degrees) => {
      expectDigits(chiSquaredLower(chiSquaredQuantile(p, degrees), degrees), p, 11);
      expectDigits(chiSquaredUpper(chiSquaredUpperQuantile(p, degrees), degrees), p, 11);
    }),
  );
});
