import { COHORTS, type Cohort } from '../cohort.ts';
import type { Period } from '../period.ts';
import type { Direction, OutcomeKind } from './result.ts';

/** An outcome by name, and what the user said of it. */
export interface OutcomeName {
  readonly name: string;
  readonly kind: OutcomeKind;
  readonly money: boolean;
  readonly direction: Direction | null;
}

export interface OutcomesOptions {
  /** The cohorts that count as members. */
  readonly members: readonly Cohort[];
  readonly minPeople: number;
  /** Quantile beyond which values are pulled in for a second row, 0.5–1. */
  readonly winsorize?: number;
  readonly by: readonly string[];
  readonly within: readonly string[];
}

/** Everybody who joined, in whichever cohort. */
export const MEMBERS: readonly Cohort[] = COHORTS.filter((cohort) => cohort !== 'non_member');

export const DEFAULT_MIN_PEOPLE = 5;

/** What is kept of the people while they are added up. */
export interface CollectOptions {
  /** Single values are kept, to find their quantiles. */
  readonly keepValues: boolean;
  /** Columns to compare within, in the order of `strata`. */
  readonly within: readonly string[];
  /** The two periods to compare; default the first and the last. */
  readonly before?: Period;
  readonly after?: Period;
}
