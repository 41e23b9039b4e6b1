import { type Line, leastSquares } from '../stats/regression.ts';
import { isUnknown, type Unknown } from '../stats/unknown.ts';
import type { ProfitLine } from './breakeven.ts';
import { LEVEL } from './input.ts';
import { type Books, profits } from './ledger.ts';
import type { Trend } from './result.ts';

/** How many periods a trend looks back. */
const TREND_PERIODS = 12;

/**
 * Least-squares slope per period of return, cost and profit over the latest twelve periods, and the fitted profit line
 * that the break-even is projected along.
 */
export function fitTrend(books: Books): { figures: Trend; profitLine: ProfitLine | Unknown } {
  const length = books.return.length;
  const start = Math.max(0, length - TREND_PERIODS);
  const at = Array.from({ length: length - start }, (_, i) => i - (length - start - 1));
  const lineOf = (series: readonly number[]) => leastSquares(at, series.slice(start), LEVEL);
  const [returned, cost, profit] = [lineOf(books.return), lineOf(books.numbers.cost), lineOf(profits(books))];
  if (isUnknown(returned) || isUnknown(cost) || isUnknown(profit)) {
    const none = { periods: at.length, return: null, cost: null, profit: null, interval: null };
    const reason = 'a trend takes two periods';
    return { figures: { ...none, reason, intervalReason: reason }, profitLine: { unknown: reason } };
  }
  return {
    figures: {
      periods: at.length,
      return: returned.slope,
      cost: cost.slope,
      profit: profit.slope,
      ...slopeIntervals(returned, cost, profit),
    },
    profitLine: { last: profit.intercept, slope: profit.slope },
  };
}

function slopeIntervals(returned: Line, cost: Line, profit: Line): Pick<Trend, 'interval' | 'intervalReason'> {
  const [r, c, p] = [returned.slopeEstimate, cost.slopeEstimate, profit.slopeEstimate];
  if (isUnknown(r) || isUnknown(c) || isUnknown(p)) {
    return { interval: null, intervalReason: 'an interval takes three periods' };
  }
  return {
    interval: { level: LEVEL, return: r.interval, cost: c.interval, profit: p.interval, method: 'least squares' },
  };
}
