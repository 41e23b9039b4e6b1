import type { Cohort, Line } from './cohort.ts';
import type { Money } from './money.ts';
import type { Period } from './period.ts';

/** Kinds of cost, in the order of the report, and whether each grows with the number of active members. */
export const CATEGORIES = {
  one_off: { variable: false },
  ongoing: { variable: false },
  staff: { variable: true },
  developer: { variable: true },
  misc: { variable: true },
  rewards: { variable: true },
  overhead: { variable: false },
} as const;
export type CostCategory = keyof typeof CATEGORIES;

/** A cost, or several costs with the same key added up. */
export interface CostRow {
  readonly period: Period;
  /** The last period of a cost that recurs every period. */
  readonly until?: Period;
  readonly category: CostCategory;
  /** What the community bears: the amount times its share. */
  readonly amount: Money;
  /** Of a one-off cost: the years it is spread over, in place of the default. */
  readonly usefulLifeYears?: number;
}

/** People and spending of one cohort in one period (and on one line, where spending is split). */
export interface SpendCell {
  readonly period: Period;
  readonly cohort: Cohort;
  readonly line?: Line;
  readonly people: number;
  /** Total spending of those people. */
  readonly spend: Money;
  /** Standard deviation of spending between people, in currency units. */
  readonly spendSd?: number;
  /** People behind the mean, where it comes from a sample of the cohort. */
  readonly sampleSize?: number;
  /** Jackknife group of these people, 0–255, where cells are split by group. */
  readonly group?: number;
  /** Customers of the cohort who stayed. */
  readonly retained?: number;
}

/** A return other than members' spending. */
export interface ReturnRow {
  readonly period: Period;
  /** Advertising, support saved, referrals … */
  readonly source: string;
  readonly amount: Money;
  /** The margin applies to revenue, not to savings. */
  readonly kind: 'revenue' | 'saving';
  /** The share (0–1) that is attributable to the community; missing means all of it, which the report says. */
  readonly attribution?: number;
}
