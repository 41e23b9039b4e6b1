import { describe, expect, test } from 'vitest';
import { breakEven } from '../../src/core/breakeven.ts';
import { timeline } from '../../src/core/timeline.ts';
import { unknown } from '../../src/stats/unknown.ts';
import { labels, period } from './helper.ts';

const rising = { last: 10, slope: 0 };

function found(profit: readonly number[], line: Parameters<typeof breakEven>[2] = rising, first = '2024-01') {
  const time = timeline(period(first), period(labels(first, profit.length).at(-1) ?? first));
  return breakEven(profit, time, line);
}

describe('break-even of the period', () => {
  test('is the first period from which profit stays at 0 or above', () => {
    expect(found([-5, 3, -1, 0, 4, 9]).period).toBe('2024-04');
  });

  test('is the first of all where none was below', () => {
    expect(found([0, 3, 2]).period).toBe('2024-01');
  });

  test('has not come where the last period is below, however good the others were', () => {
    expect(found([50, 60, -1])).toMatchObject({
      period: null,
      periodReason: 'the last period cost more than it returned',
    });
  });

  test('is not put off by the rounding of sums', () => {
    expect(found([-5, 0.1 + 0.2 - 0.3, 0.3 - 0.2 - 0.1]).period).toBe('2024-02');
    expect(found([-5, 2, -0.01]).period).toBeNull();
  });
});

describe('cumulative break-even', () => {
  test('comes later than that of the period', () => {
    expect(found([-10, 4, 5, 6])).toMatchObject({
      period: '2024-02',
      cumulative: '2024-04',
      projected: null,
      projectedReason: 'the cumulative break-even has come',
    });
  });

  test('is the one that lasts: what was paid back and lost again does not count', () => {
    expect(found([-10, 12, -8, 7])).toMatchObject({ period: '2024-04', cumulative: '2024-04' });
    expect(found([-10, 12, -8, 5])).toMatchObject({
      cumulative: null,
      cumulativeReason: 'the sum of all periods cost more than it returned',
    });
  });

  test('may have come although the latest period lost money', () => {
    expect(found([-10, 30, -5])).toMatchObject({ period: null, cumulative: '2024-02' });
  });
});

describe('the projection', () => {
  test('adds the fitted line until the sum reaches 0: −35 + 10 + 10 + 10 + 10', () => {
    expect(found([-45, 10]).projected).toBe('2024-06');
  });

  test('goes along the slope: −60 + 12 + 14 + 16 + 18', () => {
    expect(found([-70, 10], { last: 10, slope: 2 }).projected).toBe('2024-06');
  });

  test('does not come where profit falls away', () => {
    expect(found([-100, 10], { last: 10, slope: -2 })).toMatchObject({
      projected: null,
      projectedReason: 'at this trend it does not come within 10 years',
    });
  });

  test.each([
    ['2024-01', 120, '2034-02'],
    ['2024-Q1', 40, '2034-Q2'],
    ['2024', 10, '2035'],
  ])('looks ten years ahead of %s and its successor, not further', (first, periods, last) => {
    const owed = -10 * periods;
    expect(found([owed - 10, 10], rising, first).projected).toBe(last);
    expect(found([owed - 10.01, 10], rising, first).projected).toBeNull();
  });

  test('is unknown where there is no line', () => {
    expect(found([-5], unknown('a trend takes two periods'))).toMatchObject({
      projected: null,
      projectedReason: 'a trend takes two periods',
    });
  });
});
