import { type Unknown, unknown } from '../stats/unknown.ts';
import type { Estimated } from './estimated.ts';
import type { Horizon } from './result.ts';

/** Gets a figure, and the keys that lead to it. */
type Take = (value: number | null, ...path: readonly (string | number)[]) => void;

/**
 * The figures that carry an interval, always in the same order: one list for their names and for their values, without
 * a lookup by name for each of some hundred figures in each of 256 replicates. `ahead`: with those of the projection.
 */
function eachEstimated(figures: Estimated, ahead: boolean, take: Take): void {
  const { totals, latest12, years, periods, perActiveMember, trend, parallelTrends, projection } = figures;
  eachOfLedger(totals, take, 'totals');
  eachOfLedger(latest12, take, 'latest12');
  for (const year of Object.keys(years)) eachOfLedger(years[year]!, take, 'years', year);
  periods.forEach((period, at) => {
    take(period.return, 'periods', at, 'return');
    take(period.profit, 'periods', at, 'profit');
    take(period.cumulative.profit, 'periods', at, 'cumulative', 'profit');
    for (const [cohort, own] of Object.entries(period.cohorts)) {
      take(own.uplift, 'periods', at, 'cohorts', cohort, 'uplift');
      take(own.return, 'periods', at, 'cohorts', cohort, 'return');
    }
  });
  take(perActiveMember.benefit, 'perActiveMember', 'benefit');
  take(perActiveMember.profit, 'perActiveMember', 'profit');
  take(perActiveMember.roi, 'perActiveMember', 'roi');
  take(trend.return, 'trend', 'return');
  take(trend.profit, 'trend', 'profit');
  take(parallelTrends.change, 'parallelTrends', 'change');
  parallelTrends.periods.forEach(({ gap }, at) => {
    take(gap, 'parallelTrends', 'periods', at, 'gap');
  });
  if (ahead)
    projection.forEach((sum, at) => {
      take(sum, 'projection', at);
    });
}

function eachOfLedger({ return: returned, profit, roi }: Horizon, take: Take, ...path: readonly string[]): void {
  take(returned, ...path, 'return');
  take(profit, ...path, 'profit');
  take(roi, ...path, 'roi');
}

/** The dotted paths of the figures that carry an interval. */
export function estimatedPaths(figures: Estimated, ahead: boolean): string[] {
  const paths: string[] = [];
  eachEstimated(figures, ahead, (_, ...path) => {
    paths.push(path.join('.'));
  });
  return paths;
}

/** The figures at these paths, in their order. */
export function estimatedValues(figures: Estimated, ahead: boolean): (number | Unknown)[] {
  const values: (number | Unknown)[] = [];
  eachEstimated(figures, ahead, (value) => {
    values.push(value ?? UNKNOWN);
  });
  return values;
}

const UNKNOWN = unknown('leaving some people out leaves the figure unknown');
