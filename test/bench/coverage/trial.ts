import { calculateRoi } from '../../../src/core/calculate.ts';
import type { RoiOptions } from '../../../src/core/input.ts';
import { money } from '../../../src/core/money.ts';
import type { CostRow, SpendCell } from '../../../src/core/rows.ts';
import { groupedCells, peopleOf, totalCells } from './cells.ts';
import { live } from './community.ts';
import { drawPlan, SPENDING } from './plan.ts';
import { generator } from './random.ts';
import { expectedMeans, trueReturn } from './truth.ts';

export type SpendingName = keyof typeof SPENDING;

/** Where the true ROI lies: in the interval, below it or above it; `none` where there is no interval. */
export type Hit = 'in' | 'below' | 'above' | 'none';

/** What came of one community. */
export interface Trial {
  /** People in the smallest cohort that the return rests on, in whichever period that is. */
  readonly smallest: number;
  /** The jackknife, with the newcomers of the first period and with those of all. */
  readonly first: Hit;
  readonly all: Hit;
  /** The closed form on the same people, with the newcomers of the first period. */
  readonly closedForm: Hit;
}

const PERIODS = 12;
const [SMALLEST, LARGEST] = [20, 20_000];

/**
 * Draws a community by its number, of 20 to 20,000 people (more of them large than small), lives it, and asks the program
 * for the interval of ROI.
 */
export function tryCommunity(spending: SpendingName, number: number): Trial {
  const random = generator(number);
  const plan = drawPlan(random, SPENDING[spending], PERIODS);
  const size = Math.round(SMALLEST * (LARGEST / SMALLEST) ** Math.sqrt(random()));
  const sums = live(plan, size, random);
  const people = peopleOf(sums);
  const means = expectedMeans(plan);
  const costs = [costOf(plan.costPerPerson * size * PERIODS)];
  const hit = (spend: SpendCell[], baseline: 'first' | 'all'): Hit => {
    const options: RoiOptions = { margin: plan.margin, ...(baseline === 'all' ? { baseline } : {}) };
    const { cost, interval } = calculateRoi({ costs, spend }, options).totals;
    const truth = trueReturn(means, people, baseline, plan.margin) / cost - 1;
    return place(truth, interval?.roi ?? null);
  };
  // Nobody to start from, or to compare with, is an error of input and not a matter of intervals.
  const comparable = people[0]![1]! > 0 && people.every(([nonMembers]) => nonMembers! > 0);
  const grouped = groupedCells(sums);
  return {
    smallest: smallestOf(people),
    first: comparable ? hit(grouped, 'first') : 'none',
    all: comparable ? hit(grouped, 'all') : 'none',
    closedForm: comparable ? hit(totalCells(sums), 'all') : 'none',
  };
}

function smallestOf(people: readonly (readonly number[])[]): number {
  const newcomers = people[0]![1]!;
  return Math.min(
    newcomers,
    ...people.map(([nonMembers, , lurkers, active]) => Math.min(nonMembers!, lurkers!, active!)),
  );
}

function costOf(amount: number): CostRow {
  return { period: { unit: 'month', index: 2023 * 12 }, category: 'staff', amount: money(amount.toFixed(2)) };
}

function place(truth: number, interval: readonly [number, number] | null): Hit {
  if (interval === null) return 'none';
  if (truth < interval[0]) return 'below';
  return truth > interval[1] ? 'above' : 'in';
}
