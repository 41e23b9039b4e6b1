import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallestDetectable } from '../../src/stats/estimate.ts';
import { type MeanDifference, welch } from '../../src/stats/mean-difference.ts';
import { type Moments, momentsOf } from '../../src/stats/moments.ts';
import { expectDigits, expectInterval } from './reference.ts';

const A = momentsOf([21.5, 18.2, 19.9, 24.1, 20.3, 22.2]);
const B = momentsOf([17.1, 16.8, 19.5, 18.0, 16.2, 30.1, 15.5]);

test('two small groups that scatter differently get the interval of t.test', () => {
  const difference = welch(A, B, 0.95) as MeanDifference; // t.test(a, b): stderr, parameter, conf.int, p.value
  expectDigits(difference.se, 2.082586260609586);
  expectDigits(difference.df, 8.150277727804879);
  expectInterval(difference.interval, [-2.782320995584129, 6.791844805107936]);
  expectDigits(difference.p, 0.36342005718065);
  expectInterval((welch(A, B, 0.9) as MeanDifference).interval, [-1.85867057265267, 5.868194382176476]);
});

test('fast-food jobs in New Jersey grew by 2.75 a store against Pennsylvania, give or take 1.34', () => {
  // D. Card and A. B. Krueger (1994), table 3, row 4: full-time equivalents ft + pt/2 + mgrs, second wave less first,
  // of the stores that have both. Sums and sums of squares from the authors' public data; with changes nj and pa in R:
  // t.test(nj, pa): estimate, stderr, parameter, conf.int, p.value
  const newJersey = momentsFromSums(309, 144.2, 22070.69);
  const pennsylvania = momentsFromSums(75, -171.25, 9108.3125);
  const change = welch(newJersey, pennsylvania, 0.95) as MeanDifference;
  expectDigits(change.value, 2.75);
  expectDigits(change.se, 1.3423409769082761);
  expectDigits(change.df, 96.88377548977087);
  expectInterval(change.interval, [0.085784376840356, 5.4142156231596443]);
  expectDigits(change.p, 0.0431997415663039);
});

test('whose mean is taken from whose changes the sign and nothing else', () => {
  const sample = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const there = welch(momentsOf(a), momentsOf(b), 0.95);
      const back = welch(momentsOf(b), momentsOf(a), 0.95);
      if ('unknown' in there || 'unknown' in back) {
        expect(back).toEqual(there);
        return;
      }
      expect(back.value + there.value).toBe(0);
      expectDigits(back.p, there.p, 11);
      expect(back.interval[0]).toBeCloseTo(-there.interval[1], 8);
    }),
  );
});

test('an interval that leaves 0 out goes with a p-value below its level, and only then', () => {
  const sample = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const difference = welch(momentsOf(a), momentsOf(b), 0.95);
      if ('unknown' in difference) return;
      const [low, high] = difference.interval;
      expect(difference.p < 0.05).toBe(low > 0 || high < 0);
    }),
  );
});

test('one person, or people who are all alike, give no interval but a reason', () => {
  expect(welch(momentsOf([1]), B, 0.95)).toEqual({ unknown: 'a group has fewer than 2 people' });
  const alike = momentsOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
  expect(welch(alike, momentsOf([0.3, 0.3, 0.3]), 0.95)).toEqual({
    unknown: 'everybody in a group has the same value',
  });
});

test('the smallest effect that four tries in five would show is 2.8 standard errors', () => {
  expectDigits(smallestDetectable(10), 28.016); // (qnorm(0.975) + qnorm(0.8)) * 10 = 28.01585
});

function momentsFromSums(n: number, sum: number, squares: number): Moments {
  return { n, mean: sum / n, m2: squares - (sum * sum) / n };
}
