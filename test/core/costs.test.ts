import { describe, expect, test } from 'vitest';
import { CATEGORY_NAMES, type CostSeries, costAt, costSeries, firstCostMonth } from '../../src/core/costs.ts';
import { money, toNumber } from '../../src/core/money.ts';
import type { CostRow } from '../../src/core/rows.ts';
import { timeline } from '../../src/core/timeline.ts';
import { cost, period } from './helper.ts';

/** The costs of each category that has any, period by period, and what lies outside. */
function laid(costs: readonly CostRow[], from: string, to: string, life?: number) {
  const series = costSeries(costs, timeline(period(from), period(to)), life);
  return {
    borne: shown(series.amortised),
    paid: shown(series.cash),
    before: toNumber(series.before),
    after: toNumber(series.after),
    left: toNumber(series.notYetAmortised),
  };
}

function shown(series: CostSeries['cash']) {
  const used = CATEGORY_NAMES.filter((category) => series[category].some((amount) => amount !== 0n));
  return Object.fromEntries(used.map((category) => [category, series[category].map(toNumber)]));
}

const nothing = { before: 0, after: 0, left: 0 };

describe('costs of a period', () => {
  test('a quarter spreads evenly over its months, and months add up to a quarter', () => {
    expect(laid([cost('2024-Q1', 'ongoing', 100)], '2024-01', '2024-03')).toEqual({
      borne: { ongoing: [33.333333333333, 33.333333333333, 33.333333333334] },
      paid: { ongoing: [33.333333333333, 33.333333333333, 33.333333333334] },
      ...nothing,
    });
    const three = ['2024-01', '2024-02', '2024-03'].map((label) => cost(label, 'ongoing', '33.34'));
    expect(laid(three, '2024-Q1', '2024-Q1').borne).toEqual({ ongoing: [100.02] });
  });

  test('a month is part of its year', () => {
    const costs = [cost('2023-12', 'misc', 5), cost('2024-01', 'misc', 7), cost('2024-12', 'misc', 11)];
    expect(laid(costs, '2023', '2024').borne).toEqual({ misc: [5, 18] });
  });

  test('a year that the window enters in the middle falls outside in part', () => {
    expect(laid([cost('2023', 'overhead', 1200)], '2023-03', '2023-10')).toEqual({
      borne: { overhead: Array(8).fill(100) },
      paid: { overhead: Array(8).fill(100) },
      before: 200,
      after: 200,
      left: 0,
    });
  });

  test('a credit note takes away', () => {
    const costs = [cost('2024-01', 'ongoing', 500), cost('2024-01', 'ongoing', '-120.5'), cost('2024-02', 'misc', -3)];
    expect(laid(costs, '2024-01', '2024-02').borne).toEqual({ ongoing: [379.5, 0], misc: [0, -3] });
  });
});

describe('costs that recur', () => {
  test('they come every period through the last one', () => {
    const costs = [cost('2024-02', 'staff', 10, { until: '2024-04' })];
    expect(laid(costs, '2024-01', '2024-05').borne).toEqual({ staff: [0, 10, 10, 10, 0] });
  });

  test('an end in a coarser unit means through its last month', () => {
    const costs = [cost('2024-02', 'staff', 10, { until: '2024-Q2' }), cost('2024-06', 'misc', 1, { until: '2024' })];
    expect(laid(costs, '2024-01', '2024-12').borne).toEqual({
      staff: [0, 10, 10, 10, 10, 10, 0, 0, 0, 0, 0, 0],
      misc: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
    });
  });

  test('a quarterly one spreads each quarter over its months', () => {
    const costs = [cost('2024-Q1', 'overhead', 30, { until: '2024-Q2' })];
    expect(laid(costs, '2024-01', '2024-07').borne).toEqual({ overhead: [10, 10, 10, 10, 10, 10, 0] });
  });

  test('what recurs beyond the window is left out on both sides', () => {
    const costs = [cost('2023-11', 'staff', 10, { until: '2024-06' })];
    expect(laid(costs, '2024-01', '2024-03')).toEqual({
      borne: { staff: [10, 10, 10] },
      paid: { staff: [10, 10, 10] },
      before: 20,
      after: 30,
      left: 0,
    });
  });
});

