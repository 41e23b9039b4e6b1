import { projectedSums } from './breakeven.ts';
import { RETURNING, type ReturningCohort } from './cohort.ts';
import { balance, ledgerOf, profits } from './ledger.ts';
import { perActiveMember } from './member-value.ts';
import { parallelTrends } from './parallel-trends.ts';
import type { CohortFigures, Horizon, Ledger, PeriodFigures, RoiResult } from './result.ts';
import { labelAt, latestTwelveMonths, type Span, yearSpans } from './timeline.ts';
import { fitTrend } from './trend.ts';
import { type Workings, wholeSpan } from './workings.ts';

/** The figures that rest on what people spent on average, and so have an error. */
export interface Estimated
  extends Pick<
    RoiResult,
    'totals' | 'latest12' | 'years' | 'periods' | 'perActiveMember' | 'trend' | 'parallelTrends'
  > {
  /** Cumulative profit at each period ahead of the window, along the fitted line. */
  readonly projection: readonly number[];
}

/** Reads them off the workings. The jackknife runs through here as well, so that there is no second formula. */
export function estimatedFigures(workings: Workings): Estimated {
  const { options, time, books } = workings;
  const trend = fitTrend(books);
  return {
    totals: horizon(workings, wholeSpan(workings)),
    latest12: horizon(workings, latestTwelveMonths(time)),
    years: Object.fromEntries([...yearSpans(time)].map(([year, span]) => [year, horizon(workings, span)])),
    periods: allPeriods(workings),
    perActiveMember: perActiveMember(books, time, options.memberCost ?? 'variable'),
    trend: trend.figures,
    parallelTrends: parallelTrends(workings),
    projection: projectedSums(profits(books), time, trend.profitLine),
  };
}

function horizon({ books, time }: Workings, span: Span): Horizon {
  return {
    from: labelAt(time, span.start),
    to: labelAt(time, span.end),
    periods: span.end - span.start + 1,
    ...ledgerOf(books, span),
    interval: null,
  };
}

function allPeriods(workings: Workings): PeriodFigures[] {
  const { books } = workings;
  let returned = 0;
  return books.numbers.costSoFar.map((cost, at) => {
    returned += books.return[at] ?? 0;
    return periodFigures(workings, at, balance(cost, returned));
  });
}

function periodFigures(workings: Workings, at: number, cumulative: Ledger): PeriodFigures {
  const { time, grid, uplift, other, books } = workings;
  const onGrid = at + time.first - grid.time.first;
  const cohorts: Partial<Record<ReturningCohort, CohortFigures>> = {};
  for (const cohort of RETURNING) {
    const series = uplift.cohorts[cohort];
    const people = series?.people[onGrid];
    if (series === undefined || people === undefined) continue;
    cohorts[cohort] = {
      people,
      spendPerPerson: series.mean[onGrid] ?? null,
      uplift: series.uplift[onGrid] ?? null,
      return: series.return[onGrid] ?? 0,
      interval: null,
    };
  }
  let otherReturn = 0;
  for (const series of other.bySource.values()) otherReturn += series[at] ?? 0;
  return {
    period: labelAt(time, at),
    ...balance(books.numbers.cost[at] ?? 0, books.return[at] ?? 0),
    cumulative,
    cashCost: books.numbers.cashCost[at] ?? 0,
    drift: uplift.drift[onGrid] ?? null,
    cohorts,
    interval: null,
    otherReturns: otherReturn,
  };
}
