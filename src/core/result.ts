import type { Caveat } from './caveat.ts';
import type { Line, ReturningCohort } from './cohort.ts';
import type { MemberCost } from './input.ts';
import type { Unit } from './period.ts';
import type { CostCategory } from './rows.ts';

/**
 * What `calculateRoi` answers, in the shape and with the keys of `calc --format json`. Money in currency units, ratios
 * as fractions. Unknown is null, and the field beside it whose name ends in `Reason` says why.
 */
export interface RoiResult {
  readonly unit: Unit;
  readonly window: { readonly from: string; readonly to: string; readonly periods: number };
  readonly baseline: BaselineFigures;
  readonly verdict: 'positive' | 'negative' | 'unclear';
  readonly totals: Horizon;
  /** The latest twelve months, or all there are (see its `from`) when the window is shorter. */
  readonly latest12: Horizon;
  readonly years: Readonly<Record<string, Horizon>>;
  readonly periods: readonly PeriodFigures[];
  /** `active`, `lurker` and every source of `returns.csv`. */
  readonly returnsBySource: Readonly<Record<string, number>>;
  /** Uplift by line, where spending is split by line; else null. */
  readonly returnsByLine: Readonly<Record<Line, number>> | null;
  readonly returnsByLineReason?: string;
  readonly costsByCategory: CostsByCategory;
  /** The same over the latest twelve months, and over the twelve before; null where there are not as many. */
  readonly costsByCategoryLatest12: CostsByCategory;
  readonly costsByCategoryBefore12: CostsByCategory | null;
  readonly costsByCategoryBefore12Reason?: string;
  /** The uplift split into customers who stayed and what each of them spent; they add up to the uplift's return. */
  readonly retention: RetentionSplit | null;
  readonly retentionReason?: string;
  /** One-off costs in the period they were paid in, not spread over their life. */
  readonly cash: Ledger & { readonly notYetAmortised: number };
  readonly perActiveMember: PerActiveMember;
  /** What one more active member cost and brought, against the twelve months before. */
  readonly marginal: Marginal | null;
  readonly marginalReason?: string;
  readonly trend: Trend;
  readonly breakEven: BreakEven;
  readonly economics: Economics | null;
  readonly economicsReason?: string;
  readonly parallelTrends: ParallelTrends;
  /** Where the error comes from; null where there are no intervals. */
  readonly uncertainty: {
    readonly method: IntervalMethod;
    /** How much of the variance of the return is that of the baseline's newcomers, 0–1. */
    readonly baselineShare: number | null;
  } | null;
  readonly caveats: readonly Caveat[];
}

export type CostsByCategory = Readonly<Partial<Record<CostCategory, number>>>;

export interface Ledger {
  readonly cost: number;
  readonly return: number;
  /** return − cost */
  readonly profit: number;
  /** profit ÷ cost */
  readonly roi: number | null;
  readonly roiReason?: string;
}

export type Range = readonly [number, number];

/** `jackknife` where people are known, `closed form` where only the spread within each cohort is. */
export type IntervalMethod = 'jackknife' | 'closed form' | 'least squares';

export interface Interval {
  readonly level: number;
  readonly return: Range;
  readonly profit: Range;
  /** Null where the ROI is unknown. */
  readonly roi: Range | null;
  readonly method: IntervalMethod;
  /** The smallest return beyond nothing, and ROI, that the data could have told from it (power 80%). */
  readonly detectable: { readonly return: number; readonly roi: number | null };
}

export interface Horizon extends Ledger {
  readonly from: string;
  readonly to: string;
  readonly periods: number;
  readonly interval: Interval | null;
  readonly intervalReason?: string;
}

export interface BaselineFigures {
  /** `2021-01`, `2021-01..2021-06` or `all`. */
  readonly period: string;
  /** What a newcomer spent per period; over several periods the mean weighted by newcomers. */
  readonly newcomer: number;
  /** What a non-member spent per period, with the same weights. */
  readonly nonMember: number;
  /** newcomer − nonMember */
  readonly gap: number;
}

