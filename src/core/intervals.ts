import { isUnknown, type Unknown } from '../stats/unknown.ts';
import { firstAhead, firstLabel } from './breakeven.ts';
import type { ReturningCohort } from './cohort.ts';
import type { Figures } from './figures.ts';
import { LEVEL } from './input.ts';
import { parsePeriod } from './period.ts';
import type { BreakEven, CohortFigures, DateRange, Horizon, PeriodFigures, Range, RoiResult } from './result.ts';
import { type Timeline, timeline } from './timeline.ts';
import { detectable, rangeOf, type Sure, type Uncertainty } from './uncertainty.ts';

type Result = Omit<RoiResult, 'caveats'>;

/** The figures with their intervals, or with the reason why they have none, and the verdict that follows from them. */
export function withIntervals({ projection, ...figures }: Figures, sure: Uncertainty | Unknown): Result {
  if (isUnknown(sure)) {
    const none = (horizon: Horizon): Horizon => ({ ...horizon, intervalReason: sure.unknown });
    return { ...figures, ...horizons(figures, none) };
  }
  const result: Result = {
    ...figures,
    ...horizons(figures, (horizon, path) => horizonInterval(horizon, path, sure)),
    periods: figures.periods.map((row, at) => periodInterval(row, at, sure)),
    perActiveMember: { ...figures.perActiveMember, interval: memberInterval(sure) },
    trend: { ...figures.trend, ...trendInterval(figures, sure) },
    parallelTrends: gapInterval(figures, sure),
    uncertainty: { method: sure.method, baselineShare: sure.baselineShare },
  };
  const dated = { ...result, breakEven: { ...result.breakEven, interval: dateRanges(result, projection, sure) } };
  return { ...dated, verdict: verdictOf(dated.totals) };
}

/** From the interval, not from the sign: positive or negative where all of it lies on one side. */
function verdictOf({ interval }: Horizon): RoiResult['verdict'] {
  const range = interval?.profit;
  if (range === undefined) return 'unclear';
  if (range[0] > 0) return 'positive';
  return range[1] < 0 ? 'negative' : 'unclear';
}

function horizons(figures: Result, change: (horizon: Horizon, path: string) => Horizon) {
  return {
    totals: change(figures.totals, 'totals'),
    latest12: change(figures.latest12, 'latest12'),
    years: Object.fromEntries(
      Object.entries(figures.years).map(([year, horizon]) => [year, change(horizon, `years.${year}`)]),
    ),
  };
}

function horizonInterval(horizon: Horizon, path: string, sure: Uncertainty): Horizon {
  const [returned, profit, roi] = [sure.at(`${path}.return`), sure.at(`${path}.profit`), sure.at(`${path}.roi`)];
  if (isUnknown(returned) || isUnknown(profit)) {
    return { ...horizon, intervalReason: isUnknown(returned) ? returned.unknown : 'the profit is unknown' };
  }
  const known = isUnknown(roi) ? undefined : roi;
  return {
    ...horizon,
    interval: {
      level: LEVEL,
      return: rangeOf(returned),
      profit: rangeOf(profit),
      roi: known === undefined ? null : rangeOf(known),
      method: sure.method,
      detectable: { return: detectable(returned), roi: known === undefined ? null : detectable(known) },
    },
  };
}

function periodInterval(row: PeriodFigures, at: number, sure: Uncertainty): PeriodFigures {
  const path = `periods.${at}`;
  const cohorts = Object.fromEntries(
    Object.entries(row.cohorts).map(([cohort, figures]) => [
      cohort,
      cohortInterval(figures, `${path}.cohorts.${cohort as ReturningCohort}`, sure),
    ]),
  );
  const ranges = all(sure, [`${path}.return`, `${path}.profit`, `${path}.cumulative.profit`]);
  if (ranges === undefined) return { ...row, cohorts };
  const [returned, profit, cumulativeProfit] = ranges as [Range, Range, Range];
  return { ...row, cohorts, interval: { return: returned, profit, cumulativeProfit } };
}

