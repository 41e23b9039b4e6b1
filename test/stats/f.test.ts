import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fLower, fQuantile, fUpper, fUpperQuantile } from '../../src/stats/f.ts';
import { expectDigits, referenceTails } from './reference.ts';

const df = fc.double({ min: 1, max: 1e6, noNaN: true });

test('both tails and the quantiles of F hold 12 digits, even with a million degrees of freedom on either side', () => {
  for (const { x, parameters, lower, upper } of referenceTails('f')) {
    const [d1, d2] = parameters as [number, number];
    expectDigits(fLower(x, d1, d2), lower, 12, `F ${x} ${d1} ${d2}`);
    expectDigits(fUpper(x, d1, d2), upper, 12, `F ${x} ${d1} ${d2}`);
    const quantile = upper < lower ? fUpperQuantile(upper, d1, d2) : fQuantile(lower, d1, d2);
    expectDigits(quantile, x, 12, `F ${x} ${d1} ${d2}`);
  }
});

test('the usual critical values are those of R', () => {
  expectDigits(fQuantile(0.95, 3, 20), 3.09839121214078); // qf(0.95, 3, 20)
  expectDigits(fUpper(4, 2, 10), 0.05292214940134465); // pf(4, 2, 10, lower = FALSE)
});

test('F has all of its probability above 0 and none beyond infinity', () => {
  expect(fUpper(0, 3, 4)).toBe(1);
  expect(fLower(-1, 3, 4)).toBe(0);
  expect(fUpper(Number.POSITIVE_INFINITY, 3, 4)).toBe(0);
  expect(() => fUpper(1, 3, Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test('the reciprocal of F has its degrees of freedom the other way round', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: 1, max: 50 }), (f, d) => {
      expectDigits(fUpper(f, d, 7), fLower(1 / f, 7, d), 12);
    }),
  );
});

test('a quantile of F is undone by its tail', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), df, df, (p, d1, d2) => {
      expectDigits(fLower(fQuantile(p, d1, d2), d1, d2), p, 11);
      expectDigits(fUpper(fUpperQuantile(p, d1, d2), d1, d2), p, 11);
    }),
  );
});
