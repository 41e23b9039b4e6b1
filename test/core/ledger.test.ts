import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { balance, sumMoney, sumNumbers } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import { cost, other, returning } from './helper.ts';

describe('ROI', () => {
  test('is profit over cost: 7 for 5 is 40%, 3 for 5 is −40%, nothing for 5 is −100%', () => {
    expect(balance(5, 7)).toEqual({ cost: 5, return: 7, profit: 2, roi: 0.4 });
    expect(balance(5, 3)).toEqual({ cost: 5, return: 3, profit: -2, roi: -0.4 });
    expect(balance(5, 0)).toEqual({ cost: 5, return: 0, profit: -5, roi: -1 });
  });

  test('is below −100% where members spend less than they would have', () => {
    expect(balance(5, -10).roi).toBe(-3);
  });

  test('is unknown without cost, and where credits exceed the costs', () => {
    expect(balance(0, 7)).toEqual({ cost: 0, return: 7, profit: 7, roi: null, roiReason: 'there is no cost' });
    expect(balance(-5, 7)).toEqual({
      cost: -5,
      return: 7,
      profit: 12,
      roi: null,
      roiReason: 'credits exceed the costs',
    });
  });
});

test('money is added up before it becomes a floating-point number', () => {
  const dimes = Array.from({ length: 10 }, () => money('0.1'));
  expect(sumMoney(dimes, { start: 0, end: 9 })).toBe(1);
  expect(sumMoney(dimes, { start: 3, end: 2 })).toBe(0);
  expect(sumNumbers([1, 2, 4], { start: 1, end: 2 })).toBe(6);
});

describe('the ledger over time', () => {
  const result = calculateRoi({
    costs: [cost('2023-12', 'one_off', 480), cost('2024-01', 'staff', 25), cost('2024-02', 'staff', -60)],
    spend: returning('2024-01', [10, 40]),
    returns: [other('2024-02', 'Ads', 5)],
  });

  test('every period has its own, and one of all so far', () => {
    const rows = result.periods.map(({ period, cost, return: returned, roi, cumulative }) => ({
      period,
      own: [cost, returned, roi],
      soFar: [cumulative.cost, cumulative.return, cumulative.roi],
    }));
    expect(rows).toEqual([
      { period: '2023-12', own: [10, 0, -1], soFar: [10, 0, -1] },
      { period: '2024-01', own: [35, 10, -25 / 35], soFar: [45, 10, -35 / 45] },
      { period: '2024-02', own: [-50, 45, null], soFar: [-5, 55, null] },
    ]);
    expect(result.periods[2]).toMatchObject({ roiReason: 'credits exceed the costs', otherReturns: 5 });
  });

  test('cash is what was paid, beside what was written off', () => {
    expect(result.periods.map(({ cashCost }) => cashCost)).toEqual([480, 25, -60]);
    expect(result.cash).toEqual({
      cost: 445,
      return: 55,
      profit: -390,
      roi: -390 / 445,
      notYetAmortised: 450,
    });
  });

  test('categories are those that occur, in the order of the report', () => {
    expect(Object.entries(result.costsByCategory)).toEqual([
      ['one_off', 30],
      ['staff', -35],
    ]);
  });
});
