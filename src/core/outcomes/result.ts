import type { Cohort } from '../cohort.ts';
import type { Range } from '../result.ts';

/** What an outcome is: a mean of numbers, or the share of people for whom it is true. */
export type OutcomeKind = 'mean' | 'rate';

/** Which way is good for the member. */
export type Direction = 'higher' | 'lower';

/** `gap`: members beside non-members in one period, unadjusted. `change`: what each side changed by, compared. */
export type Estimate = 'gap' | 'change';

export type OutcomeVerdict = 'better' | 'worse' | 'unclear';

export type ComparisonMethod = 'welch' | 'newcombe' | 'stratified' | 'closed form';

/** One side of a comparison. The value is a mean, a share (0–1), or the mean change of either. */
export interface Side {
  /** People who have a value. */
  readonly people: number;
  readonly value: number | null;
  readonly valueReason?: string;
  /** Interval of the value: Wilson's for a share, Student's for a mean. */
  readonly interval: Range | null;
  /** How many of the people it is true for; null where it is no share. */
  readonly events: number | null;
}

/** Members beside non-members. */
export interface Comparison {
  readonly members: Side;
  readonly nonMembers: Side;
  /** Value of members minus value of non-members. */
  readonly difference: number | null;
  readonly differenceReason?: string;
  readonly interval: DifferenceInterval | null;
  readonly intervalReason?: string;
  /** Two-sided p-value of no difference. */
  readonly p: number | null;
  readonly pReason?: string;
  /** The smallest difference that the data could have shown (power 80%). */
  readonly detectable: number | null;
}

export interface DifferenceInterval {
  readonly level: number;
  readonly difference: Range;
  readonly method: ComparisonMethod;
}

/** The share of members over that of non-members, and how strong a hidden cause would have to be. */
export interface RatioFigures {
  readonly value: number;
  readonly interval: Range;
  /** ½ was added to each count because one was 0. */
  readonly halfAdded: boolean;
  readonly eValue: { readonly value: number; readonly limit: number };
}

/** The comparison with what lies beyond a quantile of all values pulled in to it. */
export interface Winsorized extends Comparison {
  /** The quantile, 0.5–1. */
  readonly share: number;
  readonly caps: Range;
  /** How many values were pulled in. */
  readonly capped: number;
}

/** The difference within strata, weighted by their members. */
export interface Within {
  readonly columns: readonly string[];
  readonly difference: number | null;
  readonly differenceReason?: string;
  readonly interval: DifferenceInterval | null;
  readonly p: number | null;
  readonly detectable: number | null;
  readonly strata: {
    readonly compared: number;
    /** Only members, or only non-members. */
    readonly oneSided: number;
    /** A side of a single person, whose spread is unknown. */
    readonly tooSmall: number;
  };
  /** Members in the strata that are compared, and all of them. */
  readonly members: { readonly compared: number; readonly all: number };
}

export interface CohortRow extends Comparison {
  readonly cohort: Cohort;
}

export interface Breakdown {
  readonly column: string;
  readonly groups: readonly (Comparison & { readonly group: string })[];
}

/** One outcome: what members have beyond non-members, how sure that is, and whether it is good. */
export interface OutcomeFigures extends Comparison {
  readonly outcome: string;
  readonly kind: OutcomeKind;
  /** Whether it is an amount of money. */
  readonly money: boolean;
  readonly direction: Direction | null;
  readonly estimate: Estimate;
  /** The period, or the first of the two; null where the file has no periods. */
  readonly from: string | null;
  readonly to: string | null;
  /** People without a value: of those compared in one period, of those in both in two. */
  readonly missing: number;
  /** For a change: what each side had before and after; else null. */
  readonly levels: { readonly members: BeforeAfter; readonly nonMembers: BeforeAfter } | null;
  /** p adjusted for the number of outcomes that were looked at. */
  readonly adjustedP: number | null;
  readonly adjustment: 'holm' | 'benjamini-hochberg';
  readonly verdict: OutcomeVerdict | null;
  readonly verdictReason?: string;
  /** Why it is unclear, where the interval alone would have told. */
  readonly unclearReason?: string;
  readonly ratio: RatioFigures | null;
  readonly ratioReason?: string;
  readonly winsorized: Winsorized | null;
  readonly winsorizedReason?: string;
  readonly within: Within | null;
  readonly withinReason?: string;
  readonly cohorts: readonly CohortRow[];
  readonly by: readonly Breakdown[];
}

export interface BeforeAfter {
  readonly before: number | null;
  readonly after: number | null;
}

/** A count that has no comparison: it is followed over time, never compared. */
export interface CountFigures {
  readonly count: string;
  readonly total: number;
  readonly periods: readonly { readonly period: string; readonly total: number }[];
  /** Least-squares slope per period. */
  readonly slope: number | null;
  readonly slopeReason?: string;
  readonly interval: Range | null;
}

/** Who answered, of those who were asked. */
export interface Response {
  readonly invited: number;
  readonly answered: number;
  readonly rate: number;
}

/** People of two periods who are in one of them alone, and those who changed sides in between. */
export interface Followed {
  readonly both: SideCount;
  readonly onlyBefore: SideCount;
  readonly onlyAfter: SideCount;
  /** Non-members before and members after; they count as members. */
  readonly joined: number;
  readonly left: number;
}

export interface SideCount {
  readonly members: number;
  readonly nonMembers: number;
}

export interface OutcomesResult {
  /** What the rows of the file are. */
  readonly rows: 'people' | 'cohorts';
  /** The cohorts that count as members. */
  readonly memberCohorts: readonly Cohort[];
  readonly people: SideCount;
  /** Every period of the file. */
  readonly periods: readonly string[];
  readonly verdict: OutcomeVerdict | null;
  readonly verdictReason?: string;
  readonly outcomes: readonly OutcomeFigures[];
  readonly counts: readonly CountFigures[];
  readonly response: Response | null;
  readonly responseReason?: string;
  /** Null unless the same people are followed over two periods. */
  readonly followed: Followed | null;
}
