import { baselineFigures } from './baseline.ts';
import { breakEven } from './breakeven.ts';
import { collectCaveats } from './caveats.ts';
import { RETURNING, type ReturningCohort } from './cohort.ts';
import { CATEGORY_NAMES, type CostSeries } from './costs.ts';
import { economics } from './economics.ts';
import type { RoiInput, RoiOptions } from './input.ts';
import { known } from './known.ts';
import { balance, ledgerOf, profits, sumMoney, sumNumbers } from './ledger.ts';
import { marginal, perActiveMember } from './member-value.ts';
import { toNumber, ZERO } from './money.ts';
import { parallelTrends } from './parallel-trends.ts';
import type { CohortFigures, Horizon, PeriodFigures, RoiResult } from './result.ts';
import { splitRetention } from './retention.ts';
import { labelAt, latestTwelveMonths, type Span, yearSpans } from './timeline.ts';
import { fitTrend } from './trend.ts';
import { gridSpan, prepare, type Workings } from './workings.ts';

/**
 * The business ledger: return, cost, profit and ROI of a community per period, year, latest twelve months and in all,
 * with what an active member costs and brings, the trend and the break-even. Pure: the same rows give the same figures.
 * Throws CalculationError, with every fault, where the rows cannot be compared.
 */
export function calculateRoi(input: RoiInput, options: RoiOptions = {}): RoiResult {
  const workings = prepare(input, options);
  const { time, grid, baseline, costs, books } = workings;
  const whole: Span = { start: 0, end: time.length - 1 };
  const profit = profits(books);
  const trend = fitTrend(books);
  const flows = profit.map((value, at) => value + toNumber((books.cost[at] ?? ZERO) - (books.cashCost[at] ?? ZERO)));
  const result: Omit<RoiResult, 'caveats'> = {
    unit: time.unit,
    window: { from: labelAt(time, 0), to: labelAt(time, time.length - 1), periods: time.length },
    baseline: baselineFigures(grid, baseline),
    verdict: 'unclear',
    totals: horizon(workings, whole),
    latest12: horizon(workings, latestTwelveMonths(time)),
    years: Object.fromEntries([...yearSpans(time)].map(([year, span]) => [year, horizon(workings, span)])),
    periods: Array.from({ length: time.length }, (_, at) => periodFigures(workings, at)),
    returnsBySource: returnsBySource(workings, whole),
    returnsByLine: returnsByLine(workings, whole),
    costsByCategory: costsByCategory(costs, whole),
    ...known('retention', splitRetention(grid, baseline, options.margin ?? 1, gridSpan(workings, whole))),
    cash: {
      ...balance(sumMoney(books.cashCost, whole), sumNumbers(books.return, whole)),
      notYetAmortised: toNumber(costs.notYetAmortised),
    },
    perActiveMember: perActiveMember(books, time, options.memberCost ?? 'variable'),
    ...known('marginal', marginal(books, time, options.memberCost ?? 'variable')),
    trend: trend.figures,
    breakEven: breakEven(profit, time, trend.profitLine),
    economics: options.discountRate === undefined ? null : economics(flows, time, options.discountRate),
    parallelTrends: parallelTrends(grid),
  };
  return { ...result, caveats: collectCaveats(workings, result) };
}

function horizon({ books, time }: Workings, span: Span): Horizon {
  return {
    from: labelAt(time, span.start),
    to: labelAt(time, span.end),
    periods: span.end - span.start + 1,
    ...ledgerOf(books, span),
    interval: null,
    intervalReason: 'spend has neither persons nor a standard deviation',
  };
}

function periodFigures(workings: Workings, at: number): PeriodFigures {
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
    };
  }
  let otherReturn = 0;
  for (const series of other.bySource.values()) otherReturn += series[at] ?? 0;
  return {
    period: labelAt(time, at),
    ...ledgerOf(books, { start: at, end: at }),
    cumulative: ledgerOf(books, { start: 0, end: at }),
    cashCost: toNumber(books.cashCost[at] ?? ZERO),
    drift: uplift.drift[onGrid] ?? null,
    cohorts,
    otherReturns: otherReturn,
  };
}

function returnsBySource(workings: Workings, span: Span): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const cohort of RETURNING) {
    const series = workings.uplift.cohorts[cohort];
    if (series !== undefined) sums[cohort] = sumNumbers(series.return, gridSpan(workings, span));
  }
  for (const [source, series] of workings.other.bySource) sums[source] = sumNumbers(series, span);
  return sums;
}

function returnsByLine(workings: Workings, span: Span): RoiResult['returnsByLine'] {
  const lines = workings.uplift.returnByLine;
  if (lines.has('all')) return null;
  const sum = (line: 'existing' | 'new') => sumNumbers(lines.get(line) ?? [], gridSpan(workings, span));
  return { existing: sum('existing'), new: sum('new') };
}

function costsByCategory(costs: CostSeries, span: Span): RoiResult['costsByCategory'] {
  const used = CATEGORY_NAMES.filter(
    (category) =>
      costs.cash[category].some((amount) => amount !== ZERO) ||
      costs.amortised[category].some((amount) => amount !== ZERO),
  );
  return Object.fromEntries(used.map((category) => [category, sumMoney(costs.amortised[category], span)]));
}