function cohortInterval(figures: CohortFigures, path: string, sure: Uncertainty): CohortFigures {
  const ranges = all(sure, [`${path}.uplift`, `${path}.return`]);
  if (ranges === undefined) return figures;
  const [uplift, returned] = ranges as [Range, Range];
  return { ...figures, interval: { uplift, return: returned } };
}

function memberInterval(sure: Uncertainty): Result['perActiveMember']['interval'] {
  const ranges = all(sure, ['perActiveMember.benefit', 'perActiveMember.profit']);
  if (ranges === undefined) return null;
  const [benefit, profit] = ranges as [Range, Range];
  const roi = sure.at('perActiveMember.roi');
  return { level: LEVEL, benefit, profit, roi: isUnknown(roi) ? null : rangeOf(roi) };
}

/** The slopes' error from people; that of cost stays the scatter of the periods around the line. */
function trendInterval({ trend }: Result, sure: Uncertainty): Pick<Result['trend'], 'interval' | 'intervalReason'> {
  const ranges = all(sure, ['trend.return', 'trend.profit']);
  if (ranges === undefined || trend.interval === null) return trend;
  const [returned, profit] = ranges as [Range, Range];
  return { interval: { ...trend.interval, return: returned, profit, method: sure.method } };
}

function gapInterval({ parallelTrends }: Result, sure: Uncertainty): Result['parallelTrends'] {
  const gaps = parallelTrends.periods.flatMap(({ gap }, at) =>
    gap === null ? [] : [`parallelTrends.periods.${at}.gap`],
  );
  const change = sure.at('parallelTrends.change');
  // A period that loses its newcomers without one group would bend the fitted line instead of showing its error.
  if (isUnknown(change) || all(sure, gaps) === undefined) return parallelTrends;
  const { intervalReason: _, ...known } = parallelTrends;
  return { ...known, interval: { level: LEVEL, change: rangeOf(change), method: sure.method } };
}

/** When the upper and when the lower end of profit break even. */
function dateRanges(result: Result, projection: readonly number[], sure: Uncertainty): BreakEven['interval'] {
  const bands = result.periods.map((row) => row.interval);
  if (bands.some((band) => band === null)) return null;
  const time = timelineOf(result);
  const ends = (pick: (band: NonNullable<(typeof bands)[number]>) => Range): DateRange => {
    const series = (end: 0 | 1) => bands.map((band) => pick(band!)[end]);
    const first = (values: readonly number[]) => orNull(firstLabel(time, values, 'not yet'));
    return [first(series(1)), first(series(0))];
  };
  const ahead = all(
    sure,
    projection.map((_, i) => `projection.${i}`),
  );
  const projected =
    result.breakEven.cumulative !== null || ahead === undefined || ahead.length === 0
      ? null
      : ([
          orNull(
            firstAhead(
              ahead.map((range) => range[1]),
              time,
            ),
          ),
          orNull(
            firstAhead(
              ahead.map((range) => range[0]),
              time,
            ),
          ),
        ] as const);
  return {
    level: LEVEL,
    period: ends((band) => band.profit),
    cumulative: ends((band) => band.cumulativeProfit),
    projected,
  };
}

function timelineOf({ window }: Result): Timeline {
  return timeline(parsePeriod(window.from)!, parsePeriod(window.to)!);
}

const orNull = (label: string | Unknown): string | null => (isUnknown(label) ? null : label);

/** The ranges of all paths, or undefined where one of them has none. */
function all(sure: Uncertainty, paths: readonly string[]): Range[] | undefined {
  const ranges: Range[] = [];
  for (const path of paths) {
    const estimate: Sure | Unknown = sure.at(path);
    if (isUnknown(estimate)) return undefined;
    ranges.push(rangeOf(estimate));
  }
  return ranges;
}
