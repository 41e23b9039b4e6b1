import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiOptions } from '../../src/core/input.ts';
import { expectAgreement, readExpected, readFixture } from './helper.ts';

describe('published cases', () => {
  test.each([
    ['worked-example', 'after three years $825,270 has returned $792,580, and 2024-01 will pay the whole back'],
    ['spending-challenge', '100 → 130 against 70 → 80 for 1,750 active members is a return of $35,000'],
    ['per-member', 'a cost of $5 and a benefit of $7 per active member are a profit of $2 and an ROI of 40%'],
  ])('%s: %s', (folder) => {
    expectAgreement(calculateRoi(readFixture(folder)), readExpected(`${folder}/expected.json`));
  });

  test('the worked example is what was published, to the cent', () => {
    const { totals, breakEven } = calculateRoi(readFixture('worked-example'));
    const cents = (amount: number) => Math.round(amount * 100) / 100;
    expect([totals.cost, totals.return, totals.profit].map(cents)).toEqual([825270, 792580, -32690]);
    expect(breakEven.projected).toBe('2024-01');
  });
});

describe('made-up communities, computed in exact fractions by expected.py', () => {
  test.each<[file: string, claim: string, options: RoiOptions]>([
    ['quarterly/expected.json', 'months add up to quarters, a year spreads over four', {}],
    ['quarterly/expected.baseline-all.json', 'newcomers of every quarter are the yardstick', { baseline: 'all' }],
    ['yearly/expected.json', 'members who join after the first year count from then', {}],
    [
      'yearly/expected.discount-8.json',
      'cash comes back, but not at 8% a year',
      { discountRate: 0.08, memberCost: 'total' },
    ],
    ['negative-uplift/expected.json', 'members who spend less count against the community', {}],
    ['returns-and-rewards/expected.json', 'two lines and five other sources add up', {}],
    ['returns-and-rewards/expected.margin-40.json', 'the margin takes from revenue, not from savings', { margin: 0.4 }],
  ])('%s: %s', (file, _, options) => {
    const folder = file.slice(0, file.indexOf('/'));
    expectAgreement(calculateRoi(readFixture(folder), options), readExpected(file));
  });
});