export interface CohortFigures {
  readonly people: number;
  /** Null where the cohort has nobody. */
  readonly spendPerPerson: number | null;
  /** Spending per person beyond the baseline's newcomers, net of the drift of non-members. */
  readonly uplift: number | null;
  readonly return: number;
  readonly interval: { readonly uplift: Range; readonly return: Range } | null;
}

export interface PeriodFigures extends Ledger {
  readonly period: string;
  readonly cumulative: Ledger;
  /** Cost as paid. */
  readonly cashCost: number;
  /** What non-members changed by since the baseline; null before the first spending. */
  readonly drift: number | null;
  readonly cohorts: Readonly<Partial<Record<ReturningCohort, CohortFigures>>>;
  readonly otherReturns: number;
  readonly interval: PeriodInterval | null;
}

export interface PeriodInterval {
  readonly return: Range;
  readonly profit: Range;
  readonly cumulativeProfit: Range;
}

export interface RetentionSplit {
  readonly retention: number;
  readonly spendPerRetained: number;
}

export interface MemberFigures {
  /** Mean number of active members over the periods. */
  readonly activeMembers: number;
  readonly cost: number | null;
  readonly benefit: number | null;
  readonly profit: number | null;
  readonly roi: number | null;
  /** Why the figures are null. */
  readonly reason?: string;
  readonly roiReason?: string;
}

export interface PerActiveMember extends MemberFigures {
  readonly costBasis: MemberCost;
  readonly from: string;
  readonly to: string;
  readonly interval: {
    readonly level: number;
    readonly benefit: Range;
    readonly profit: Range;
    readonly roi: Range | null;
  } | null;
  readonly years: Readonly<Record<string, MemberFigures>>;
}

export interface Marginal {
  readonly cost: number;
  readonly benefit: number;
  /** By how many the mean number of active members grew. */
  readonly activeMembers: number;
}

/** Least-squares slopes per period over the latest 12 periods. */
export interface Trend {
  readonly periods: number;
  readonly return: number | null;
  readonly cost: number | null;
  readonly profit: number | null;
  readonly reason?: string;
  readonly interval: {
    readonly level: number;
    readonly return: Range;
    readonly cost: Range;
    readonly profit: Range;
    readonly method: IntervalMethod;
  } | null;
  readonly intervalReason?: string;
}

export interface BreakEven {
  /** First period from which profit stays ≥ 0. */
  readonly period: string | null;
  readonly periodReason?: string;
  /** First period from which cumulative profit stays ≥ 0. */
  readonly cumulative: string | null;
  readonly cumulativeReason?: string;
  /** Where cumulative profit reaches 0 if the fitted profit line goes on. */
  readonly projected: string | null;
  readonly projectedReason?: string;
  /** For the upper and for the lower end of profit; null where that end does not come to it. */
  readonly interval: {
    readonly level: number;
    readonly period: DateRange;
    readonly cumulative: DateRange;
    readonly projected: DateRange | null;
  } | null;
}

/** Earliest and latest. */
export type DateRange = readonly [string | null, string | null];

/** On cash: costs when they were paid. */
export interface Economics {
  readonly discountRate: number;
  /** Net present value at the start of the window's first period. */
  readonly npv: number;
  /** Yearly internal rate of return. */
  readonly irr: number | null;
  readonly irrReason?: string;
  /** First period from which cumulative cash stays ≥ 0. */
  readonly payback: string | null;
  readonly paybackReason?: string;
  readonly discountedPayback: string | null;
  readonly discountedPaybackReason?: string;
}

export interface ParallelTrends {
  /** What newcomers spent beyond non-members, period by period; null where nobody was new. */
  readonly periods: readonly { readonly period: string; readonly gap: number | null }[];
  /** Change of the fitted gap from the first to the last of these periods. */
  readonly change: number | null;
  readonly changeReason?: string;
  /** What the return would change by, had the yardstick moved along the fitted line. */
  readonly returnEffect: number | null;
  readonly returnEffectReason?: string;
  readonly interval: { readonly level: number; readonly change: Range; readonly method: IntervalMethod } | null;
  readonly intervalReason?: string;
}
