import { type Unknown, unknown } from '../stats/unknown.ts';
import type { Baseline } from './baseline.ts';
import { type Cohort, RETURNING } from './cohort.ts';
import type { Grid } from './grid.ts';
import type { RetentionSplit } from './result.ts';
import type { Span } from './timeline.ts';

/** Share of a cohort's customers who stayed, and what each of them spent: rate × value is spending per person. */
export interface Retained {
  readonly rate: number;
  readonly value: number;
}

/**
 * Splits the uplift's return over `span` into customers who stayed and what each of them spent, by the midpoint rule
 * `Δ(r·v) = Δr·v̄ + r̄·Δv`, which adds up exactly.
 */
export function splitRetention(grid: Grid, baseline: Baseline, margin: number, span: Span): RetentionSplit | Unknown {
  const known = Object.values(grid.retained).some((series) => series.some((n) => n !== null));
  if (!known) return unknown('spend has no column "retained"');
  const newcomer = baselineRetained(grid, 'newcomer', baseline);
  const nonMemberThen = baselineRetained(grid, 'non_member', baseline);
  if (newcomer === undefined || nonMemberThen === undefined) {
    return unknown('the baseline has no row, or nobody retained, for newcomers or non-members');
  }
  const total = { retention: 0, spendPerRetained: 0 };
  for (const cohort of RETURNING) {
    for (let at = span.start; at <= span.end; at++) {
      const people = grid.people[cohort][at] ?? 0;
      if (people === 0) continue;
      const [then, now] = [retainedAt(grid, cohort, at), retainedAt(grid, 'non_member', at)];
      if (then === undefined || now === undefined) {
        return unknown('some rows of spending do not say how many were retained, or nobody was');
      }
      const own = midpoint(newcomer, then);
      const anyway = midpoint(nonMemberThen, now);
      total.retention += (own.retention - anyway.retention) * people * margin;
      total.spendPerRetained += (own.spendPerRetained - anyway.spendPerRetained) * people * margin;
    }
  }
  return total;
}

/** What the change of the rate makes of spending per person, and what the change of the value. */
export function midpoint(from: Retained, to: Retained): RetentionSplit {
  return {
    retention: ((to.rate - from.rate) * (from.value + to.value)) / 2,
    spendPerRetained: ((to.value - from.value) * (from.rate + to.rate)) / 2,
  };
}

/** Undefined where the cohort has nobody, or nobody who stayed. */
export function retainedAt(grid: Grid, cohort: Cohort, at: number): Retained | undefined {
  const [retained, people] = [grid.retained[cohort][at], grid.people[cohort][at]];
  const mean = meanAt(grid, cohort, at);
  if (retained === null || retained === undefined || !people || mean === null || retained === 0) return undefined;
  const rate = retained / people;
  return { rate, value: mean / rate };
}

/** Rate and mean are weighted by the baseline's newcomers; the value is what makes their product the weighted mean. */
export function baselineRetained(grid: Grid, cohort: Cohort, baseline: Baseline): Retained | undefined {
  let [rate, mean] = [0, 0];
  for (const { at, weight } of baseline.weights) {
    const here = retainedAt(grid, cohort, at);
    if (here === undefined) return undefined;
    rate += weight * here.rate;
    mean += weight * here.rate * here.value;
  }
  return { rate, value: mean / rate };
}

/** Spending per person over all lines; null where the cohort has nobody. */
function meanAt(grid: Grid, cohort: Cohort, at: number): number | null {
  let sum: number | null = null;
  for (const line of grid.lines) {
    const mean = line.mean[cohort][at];
    if (mean !== null && mean !== undefined) sum = (sum ?? 0) + mean;
  }
  return sum;
}
