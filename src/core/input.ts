import type { Period } from './period.ts';
import type { CostRow, ReturnRow, SpendCell } from './rows.ts';

/** What the calculation works on: rows that have been read and checked. */
export interface RoiInput {
  readonly costs: readonly CostRow[];
  readonly spend: readonly SpendCell[];
  readonly returns?: readonly ReturnRow[];
}

/** Which periods the newcomers' yardstick is taken from: one period, a range of periods, or all that have newcomers. */
export type BaselineChoice = { readonly from: Period; readonly to: Period } | 'all';

export interface RoiOptions {
  /** Default: the first period with spending. */
  readonly baseline?: BaselineChoice;
  /** Share of revenue that is left after the cost of what was sold, 0–1. Default 1. */
  readonly margin?: number;
  /** Years that a one-off cost without its own useful life is spread over. Default 4. */
  readonly usefulLifeYears?: number;
  /** Which cost an active member is charged with. Default variable. */
  readonly memberCost?: MemberCost;
  /** Yearly discount rate as a fraction; without it there is no NPV. */
  readonly discountRate?: number;
  /** First period of the window; default the earlier of the first cost and the first spending. */
  readonly from?: Period;
  /** Last period of the window; default the last with spending. */
  readonly to?: Period;
}

export type MemberCost = 'variable' | 'total';

export const DEFAULT_USEFUL_LIFE_YEARS = 4;

/** Confidence level of every interval. */
export const LEVEL = 0.95;
