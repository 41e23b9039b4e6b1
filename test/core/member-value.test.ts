import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiOptions } from '../../src/core/input.ts';
import type { CostRow, SpendCell } from '../../src/core/rows.ts';
import { cost, labels, returning, spend } from './helper.ts';

/** Quarters in which `active[i]` members return 10 each. */
const quarters = (active: readonly number[]): SpendCell[] =>
  labels('2022-Q1', active.length).flatMap((label, i) => [
    spend(label, 'non_member', 100, 30),
    spend(label, 'newcomer', 100, 40),
    spend(label, 'active', active[i] ?? 0, active[i] === 0 ? 0 : 50),
  ]);

const figures = (costs: readonly CostRow[], cells: readonly SpendCell[], options: RoiOptions = {}) =>
  calculateRoi({ costs, spend: cells }, options);

const everyQuarter = (category: CostRow['category'], amount: number) =>
  cost('2022-Q1', category, amount, { until: '2023-Q4' });

describe('per active member', () => {
  test('5 of cost and 7 of benefit are a profit of 2, and an ROI of 40%', () => {
    const cells = [
      spend('2024', 'non_member', 100, 10),
      spend('2024', 'newcomer', 100, 20),
      spend('2024', 'active', 1000, 27),
    ];
    expect(figures([cost('2024', 'staff', 5000)], cells).perActiveMember).toMatchObject({
      activeMembers: 1000,
      cost: 5,
      benefit: 7,
      profit: 2,
      roi: 0.4,
    });
  });

  test('stands for the latest twelve months, over the mean number of active members, and for each year', () => {
    const { perActiveMember } = figures([everyQuarter('staff', 30)], quarters([0, 0, 0, 4, 5, 5, 10, 20]));
    expect(perActiveMember).toMatchObject({
      activeMembers: 10,
      cost: 12,
      benefit: 40,
      profit: 28,
      roi: 28 / 12,
      costBasis: 'variable',
      from: '2023-Q1',
      to: '2023-Q4',
      years: {
        2022: { activeMembers: 1, cost: 120, benefit: 40, profit: -80, roi: -80 / 120 },
        2023: { activeMembers: 10, cost: 12, benefit: 40, profit: 28, roi: 28 / 12 },
      },
    });
  });

  test('is charged with what grows with the members, or with everything', () => {
    const all = ['one_off', 'ongoing', 'staff', 'developer', 'misc', 'rewards', 'overhead'] as const;
    const costs = all.map((category, i) =>
      cost('2022-Q1', category, 10 ** i, category === 'one_off' ? { life: 0.25 } : {}),
    );
    const cells = quarters([10]);
    expect(figures(costs, cells).perActiveMember.cost).toBe(111_100 / 10);
    expect(figures(costs, cells, { memberCost: 'total' }).perActiveMember).toMatchObject({
      cost: 111_111.1,
      costBasis: 'total',
    });
  });

  test('is unknown without active members', () => {
    const nobody = { activeMembers: 0, cost: null, benefit: null, profit: null, roi: null };
    const { perActiveMember } = figures([everyQuarter('staff', 30)], quarters([0, 0]));
    expect(perActiveMember).toMatchObject({ ...nobody, reason: 'there are no active members' });
    expect(perActiveMember.years['2022']).toEqual({ ...nobody, reason: 'there are no active members' });
  });

  test.each<[string, CostRow[], RoiOptions, string]>([
    [
      'no cost grows with them',
      [everyQuarter('ongoing', 30)],
      {},
      'there is no staff, developer, misc or rewards cost',
    ],
    ['there is none at all', [], { memberCost: 'total' }, 'there is no cost'],
    ['credits exceed it', [everyQuarter('staff', -30)], {}, 'credits exceed the costs'],
  ])('ROI is unknown where %s', (_, costs, options, roiReason) => {
    expect(figures(costs, quarters([10, 10]), options).perActiveMember).toMatchObject({ roi: null, roiReason });
  });
});

describe('one more active member', () => {
  test('cost and brought the change against the twelve months before, by the growth in members', () => {
    const costs = [everyQuarter('staff', 30), cost('2023-Q2', 'rewards', 60)];
    expect(figures(costs, quarters([2, 2, 4, 4, 5, 5, 6, 8])).marginal).toEqual({
      cost: 60 / 3,
      benefit: (240 - 120) / 3,
      activeMembers: 3,
    });
  });

  test('is unknown where the number did not grow', () => {
    const unknown = { marginal: null, marginalReason: 'the number of active members did not grow' };
    expect(figures([], quarters([5, 5, 5, 5, 5, 5, 5, 5]))).toMatchObject(unknown);
    expect(figures([], quarters([9, 5, 5, 5, 5, 5, 5, 5]))).toMatchObject(unknown);
  });

  test('is unknown before 24 months have passed', () => {
    expect(figures([], quarters([1, 2, 3, 4, 5, 6, 7]))).toMatchObject({
      marginal: null,
      marginalReason: 'it takes 24 months to compare twelve with the twelve before',
    });
    expect(figures([], returning('2023', [1, 2])).marginalReason).toBe('the number of active members did not grow');
  });
});
