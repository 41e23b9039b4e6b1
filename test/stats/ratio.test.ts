import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estimate } from '../../src/stats/estimate.ts';
import { deltaRatio, fieller, type RatioEstimate, ratioOfMeans } from '../../src/stats/ratio.ts';
import { expectDigits, expectInterval } from './reference.ts';

// Sums 34.84 and 39.65, sums of squares 84.5508 and 88.5721, of 15 and 19 observations.
const A = { n: 15, mean: 34.84 / 15, m2: 84.5508 - 34.84 ** 2 / 15 };
const B = { n: 19, mean: 39.65 / 19, m2: 88.5721 - 39.65 ** 2 / 19 };

// In R, with means m, variances v, n and r the ratio, the ends are the roots (uniroot, tol = 1e-14) of
//   pooled:   (m[1] - r*m[2])^2 - qt(.975, 32)^2 * s2 * (1/15 + r^2/19),  s2 <- sum(v * (n - 1)) / 32
//   separate: (m[1] - r*m[2])^2 - qt(.975, df)^2 * (v[1]/15 + r^2 * v[2]/19),  df by Satterthwaite at r = m[1]/m[2]
test("Fieller's interval of two groups that scatter alike", () => {
  const ratio = ratioOfMeans(A, B, 0.95, 'pooled') as RatioEstimate;
  expectDigits(ratio.value, 1.113005464480875);
  expectInterval(ratio.interval, [0.9348870550570167, 1.324610989319499]);
});

test("Fieller's interval of two groups that need not scatter alike", () => {
  const ratio = ratioOfMeans(A, B, 0.95, 'separate') as RatioEstimate;
  expectInterval(ratio.interval, [0.937668878135705, 1.325086167725176], 11);
});

const PAIR = {
  numerator: 5,
  denominator: 4,
  numeratorVariance: 0.5,
  denominatorVariance: 0.6,
  covariance: 0.2,
  df: 20,
};

test('numerator and denominator from the same people: their covariance counts', () => {
  // f <- function(r) (5 - r*4)^2 - qt(.975, 20)^2 * (.5 - 2*r*.2 + r^2*.6); uniroot on either side of 1.25
  expectInterval((fieller(PAIR, 0.95) as RatioEstimate).interval, [0.8485523750155027, 2.008925934838365]);
  // sqrt(.5 - 2*1.25*.2 + 1.25^2*.6) / 4, and 1.25 + c(-1, 1) * qt(.975, 20) times that
  const delta = deltaRatio(PAIR, 0.95) as Estimate;
  expectDigits(delta.se, 0.2420614591379636);
  expectInterval(delta.interval, [0.7450686442463682, 1.754931355753632]);
});

test('a denominator that may be 0 leaves the ratio without bounds', () => {
  const ratio = fieller({ ...PAIR, denominator: 1.6 }, 0.95);
  expect(ratio).toEqual({
    value: 3.125,
    level: 0.95,
    interval: { unknown: 'unbounded: the denominator cannot be told from 0' },
  });
  expect(fieller({ ...PAIR, denominator: 0 }, 0.95)).toEqual({ unknown: 'the denominator is 0' });
  expect(deltaRatio({ ...PAIR, denominator: 0 }, 0.95)).toEqual({ unknown: 'the denominator is 0' });
});

test('the interval is bounded exactly where the denominator differs from 0 at the same level', () => {
  fc.assert(
    fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (denominator) => {
      fc.pre(denominator !== 0);
      const ratio = fieller({ ...PAIR, denominator }, 0.95) as RatioEstimate;
      const t = Math.abs(denominator) / Math.sqrt(PAIR.denominatorVariance);
      expect('unknown' in ratio.interval).toBe(t <= 2.085963447265837); // qt(.975, 20)
    }),
  );
});

test('the ratio lies in its interval, and each end is where the contrast is just t standard errors from 0', () => {
  const size = fc.double({ min: 0.1, max: 100, noNaN: true });
  fc.assert(
    fc.property(size, size, fc.double({ min: 0, max: 0.9, noNaN: true }), (numerator, denominator, rho) => {
      const [va, vb] = [0.01 * numerator ** 2, 0.02 * denominator ** 2];
      const covariance = rho * Math.sqrt(va * vb);
      const pair = { numerator, denominator, numeratorVariance: va, denominatorVariance: vb, covariance, df: 9 };
      const { value, interval } = fieller(pair, 0.95) as RatioEstimate;
      for (const end of interval as readonly [number, number]) {
        const se = Math.sqrt(va - 2 * end * covariance + end * end * vb);
        expectDigits(Math.abs(numerator - end * denominator) / se, 2.262157162798205, 9); // qt(.975, 9)
      }
      const [low, high] = interval as readonly [number, number];
      expect(low < value && value < high).toBe(true);
    }),
  );
});

test('a certain denominator brings Fieller and the delta method together', () => {
  const pair = { ...PAIR, covariance: 0, denominatorVariance: 0 };
  expectInterval((fieller(pair, 0.95) as RatioEstimate).interval, (deltaRatio(pair, 0.95) as Estimate).interval);
});

test('a group of one has no spread, so its ratio has no interval', () => {
  expect(ratioOfMeans({ n: 1, mean: 2, m2: 0 }, B, 0.95, 'pooled')).toEqual({
    unknown: 'a group has fewer than 2 people',
  });
  expect(ratioOfMeans(A, { ...B, mean: 0 }, 0.95, 'separate')).toEqual({ unknown: 'the denominator is 0' });
});
