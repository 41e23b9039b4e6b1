import { isUnknown, type Unknown, unknown } from '../stats/unknown.ts';
import { known } from './known.ts';
import { formatPeriod, shift } from './period.ts';
import type { BreakEven } from './result.ts';
import { labelAt, periodAt, periodsPerYear, type Timeline } from './timeline.ts';

/** How far ahead a projection looks. */
export const PROJECTION_YEARS = 10;

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
    ? project(cumulative.at(-1) ?? 0, line, time)
    : unknown('the cumulative break-even has come');
  return {
    ...known('period', firstLabel(time, profit, 'the last period cost more than it returned')),
    ...known('cumulative', whole),
    ...known('projected', projected),
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
  for (let at = values.length - 1; at >= 0 && values[at]! >= -TOLERANCE; at--) first = at;
  return first;
}

/** A tenth of a thousandth of a cent: rounding of sums, not money. */
const TOLERANCE = 1e-6;

function project(balance: number, line: ProfitLine | Unknown, time: Timeline): string | Unknown {
  if (isUnknown(line)) return line;
  let sum = balance;
  const horizon = PROJECTION_YEARS * periodsPerYear(time.unit);
  for (let ahead = 1; ahead <= horizon; ahead++) {
    sum += line.last + line.slope * ahead;
    if (sum >= -TOLERANCE) return formatPeriod(shift(periodAt(time, time.length - 1), ahead));
  }
  return unknown(`at this trend it does not come within ${PROJECTION_YEARS} years`);
}

export function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
