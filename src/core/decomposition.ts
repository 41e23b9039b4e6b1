import { shapley } from '../stats/shapley.ts';
import { isUnknown, type Unknown, unknown } from '../stats/unknown.ts';
import type { Account } from './account.ts';
import { RETURNING, type ReturningCohort } from './cohort.ts';
import { known } from './known.ts';

/** What can move an ROI, in the order of the report. */
export const FACTORS = ['volume', 'uplift', 'drift', 'otherReturns', 'cost', 'margin'] as const;
export type Factor = (typeof FACTORS)[number];

/** What one factor was, became, and did. */
export interface FactorMovement {
  readonly factor: Factor;
  /**
   * Volume in member-months, uplift and drift in currency per member-month, other returns and cost in currency, margin
   * as a fraction. Null where there were no members to have it.
   */
  readonly before: number | null;
  readonly after: number | null;
  /** What it added to ROI, as a fraction: 0.01 is a percentage point. Null where ROI is unknown. */
  readonly roi: number | null;
  /** What it added to profit. */
  readonly profit: number;
}

/** From one result to another; the factors add up to the whole. */
export interface Movement {
  /** ROI after less ROI before. */
  readonly roi: number | null;
  readonly roiReason?: string;
  readonly profit: number;
  readonly factors: readonly FactorMovement[];
  /** Which factor moved ROI most (or profit, where ROI is unknown); null where nothing moved. */
  readonly largest: Factor | null;
}

/**
 * Which factors moved ROI and profit: return = Σ members × (spending beyond the baseline − drift) × margin + other
 * returns, and ROI = return ÷ cost − 1. Each factor's part is its Shapley value, so the parts add up exactly, whatever
 * the order. Members and their mix between cohorts are volume.
 */
export function decompose(before: Account, after: Account): Movement {
  const returned = (moved: number) => returnOf(before, after, moved);
  const cost = (moved: number) => (has(moved, 'cost') ? after : before).cost;
  const profits = shapley(FACTORS.length, (moved) => returned(moved) - cost(moved));
  const change = roiChange(before, after);
  const rois = isUnknown(change) ? undefined : shapley(FACTORS.length, (moved) => returned(moved) / cost(moved) - 1);
  const factors = FACTORS.map((factor, i) => ({
    factor,
    before: sizeOf(before, factor),
    after: sizeOf(after, factor),
    roi: rois?.[i] ?? null,
    profit: profits[i]!,
  }));
  const same = before.margin === after.margin;
  return {
    ...known('roi', change),
    profit: after.profit - before.profit,
    factors: same ? factors.filter(({ factor }) => factor !== 'margin') : factors,
    largest: largestOf(factors),
  };
}

function roiChange(before: Account, after: Account): number | Unknown {
  if (before.roi === null) return unknown(`${before.roiReason ?? NO_COST} in the old result`);
  if (after.roi === null) return unknown(`${after.roiReason ?? NO_COST} in the new result`);
  return after.roi - before.roi;
}

const NO_COST = 'there is no cost';

const has = (moved: number, factor: Factor) => (moved & (1 << FACTORS.indexOf(factor))) !== 0;

/** The return where the factors in `moved` are those of `after` and the others those of `before`. */
function returnOf(before: Account, after: Account, moved: number): number {
  const of = (factor: Factor) => (has(moved, factor) ? after : before);
  let uplift = 0;
  for (const cohort of RETURNING) {
    const members = of('volume').cohorts[cohort]?.memberMonths ?? 0;
    const beyond = figure(of('uplift'), before, after, cohort)?.beyond ?? 0;
    const drift = figure(of('drift'), before, after, cohort)?.drift ?? 0;
    uplift += members * (beyond - drift);
  }
  return uplift * of('margin').margin + of('otherReturns').otherReturns;
}

/** A cohort's figures in an account; where it had nobody there, those of the other one, so that its coming is volume. */
function figure(wanted: Account, before: Account, after: Account, cohort: ReturningCohort) {
  return wanted.cohorts[cohort] ?? before.cohorts[cohort] ?? after.cohorts[cohort];
}

function sizeOf(account: Account, factor: Factor): number | null {
  if (factor === 'otherReturns' || factor === 'cost' || factor === 'margin') return account[factor];
  const cohorts = Object.values(account.cohorts);
  const members = cohorts.reduce((sum, { memberMonths }) => sum + memberMonths, 0);
  if (factor === 'volume') return members;
  const key = factor === 'uplift' ? 'beyond' : 'drift';
  const sum = cohorts.reduce((total, cohort) => total + cohort.memberMonths * cohort[key], 0);
  return members > 0 ? sum / members : null;
}

/** Below this share of the figures themselves, a movement is rounding. */
const ROUNDING = 1e-12;

function largestOf(factors: readonly FactorMovement[]): Factor | null {
  const size = ({ roi, profit }: FactorMovement) => Math.abs(roi ?? profit);
  const scale = Math.max(
    1,
    ...factors.map(({ before, after }) => Math.max(Math.abs(before ?? 0), Math.abs(after ?? 0))),
  );
  const largest = factors.reduce((best, factor) => (size(factor) > size(best) ? factor : best));
  return size(largest) > ROUNDING * (largest.roi === null ? scale : 1) ? largest.factor : null;
}