describe('one-off costs', () => {
  test('they are written off in a straight line over four years, or the default, or their own life', () => {
    const costs = [cost('2024-01', 'one_off', 4800)];
    expect(laid(costs, '2024-01', '2024-02').borne).toEqual({ one_off: [100, 100] });
    expect(laid(costs, '2024-01', '2024-02', 2).borne).toEqual({ one_off: [200, 200] });
    expect(laid([cost('2024-01', 'one_off', 4800, { life: 5 })], '2024-01', '2024-02', 2).borne).toEqual({
      one_off: [80, 80],
    });
  });

  test('a life of 2.5 years ends after 30 months', () => {
    expect(laid([cost('2022-07', 'one_off', 3000, { life: 2.5 })], '2022-Q3', '2025-Q1')).toEqual({
      borne: { one_off: [300, 300, 300, 300, 300, 300, 300, 300, 300, 300, 0] },
      paid: { one_off: [3000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      ...nothing,
    });
  });

  test('two of the same period keep a life each', () => {
    const costs = [cost('2024-01', 'one_off', 120, { life: 1 }), cost('2024-01', 'one_off', 240, { life: 2 })];
    expect(laid([...costs, cost('2024-01', 'one_off', 480)], '2024-12', '2025-01').borne).toEqual({
      one_off: [30, 20],
    });
  });

  test('a life shorter than a month is a month', () => {
    expect(laid([cost('2024-01', 'one_off', 50, { life: 0.01 })], '2024-01', '2024-02').borne).toEqual({
      one_off: [50, 0],
    });
  });

  test('one paid before the window still costs inside it, but was not paid there', () => {
    expect(laid([cost('2023-07', 'one_off', 1200, { life: 1 })], '2024-01', '2024-04')).toEqual({
      borne: { one_off: [100, 100, 100, 100] },
      paid: {},
      before: 1200,
      after: 0,
      left: 200,
    });
  });

  test('one paid after the window is left out, not left to be written off', () => {
    expect(laid([cost('2024-02', 'one_off', 1200)], '2024-01', '2024-01')).toEqual({
      borne: {},
      paid: {},
      before: 0,
      after: 1200,
      left: 0,
    });
  });

  test('what is written off and what is left make up what was paid', () => {
    const series = costSeries(
      [cost('2023-02', 'one_off', '999.99', { life: 3 })],
      timeline(period('2023'), period('2024')),
    );
    const written = series.amortised.one_off.reduce((sum, amount) => sum + amount, 0n);
    expect(written + series.notYetAmortised).toBe(money('999.99'));
  });
});

test('a cost in two rows is laid as the cost in one, to the last digit', () => {
  const halves = [cost('2024', 'misc', '33.35'), cost('2024', 'misc', '66.65')];
  const time = timeline(period('2024-01'), period('2024-12'));
  expect(costSeries(halves, time)).toEqual(costSeries([cost('2024', 'misc', 100)], time));
});

test('the cost of a period is that of all categories, or of those asked for', () => {
  const costs = [cost('2024-01', 'staff', 10), cost('2024-01', 'overhead', 5)];
  const { amortised } = costSeries(costs, timeline(period('2024-01'), period('2024-01')));
  expect(costAt(amortised, 0)).toBe(money(15));
  expect(costAt(amortised, 0, (category) => category === 'staff')).toBe(money(10));
});

test('the first cost is the one whose first month is earliest, whatever its unit', () => {
  expect(firstCostMonth([])).toBeUndefined();
  expect(firstCostMonth([cost('2024-02', 'misc', 1), cost('2024', 'misc', 1)])).toBe(2024 * 12);
});
