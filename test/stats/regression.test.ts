import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estimate } from '../../src/stats/estimate.ts';
import { momentsOf } from '../../src/stats/moments.ts';
import { type Line, leastSquares, leastSquaresOfGroups, weightedLeastSquares } from '../../src/stats/regression.ts';
import { expectDigits, expectInterval } from './reference.ts';

const X = [1, 2, 3, 4, 5, 6];
const Y = [2.1, 3.9, 6.2, 7.8, 10.1, 11.7];
const WEIGHTS = [3, 5, 2, 8, 1, 4];

// m <- lm(y ~ x); coef(m); coef(summary(m))[2, 2]; confint(m)[2, ]; sqrt(sandwich::vcovHC(m, type = "HC1")[2, 2])
test('a line through six points is that of lm, with its interval', () => {
  const line = leastSquares(X, Y, 0.95) as Line;
  expectDigits(line.intercept, 0.1466666666666649, 13);
  expectDigits(line.slope, 1.948571428571428);
  expectDigits(slopeOf(line).se, 0.04583317872577512);
  expectInterval(slopeOf(line).interval, [1.821318123842594, 2.075824733300262]);
  expectDigits(slopeOf(leastSquares(X, Y, 0.95, 'HC1')).se, 0.03711752144803174);
});

// the same with m <- lm(y ~ x, weights = w)
test('points that count for many people pull the line as lm with weights has it', () => {
  const line = weightedLeastSquares(X, Y, WEIGHTS, 0.95) as Line;
  expectDigits(line.intercept, 0.1186317321688499);
  expectDigits(line.slope, 1.934643377001456);
  expectDigits(slopeOf(line).se, 0.03677050085861643);
  expectInterval(slopeOf(line).interval, [1.832552099876879, 2.036734654126032]);
  expectDigits(slopeOf(weightedLeastSquares(X, Y, WEIGHTS, 0.95, 'HC1')).se, 0.02010507896483536);
});

const PEOPLE = [
  { x: 1, ys: [1, 3, 2, 5] },
  { x: 2, ys: [4, 4, 7] },
  { x: 3, ys: [6, 9, 8, 3, 10] },
];

// g <- rep(1:3, c(4, 3, 5)); y <- c(1, 3, 2, 5, 4, 4, 7, 6, 9, 8, 3, 10); m <- lm(y ~ g), then as above
test('the moments of groups give the line that lm draws through the people one by one', () => {
  const groups = PEOPLE.map(({ x, ys }) => ({ x, y: momentsOf(ys) }));
  const line = leastSquaresOfGroups(groups, 0.95) as Line;
  expect(line.n).toBe(12);
  expectDigits(line.intercept, 0.5327102803738313);
  expectDigits(line.slope, 2.224299065420561);
  expectDigits(slopeOf(line).se, 0.7147425014593972);
  expectInterval(slopeOf(line).interval, [0.6317535287530218, 3.8168446020881]);
  expectDigits(slopeOf(leastSquaresOfGroups(groups, 0.95, 'HC1')).se, 0.7390818204844183);
});

test('people one by one, and groups of them, are the same people', () => {
  const group = fc.record({
    x: fc.integer({ min: 0, max: 9 }),
    ys: fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(fc.array(group, { minLength: 3, maxLength: 6 }), fc.constantFrom('equal', 'HC1'), (people, scatter) => {
      const xs = people.flatMap(({ x, ys }) => ys.map(() => x));
      const single = leastSquares(
        xs,
        people.flatMap(({ ys }) => ys),
        0.95,
        scatter,
      );
      const grouped = leastSquaresOfGroups(
        people.map(({ x, ys }) => ({ x, y: momentsOf(ys) })),
        0.95,
        scatter,
      );
      if ('unknown' in single || 'unknown' in grouped) {
        expect(grouped).toEqual(single);
        return;
      }
      expect(grouped.slope).toBeCloseTo(single.slope, 9);
      expect(grouped.intercept).toBeCloseTo(single.intercept, 9);
      if ('unknown' in single.slopeEstimate) {
        expect(grouped.slopeEstimate).toEqual(single.slopeEstimate);
        return;
      }
      expect(slopeOf(grouped).se).toBeCloseTo(single.slopeEstimate.se, 9);
    }),
  );
});

test('points on a line have a slope without error, however they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 0, max: 30_000 }), (tenths, start) => {
      const xs = [0, 1, 2, 3, 4, 5].map((step) => start + step);
      const line = leastSquares(
        xs,
        xs.map((x) => 100 + (tenths / 10) * (x - start)),
        0.95,
      ) as Line;
      expect(line.slope).toBeCloseTo(tenths / 10, 10);
      expect(slopeOf(line).se).toBe(0);
      expect(slopeOf(line).interval).toEqual([line.slope, line.slope]);
    }),
  );
});

test('scatter in the ninth digit is scatter, not a perfect fit', () => {
  expect(slopeOf(leastSquares([1, 2, 3, 4], [1, 2, 3, 4.000000004], 0.95)).se).toBeGreaterThan(0);
});

test('where the months are counted from does not change the slope', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 12 }), (ys) => {
      const near = leastSquares([...ys.keys()], ys, 0.95) as Line;
      const far = leastSquares(
        ys.map((_, i) => 24_300 + i),
        ys,
        0.95,
      ) as Line;
      expect(far.slope).toBe(near.slope);
      expect(far.slopeEstimate).toEqual(near.slopeEstimate);
    }),
  );
});

test('two points make a line without an interval; one point, or one x, makes none', () => {
  expect(leastSquares([0, 1], [1, 3], 0.95)).toEqual({
    n: 2,
    slope: 2,
    intercept: 1,
    slopeEstimate: { unknown: 'an interval needs at least 3 points' },
  });
  expect(leastSquares([0], [1], 0.95)).toEqual({ unknown: 'a line needs at least 2 points' });
  expect(leastSquares([], [], 0.95)).toEqual({ unknown: 'a line needs at least 2 points' });
  expect(leastSquares([0.1, 0.1, 0.1], [1, 2, 4], 0.95)).toEqual({ unknown: 'all points have the same x' });
});

test('a point that stands for nobody is not there', () => {
  expect(weightedLeastSquares([...X, 7], [...Y, -50], [...WEIGHTS, 0], 0.95)).toEqual(
    weightedLeastSquares(X, Y, WEIGHTS, 0.95),
  );
});

function slopeOf(line: ReturnType<typeof leastSquares>): Estimate {
  return (line as Line).slopeEstimate as Estimate;
}
