import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiOptions } from '../../src/core/input.ts';
import type { CostRow } from '../../src/core/rows.ts';
import { labelAt, timeline } from '../../src/core/timeline.ts';
import { reportWindow } from '../../src/core/window.ts';
import { cost, period, returning } from './helper.ts';

const months = timeline(period('2023-03'), period('2023-08'));
const quarters = timeline(period('2023-Q1'), period('2023-Q4'));

function windowOf(costs: readonly CostRow[], options: Pick<RoiOptions, 'from' | 'to'> = {}, spend = months) {
  const time = reportWindow(costs, spend, options);
  return 'code' in time ? time : `${labelAt(time, 0)}..${labelAt(time, time.length - 1)}`;
}

describe('without --from and --to', () => {
  test('the window is that of spending where no cost is earlier', () => {
    expect(windowOf([])).toBe('2023-03..2023-08');
    expect(windowOf([cost('2023-05', 'staff', 1), cost('2024-01', 'staff', 1)])).toBe('2023-03..2023-08');
  });

  test('it opens with the first month of the first cost, and closes with spending', () => {
    expect(windowOf([cost('2023-04', 'staff', 1), cost('2022-Q4', 'one_off', 1)])).toBe('2022-10..2023-08');
    expect(windowOf([cost('2022-12', 'staff', 1)], {}, quarters)).toBe('2022-Q4..2023-Q4');
  });
});

describe('with --from and --to', () => {
  const costs = [cost('2022-11', 'staff', 1)];

  test('it is cut to them', () => {
    expect(windowOf(costs, { from: period('2023-01'), to: period('2023-06') })).toBe('2023-01..2023-06');
  });

  test('it does not grow beyond what there is', () => {
    expect(windowOf(costs, { from: period('2020-01'), to: period('2030-01') })).toBe('2022-11..2023-08');
  });

  test('a coarser bound means all of its months, a finer one the period that holds it', () => {
    expect(windowOf(costs, { from: period('2023'), to: period('2023-Q2') })).toBe('2023-01..2023-06');
    expect(windowOf([], { from: period('2023-05'), to: period('2023-07') }, quarters)).toBe('2023-Q2..2023-Q3');
  });

  test('nothing is left of a window before, after or inside out, and the fault says what there is', () => {
    const empty = { code: 'WINDOW_EMPTY', instead: '2022-11..2023-08' };
    expect(windowOf(costs, { from: period('2023-09') })).toEqual(empty);
    expect(windowOf(costs, { to: period('2022-10') })).toEqual(empty);
    expect(windowOf(costs, { from: period('2023-06'), to: period('2023-05') })).toEqual(empty);
  });
});

describe('what a narrower window changes', () => {
  const spend = returning('2023-01', [10, 20, 30, 40, 50, 60]);
  const costs = [cost('2023-01', 'staff', 7, { until: '2023-06' })];
  const whole = calculateRoi({ costs, spend });
  const cut = calculateRoi({ costs, spend }, { from: period('2023-03'), to: period('2023-05') });

  test('the yardstick stays where it was', () => {
    expect(cut.baseline).toEqual(whole.baseline);
    expect(cut.parallelTrends).toEqual(whole.parallelTrends);
  });

  test('each period keeps its own figures, and the cumulative line begins anew', () => {
    const own = (result: typeof whole) => result.periods.map(({ cumulative, ...figures }) => figures);
    expect(own(cut)).toEqual(own(whole).slice(2, 5));
    expect(cut.totals).toMatchObject({ from: '2023-03', to: '2023-05', periods: 3, cost: 21, return: 120, profit: 99 });
    expect(cut.periods[0]?.cumulative).toEqual({ cost: 7, return: 30, profit: 23, roi: 23 / 7 });
  });

  test('costs and spending left outside are said to be', () => {
    expect(cut.caveats).toContainEqual({ code: 'COSTS_BEFORE_WINDOW', before: '2023-03', amount: 14 });
    expect(cut.caveats).toContainEqual({ code: 'COSTS_AFTER_WINDOW', after: '2023-05', amount: 7 });
    expect(cut.caveats).toContainEqual({ code: 'SPEND_OUTSIDE_WINDOW', periods: 3 });
  });
});
