import { COHORTS, type Cohort } from '../cohort.ts';
import type { Sample } from './sample.ts';

/** One outcome as it was read and added up, before members are compared with non-members. */
export type Measured = MeasuredGap | MeasuredChange | MeasuredCohortChange;

interface MeasuredBase {
  /** The period, or the last of the two; null where the file has none. */
  readonly to: string | null;
  /** People without a value, by cohort. */
  readonly missing: Readonly<Record<Cohort, number>>;
  /** False where a file of cohorts gives means without standard deviations. */
  readonly hasSpread: boolean;
}

/** One period. */
export interface MeasuredGap extends MeasuredBase {
  readonly estimate: 'gap';
  readonly sample: Sample;
}

/** Two periods of the same people: the sample holds what each of them changed by. */
export interface MeasuredChange extends MeasuredBase {
  readonly estimate: 'change';
  readonly from: string;
  readonly sample: Sample;
  readonly before: Sample;
  readonly after: Sample;
  /** Columns to compare within that hold what the change starts from. */
  readonly startsFrom: readonly string[];
}

/** Two periods of cohorts, of whose people nothing more is known. */
export interface MeasuredCohortChange extends MeasuredBase {
  readonly estimate: 'cohort change';
  readonly from: string;
  readonly before: Sample;
  readonly after: Sample;
}

/** How many people were in which cohort in the first and in the last period; null where they were not seen. */
export interface Transition {
  readonly before: Cohort | null;
  readonly after: Cohort | null;
  readonly people: number;
}

/** What is known of every outcome of a file when it has been read. */
export interface Collected {
  readonly rows: 'people' | 'cohorts';
  readonly periods: readonly string[];
  /** One for each outcome, in the order of the columns. */
  readonly measured: readonly Measured[];
  /** Totals by period for each count, in the order of its columns. */
  readonly counts: readonly (readonly { readonly period: string; readonly total: number }[])[];
  /** People by cohort, in the last of the periods. */
  readonly people: Readonly<Record<Cohort, number>>;
  readonly transitions: readonly Transition[] | null;
  /** People who have a value of any outcome. */
  readonly answered: number;
}

/** A number for each cohort, all 0. */
export function noPeople(): Record<Cohort, number> {
  return Object.fromEntries(COHORTS.map((cohort) => [cohort, 0])) as Record<Cohort, number>;
}
