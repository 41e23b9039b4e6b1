import { type Unknown, unknown } from '../stats/unknown.ts';
import { baselineFigures } from './baseline.ts';
import { breakEven } from './breakeven.ts';
import { type Line, RETURNING } from './cohort.ts';
import { CATEGORY_NAMES, type CostSeries } from './costs.ts';
import { economics } from './economics.ts';
import { type Estimated, estimatedFigures } from './estimated.ts';
import { known } from './known.ts';
import { balance, profits, sumMoney, sumNumbers } from './ledger.ts';
import { marginal } from './member-value.ts';
import { toNumber, ZERO } from './money.ts';
import type { CostsByCategory, RoiResult } from './result.ts';
import { splitRetention } from './retention.ts';
import { labelAt, latestTwelveMonths, NO_YEAR_BEFORE, type Span, twelveMonthsBefore } from './timeline.ts';
import { fitTrend } from './trend.ts';
import { gridSpan, type Workings, wholeSpan } from './workings.ts';

/** Every figure of a result, before anything is known about its error. */
export type Figures = Omit<RoiResult, 'caveats'> & Estimated;

/** Reads the figures off the workings. */
export function figuresOf(workings: Workings): Figures {
  const { options, time, grid, baseline, costs, books } = workings;
  const { totals, latest12, years, periods, ...estimated } = estimatedFigures(workings);
  const whole = wholeSpan(workings);
  const latest = latestTwelveMonths(time);
  const before = twelveMonthsBefore(time);
  const flows = books.return.map((value, at) => value - (books.numbers.cashCost[at] ?? 0));
  return {
    unit: time.unit,
    window: { from: labelAt(time, 0), to: labelAt(time, time.length - 1), periods: time.length },
    baseline: baselineFigures(grid, baseline),
    verdict: 'unclear',
    totals,
    latest12,
    years,
    periods,
    returnsBySource: returnsBySource(workings, whole),
    ...known('returnsByLine', returnsByLine(workings, whole)),
    costsByCategory: costsByCategory(costs, whole),
    costsByCategoryLatest12: costsByCategory(costs, latest),
    ...known('costsByCategoryBefore12', before === undefined ? NO_YEAR_BEFORE : costsByCategory(costs, before)),
    ...known('retention', splitRetention(grid, baseline, options.margin ?? 1, gridSpan(workings, whole))),
    cash: {
      ...balance(sumMoney(books.cashCost, whole), sumNumbers(books.return, whole)),
      notYetAmortised: toNumber(costs.notYetAmortised),
    },
    perActiveMember: estimated.perActiveMember,
    ...known('marginal', marginal(books, time, options.memberCost ?? 'variable')),
    trend: estimated.trend,
    breakEven: breakEven(profits(books), time, fitTrend(books).profitLine),
    projection: estimated.projection,
    ...known(
      'economics',
      options.discountRate === undefined
        ? unknown('it takes a discount rate')
        : economics(flows, time, options.discountRate),
    ),
    uncertainty: null,
    parallelTrends: estimated.parallelTrends,
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

function returnsByLine(workings: Workings, span: Span): Record<Line, number> | Unknown {
  const lines = workings.uplift.returnByLine;
  if (lines.has('all')) return unknown('spending is not split by line');
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
