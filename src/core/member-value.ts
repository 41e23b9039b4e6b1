import { type Unknown, unknown } from '../stats/unknown.ts';
import type { MemberCost } from './input.ts';
import { type Books, sumMoney, sumNumbers } from './ledger.ts';
import type { Marginal, MemberFigures, PerActiveMember } from './result.ts';
import {
  labelAt,
  latestTwelveMonths,
  NO_YEAR_BEFORE,
  type Span,
  type Timeline,
  twelveMonthsBefore,
  yearSpans,
} from './timeline.ts';

/** Cost, benefit, profit and ROI per active member over the latest twelve months, and by year. */
export function perActiveMember(books: Books, time: Timeline, costBasis: MemberCost): PerActiveMember {
  const span = latestTwelveMonths(time);
  const years = [...yearSpans(time)].map(([year, of]) => [year, memberFigures(books, of, costBasis)] as const);
  return {
    ...memberFigures(books, span, costBasis),
    costBasis,
    interval: null,
    from: labelAt(time, span.start),
    to: labelAt(time, span.end),
    years: Object.fromEntries(years),
  };
}

function memberFigures(books: Books, span: Span, costBasis: MemberCost): MemberFigures {
  const activeMembers = meanActive(books, span);
  if (activeMembers === 0) {
    return { activeMembers, cost: null, benefit: null, profit: null, roi: null, reason: 'there are no active members' };
  }
  const cost = sumMoney(costOf(books, costBasis), span) / activeMembers;
  const benefit = sumNumbers(books.return, span) / activeMembers;
  const profit = benefit - cost;
  const figures = { activeMembers, cost, benefit, profit };
  if (cost > 0) return { ...figures, roi: profit / cost };
  const none = costBasis === 'variable' ? 'there is no staff, developer, misc or rewards cost' : 'there is no cost';
  return { ...figures, roi: null, roiReason: cost === 0 ? none : 'credits exceed the costs' };
}

/** What one more active member cost and brought against the twelve months before. */
export function marginal(books: Books, time: Timeline, costBasis: MemberCost): Marginal | Unknown {
  const before = twelveMonthsBefore(time);
  if (before === undefined) return NO_YEAR_BEFORE;
  const now = latestTwelveMonths(time);
  const growth = meanActive(books, now) - meanActive(books, before);
  if (growth <= 0) return unknown('the number of active members did not grow');
  const cost = costOf(books, costBasis);
  return {
    cost: (sumMoney(cost, now) - sumMoney(cost, before)) / growth,
    benefit: (sumNumbers(books.return, now) - sumNumbers(books.return, before)) / growth,
    activeMembers: growth,
  };
}

function meanActive(books: Books, span: Span): number {
  return sumNumbers(books.active, span) / (span.end - span.start + 1);
}

function costOf(books: Books, costBasis: MemberCost): Books['cost'] {
  return costBasis === 'variable' ? books.variableCost : books.cost;
}
