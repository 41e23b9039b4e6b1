import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estimate } from '../../src/stats/estimate.ts';
import { jackknife, jackknifeAll } from '../../src/stats/jackknife.ts';
import { momentsOf, variance } from '../../src/stats/moments.ts';
import { leastSquares } from '../../src/stats/regression.ts';
import { expectDigits, expectInterval } from './reference.ts';

test('the error of a ratio over four groups is that of survey', () => {
  // y <- c(3.1, 4.5, 0, 12.2, 5, 6.6, 0, 8.1, 2.4, 9.9, 1.5, 7.3); x <- c(1, 2, 1, 3, 2, 2, 1, 4, 1, 3, 1, 2)
  // g <- rep(1:4, 3); d <- svydesign(ids = ~g, weights = rep(1, 12), data = data.frame(y, x, g))
  // r <- svyratio(~y, ~x, as.svrepdesign(d, type = "JK1", mse = FALSE)); coef(r); SE(r)
  const [y, x] = [
    [3.1, 4.5, 0, 12.2, 5, 6.6, 0, 8.1, 2.4, 9.9, 1.5, 7.3],
    [1, 2, 1, 3, 2, 2, 1, 4, 1, 3, 1, 2],
  ];
  const ratio = (without: number) => sum(y, (i) => i % 4 !== without) / sum(x, (i) => i % 4 !== without);
  const estimate = jackknife(ratio(-1), [0, 1, 2, 3].map(ratio), 0.95) as Estimate;
  expectDigits(estimate.value, 2.634782608695652);
  expectDigits(estimate.se, 0.389078828405844);
  expect(estimate.df).toBe(3);
  const reach = 3.182446305283708 * 0.389078828405844; // qt(0.975, 3)
  expectInterval(estimate.interval, [2.634782608695652 - reach, 2.634782608695652 + reach]);
});

test('leaving out one value at a time gives the mean its textbook error, sd/√n', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 60 }), (values) => {
      const total = sum(values, () => true);
      const replicates = values.map((value) => (total - value) / (values.length - 1));
      const estimate = jackknife(total / values.length, replicates, 0.95) as Estimate;
      const textbook = Math.sqrt((variance(momentsOf(values)) as number) / values.length);
      expect(estimate.se).toBeCloseTo(textbook, 6);
    }),
  );
});

test('people who are seen six times each are one person each: the error is that of vcovCL', () => {
  // i <- rep(1:200, each = 6); t <- rep(1:6, 200); y <- 10 + t*(0.5 + 0.4*cos(5*i)) + 3*sin(7*i) + 2*sin(11*i*t)
  // m <- lm(y ~ t); sqrt(sandwich::vcovCL(m, i, type = "HC0")[2, 2]); summary(m) has 0.04700, as if strangers
  const people = Array.from({ length: 200 }, (_, at) => at + 1);
  const spend = (i: number, t: number) =>
    10 + t * (0.5 + 0.4 * Math.cos(5 * i)) + 3 * Math.sin(7 * i) + 2 * Math.sin(11 * i * t);
  const slopeWithout = (left: number) => {
    const points = people
      .filter((i) => i !== left)
      .flatMap((i) => [1, 2, 3, 4, 5, 6].map((t) => ({ t, y: spend(i, t) })));
    const line = leastSquares(
      points.map(({ t }) => t),
      points.map(({ y }) => y),
      0.95,
    );
    return 'unknown' in line ? Number.NaN : line.slope;
  };
  const estimate = jackknife(slopeWithout(0), people.map(slopeWithout), 0.95) as Estimate;
  expectDigits(estimate.value, 0.526803195278296, 10);
  expectDigits(estimate.se, 0.03274606091309476, 10);
});

test('statistics are judged each by itself, and one that a group carries alone is unknown for its reason', () => {
  const alone = { unknown: 'without group 2 nobody is left in newcomer' };
  const none = { unknown: 'no cost' };
  const estimates = jackknifeAll(
    [10, 5, none],
    [
      [9, 4, none],
      [11, alone, none],
      [10, 6, none],
    ],
    0.95,
  );
  expect(estimates[0]).toEqual(jackknife(10, [9, 11, 10], 0.95));
  expect(estimates[1]).toEqual(alone);
  expect(estimates[2]).toEqual(none);
});

test('a figure that no group moves is certain', () => {
  expect((jackknife(7, [0.1, 0.1, 0.1, 0.1], 0.95) as Estimate).interval).toEqual([7, 7]);
});

test('one group of people has nothing to be compared with', () => {
  const reason = { unknown: 'an interval needs at least 2 groups of people' };
  expect(jackknife(7, [7], 0.95)).toEqual(reason);
  expect(jackknifeAll([7, 8], [], 0.95)).toEqual([reason, reason]);
});

test('an interval scales with its money', () => {
  const replicates = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(replicates, (values) => {
      const [once, hundredfold] = [
        jackknife(3, values, 0.95) as Estimate,
        jackknife(
          300,
          values.map((value) => 100 * value),
          0.95,
        ) as Estimate,
      ];
      expect(hundredfold.se).toBeCloseTo(100 * once.se, 6);
    }),
  );
});

function sum(values: readonly number[] | undefined, keep: (index: number) => boolean): number {
  return (values ?? []).reduce((total, value, i) => (keep(i) ? total + value : total), 0);
}
