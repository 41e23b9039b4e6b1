import type { ReturningCohort } from './cohort.ts';
import type { CostCategory } from './rows.ts';

/** What a reader must know to read the figures right, as data; the words are the report's. */
export type Caveat =
  | { readonly code: 'NO_INTERVAL'; readonly reason: string }
  | { readonly code: 'NO_COMMUNITY_YET'; readonly from: string; readonly to: string; readonly cost: number }
  | { readonly code: 'COSTS_AFTER_WINDOW'; readonly after: string; readonly amount: number }
  | { readonly code: 'COSTS_BEFORE_WINDOW'; readonly before: string; readonly amount: number }
  | { readonly code: 'RETURNS_OUTSIDE_WINDOW'; readonly amount: number }
  | { readonly code: 'SPEND_OUTSIDE_WINDOW'; readonly periods: number }
  | { readonly code: 'NOT_YET_AMORTISED'; readonly amount: number; readonly after: string }
  | { readonly code: 'COST_GAP'; readonly category: CostCategory; readonly periods: readonly string[] }
  | { readonly code: 'COHORT_STARTS_LATER'; readonly cohort: ReturningCohort; readonly from: string }
  | { readonly code: 'COHORT_ABSENT'; readonly cohort: ReturningCohort }
  | { readonly code: 'LINE_STARTS_LATER'; readonly line: string; readonly from: string }
  | { readonly code: 'SHORT_WINDOW'; readonly periods: number }
  | { readonly code: 'PARTIAL_YEARS'; readonly years: readonly string[] }
  | { readonly code: 'BASELINE_NOISY'; readonly share: number; readonly period: string }
  | { readonly code: 'BASELINE_FEW_NEWCOMERS'; readonly people: number; readonly period: string }
  | {
      readonly code: 'GAP_MOVED';
      readonly change: number;
      readonly low: number;
      readonly high: number;
      /** What the return would change by, had the yardstick moved along. */
      readonly returnEffect: number;
    }
  | { readonly code: 'NO_ATTRIBUTION'; readonly sources: readonly string[] }
  | { readonly code: 'DOUBLE_COUNTING'; readonly first: string; readonly second: string }
  | { readonly code: 'NO_MARGIN' }
  | { readonly code: 'NEGATIVE_UPLIFT'; readonly cohort: ReturningCohort; readonly amount: number };
