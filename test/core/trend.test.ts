import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { cost, labels, returning } from './helper.ts';

/** Returns and costs of as many months as there are numbers. */
function trendOf(returns: readonly number[], costs: readonly number[]) {
  const rows = labels('2023-01', costs.length).map((label, i) => cost(label, 'staff', costs[i] ?? 0));
  return calculateRoi({ costs: rows, spend: returning('2023-01', returns) }).trend;
}

const returns = [300, 520, 410, 800, 910, 700, 1240, 1100, 1530, 1480, 1820, 1610];
const costs = [900, 905, 900, 930, 915, 900, 940, 900, 925, 905, 930, 950];

test("twelve months have R's slopes and intervals", () => {
  // R 4.2.2: m <- lm(y ~ x) with x <- 1:12; coef(m)[2]; confint(m)[2, ]
  const { periods, interval, ...slopes } = trendOf(returns, costs);
  expect(periods).toBe(12);
  expect(slopes['return']).toBeCloseTo(134.12587412587411, 9);
  expect(slopes.cost).toBeCloseTo(2.7272727272726587, 9);
  expect(slopes.profit).toBeCloseTo(131.39860139860141, 9);
  expect(interval?.return[0]).toBeCloseTo(105.09447768487749, 8);
  expect(interval?.return[1]).toBeCloseTo(163.15727056687072, 8);
  expect(interval?.cost[0]).toBeCloseTo(-0.16110412904655425, 8);
  expect(interval?.cost[1]).toBeCloseTo(5.6156495835918712, 8);
  expect(interval?.profit[0]).toBeCloseTo(103.59992752633126, 8);
  expect(interval?.profit[1]).toBeCloseTo(159.19727527087159, 8);
});

test('what came before the latest twelve months no longer counts', () => {
  const { periods, return: slope } = trendOf([9e6, -4e6, ...returns], [0, 0, ...costs]);
  expect({ periods, slope }).toEqual({ periods: 12, slope: expect.closeTo(134.12587412587411, 6) });
});

test('twelve quarters are the latest twelve periods, too', () => {
  const series = returns.map((value, i) => value + i);
  const { trend } = calculateRoi({ costs: [], spend: returning('2021-Q1', [1e6, ...series]) });
  expect(trend).toMatchObject({ periods: 12, return: expect.closeTo(135.12587412587411, 6) });
});

describe('few periods', () => {
  test('one has no trend', () => {
    expect(trendOf([100], [10])).toEqual({
      periods: 1,
      return: null,
      cost: null,
      profit: null,
      reason: 'a trend takes two periods',
      interval: null,
      intervalReason: 'a trend takes two periods',
    });
  });

  test('two have a slope, but nothing to judge it by', () => {
    expect(trendOf([100, 160], [10, 15])).toEqual({
      periods: 2,
      return: 60,
      cost: 5,
      profit: 55,
      interval: null,
      intervalReason: 'an interval takes three periods',
    });
  });

  test('three have an interval, which is wide: 15 ± 330', () => {
    // R 4.2.2: confint(lm(c(100, 160, 130) ~ c(1, 2, 3)))[2, ]
    const { return: slope, interval } = trendOf([100, 160, 130], [10, 10, 10]);
    expect(slope).toBeCloseTo(15, 9);
    expect(interval?.return[0]).toBeCloseTo(-315.1168826164031, 7);
    expect(interval?.return[1]).toBeCloseTo(345.1168826164031, 7);
    expect(interval?.cost).toEqual([0, 0]);
  });
});

test('a community that grows by the same amount every month has a slope without error', () => {
  const { return: slope, interval } = trendOf([10, 20, 30, 40, 50], [5, 5, 5, 5, 5]);
  expect(slope).toBeCloseTo(10, 12);
  expect(interval?.return.map((end) => Math.round(end * 1e9) / 1e9)).toEqual([10, 10]);
});
