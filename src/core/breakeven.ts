import { isUnknown, type Unknown, unknown } from '../stats/unknown.ts';
import { known } from './known.ts';
import { formatPeriod, shift } from './period.ts';
import type { BreakEven } from './result.ts';
import { labelAt, periodAt, periodsPerYear, type Timeline } from './timeline.ts';

/** How far ahead a projection looks. */
const PROJECTION_YEARS = 10;

/** A straight line fitted to profit: its value at the last period of the report, and its slope per period. */
export interface ProfitLine {
  readonly last: number;
  readonly slope: number;
}

/**
 * Where profit stays ≥ 0, where cumulative profit stays ≥ 0, and, if that has not come, where it will if the fitted
 * profit line goes on.
 */
export function breakEven(profit: readonly number[], time: Timeline, line: ProfitLine | Unknown): BreakEven {
  const cumulative = runningSum(profit);
  const whole = firstLabel(time, cumulative, 'the sum of all periods cost more than it returned');
  const projected = isUnknown(whole)
    ? isUnknown(line)
      ? line
      : firstAhead(projectedSums(profit, time, line), time)
    : unknown('the cumulative break-even has come');
  return {
    ...known('period', firstLabel(time, profit, 'the last period cost more than it returned')),
    ...known('cumulative', whole),
    ...known('projected', projected),
    interval: null,
  };
}

/** The first period from which every value is ≥ 0; unknown, for the reason given, where the last one is not. */
export function firstLabel(time: Timeline, values: readonly number[], reason: string): string | Unknown {
  const first = staysAbove(values);
  return first === undefined ? unknown(reason) : labelAt(time, first);
}

/** The first position from which every value is ≥ 0; undefined where the last one is not. */
function staysAbove(values: readonly number[]): number | undefined {
  let first: number | undefined;
  const zero = -tolerance(values);
  for (let at = values.length - 1; at >= 0 && values[at]! >= zero; at--) first = at;
  return first;
}

/** How far below 0 a sum may lie by rounding alone: a ten-thousandth of a cent, more where the sums are huge. */
const LEAST_TOLERANCE = 1e-6;

function tolerance(values: readonly number[]): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return Math.max(LEAST_TOLERANCE, 1e-12 * largest);
}

/** Cumulative profit at each period ahead, if profit goes on along the fitted line; none where there is no line. */
export function projectedSums(profit: readonly number[], time: Timeline, line: ProfitLine | Unknown): number[] {
  if (isUnknown(line)) return [];
  const ahead = Array.from(
    { length: PROJECTION_YEARS * periodsPerYear(time.unit) },
    (_, i) => line.last + line.slope * (i + 1),
  );
  const soFar = profit.reduce((sum, value) => sum + value, 0);
  return runningSum(ahead).map((sum) => soFar + sum);
}

/** The first period ahead by which the sum has come to 0. */
export function firstAhead(sums: readonly number[], time: Timeline): string | Unknown {
  const zero = -tolerance(sums);
  const ahead = sums.findIndex((sum) => sum >= zero);
  if (ahead < 0) return unknown(`at this trend it does not come within ${PROJECTION_YEARS} years`);
  return formatPeriod(shift(periodAt(time, time.length - 1), ahead + 1));
}

export function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
