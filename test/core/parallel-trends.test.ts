import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { labels, spend } from './helper.ts';

/** Months whose newcomers spend so much more than non-members; null where nobody is new. */
function trendsOf(gaps: readonly (number | null)[]) {
  const cells = labels('2024-01', gaps.length).flatMap((label, i) => {
    const [gap, level] = [gaps[i], 30 + 3 * i];
    return [
      spend(label, 'non_member', 500, level),
      spend(label, 'active', 10, level),
      ...(gap === null || gap === undefined ? [] : [spend(label, 'newcomer', 100, level + gap)]),
    ];
  });
  const { parallelTrends, caveats } = calculateRoi({ costs: [], spend: cells });
  return { ...parallelTrends, moved: caveats.filter(({ code }) => code === 'GAP_MOVED') };
}

test("the gap of newcomers has R's slope over its periods, those without newcomers left out", () => {
  // R 4.2.2: m <- lm(c(10, 10.5, 9.7, 11.2, 11.9) ~ c(0, 1, 2, 4, 5)); 5 * coef(m)[2]; 5 * confint(m)[2, ]
  const { periods, change, interval, moved } = trendsOf([10, 10.5, 9.7, null, 11.2, 11.9]);
  expect(periods.map(({ period, gap }) => [period, gap === null ? null : Math.round(gap * 100) / 100])).toEqual([
    ['2024-01', 10],
    ['2024-02', 10.5],
    ['2024-03', 9.7],
    ['2024-04', null],
    ['2024-05', 11.2],
    ['2024-06', 11.9],
  ]);
  expect(change).toBeCloseTo(1.8255813953488353, 9);
  expect(interval?.change[0]).toBeCloseTo(-0.29805655902336164, 8);
  expect(interval?.change[1]).toBeCloseTo(3.9492193497210328, 8);
  expect(moved).toEqual([]);
});

describe('the yardstick', () => {
  test('bends where the gap moves steadily', () => {
    // R 4.2.2: m <- lm(c(10, 11.1, 11.9, 13) ~ c(0, 1, 2, 3)); 3 * confint(m)[2, ]
    // The slope is 0.98 a month; ten active members in months 0 to 3 after the baseline: −0.98 · 10 · (0 + 1 + 2 + 3).
    const { change, returnEffect, moved } = trendsOf([10, 11.1, 11.9, 13]);
    expect(returnEffect).toBeCloseTo(-58.8, 9);
    expect(change).toBeCloseTo(2.94, 9);
    expect(moved).toEqual([
      { code: 'GAP_MOVED', change, low: expect.closeTo(2.392362, 6), high: expect.closeTo(3.487638, 6), returnEffect },
    ]);
  });

  test.each([10, 10.1, 0.7, -3.3])('holds where the gap stays at %s, however much both spend', (gap) => {
    for (const months of [3, 7, 12, 24]) {
      const { change, moved } = trendsOf(Array(months).fill(gap));
      expect(change).toBeCloseTo(0, 9);
      expect(moved).toEqual([]);
    }
  });
});

describe('too few newcomers to tell', () => {
  test('one period has no change', () => {
    const reason = 'only one period has newcomers';
    expect(trendsOf([10, null, null])).toMatchObject({
      change: null,
      changeReason: reason,
      returnEffect: null,
      returnEffectReason: reason,
      interval: null,
      intervalReason: reason,
    });
  });

  test('two have a change, but nothing to judge it by', () => {
    expect(trendsOf([10, null, 14])).toMatchObject({
      change: expect.closeTo(4, 9),
      interval: null,
      intervalReason: 'an interval takes three periods with newcomers',
      moved: [],
    });
  });
});
