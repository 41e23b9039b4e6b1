import { baselineFigures } from './baseline.ts';
import { breakEven, projectedSums } from './breakeven.ts';
import { RETURNING, type ReturningCohort } from './cohort.ts';
import { CATEGORY_NAMES, type CostSeries } from './costs.ts';
import { economics } from './economics.ts';
import { known } from './known.ts';
import { balance, ledgerOf, profits, sumMoney, sumNumbers } from './ledger.ts';
import { marginal, perActiveMember } from './member-value.ts';
import { toNumber, ZERO } from './money.ts';
import { parallelTrends } from './parallel-trends.ts';
import type { CohortFigures, CostsByCategory, Horizon, Ledger, PeriodFigures, RoiResult } from './result.ts';
import { splitRetention } from './retention.ts';
import { labelAt, latestTwelveMonths, type Span, twelveMonthsBefore, yearSpans } from './timeline.ts';
import { fitTrend } from './trend.ts';
import { gridSpan, type Workings } from './workings.ts';

/** Every figure of a result, before anything is known about its error. */
export interface Figures extends Omit<RoiResult, 'caveats'> {
  /** Cumulative profit at each period ahead of the window, along the fitted line. */
  readonly projection: readonly number[];
}

/** Reads the figures off the workings. The jackknife runs through here as well, so that there is no second formula. */
export function figuresOf(workings: Workings): Figures {
  const { options, time, grid, baseline, costs, books } = workings;
  const whole: Span = { start: 0, end: time.length - 1 };
  const latest = latestTwelveMonths(time);
  const before = twelveMonthsBefore(time);
  const profit = profits(books);
  const trend = fitTrend(books);
  const flows = books.return.map((value, at) => value - toNumber(books.cashCost[at] ?? ZERO));
  return {
    unit: time.unit,
    window: { from: labelAt(time, 0), to: labelAt(time, time.length - 1), periods: time.length },
    baseline: baselineFigures(grid, baseline),
    verdict: 'unclear',
    totals: horizon(workings, whole),
    latest12: horizon(workings, latest),
    years: Object.fromEntries([...yearSpans(time)].map(([year, span]) => [year, horizon(workings, span)])),
    periods: allPeriods(workings),
    returnsBySource: returnsBySource(workings, whole),
    returnsByLine: returnsByLine(workings, whole),
    costsByCategory: costsByCategory(costs, whole),
    costsByCategoryLatest12: costsByCategory(costs, latest),
    costsByCategoryBefore12: before === undefined ? null : costsByCategory(costs, before),
    ...known('retention', splitRetention(grid, baseline, options.margin ?? 1, gridSpan(workings, whole))),
    cash: {
      ...balance(sumMoney(books.cashCost, whole), sumNumbers(books.return, whole)),
      notYetAmortised: toNumber(costs.notYetAmortised),
    },
    perActiveMember: perActiveMember(books, time, options.memberCost ?? 'variable'),
    ...known('marginal', marginal(books, time, options.memberCost ?? 'variable')),
    trend: trend.figures,
    breakEven: breakEven(profit, time, trend.profitLine),
    projection: projectedSums(profit, time, trend.profitLine),
    economics: options.discountRate === undefined ? null : economics(flows, time, options.discountRate),
    uncertainty: null,
    parallelTrends: parallelTrends(grid),
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
  const { books, time } = workings;
  let [cost, returned] = [ZERO, 0];
  return Array.from({ length: time.length }, (_, at) => {
    cost += books.cost[at] ?? ZERO;
    returned += books.return[at] ?? 0;
    return periodFigures(workings, at, balance(toNumber(cost), returned));
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
    ...ledgerOf(books, { start: at, end: at }),
    cumulative,
    cashCost: toNumber(books.cashCost[at] ?? ZERO),
    drift: uplift.drift[onGrid] ?? null,
    cohorts,
    interval: null,
    otherReturns: otherReturn,
  };
}

function returnsBySource(workings: Workings, span: Span): Record<string, number> {
  const sums = new Map<string, number>();
  for (const cohort of RETURNING) {
    const series = workings.uplift.cohorts[cohort];
    if (series !== undefined) sums.set(cohort, sumNumbers(series.return, gridSpan(workings, span)));
  }
  for (const [source, series] of workings.other.bySource) {
    sums.set(source, (sums.get(source) ?? 0) + sumNumbers(series, span));
  }
  return Object.fromEntries(sums);
}

function returnsByLine(workings: Workings, span: Span): RoiResult['returnsByLine'] {
  const lines = workings.uplift.returnByLine;
  if (lines.has('all')) return null;
  const sum = (line: 'existing' | 'new') => sumNumbers(lines.get(line) ?? [], gridSpan(workings, span));
  return { existing: sum('existing'), new: sum('new') };
}

function costsByCategory(costs: CostSeries, span: Span): CostsByCategory {
  const used = CATEGORY_NAMES.filter(
    (category) =>
      costs.cash[category].some((amount) => amount !== ZERO) ||
      costs.amortised[category].some((amount) => amount !== ZERO),
  );
  return Object.fromEntries(used.map((category) => [category, sumMoney(costs.amortised[category], span)]));
}
