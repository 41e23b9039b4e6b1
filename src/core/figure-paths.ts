import { type Unknown, unknown } from '../stats/unknown.ts';
import type { Estimated } from './estimated.ts';
import type { Figures } from './figures.ts';

/** The keys that lead to a figure. */
export type Path = readonly string[];

/** The figures that depend on a mean and carry an interval. */
export function estimatedPaths({ years, periods, parallelTrends, projection, breakEven }: Figures): Path[] {
  const horizons = [['totals'], ['latest12'], ...Object.keys(years).map((year) => ['years', year])];
  return [
    ...horizons.flatMap((horizon) => below(horizon, ['return', 'profit', 'roi'])),
    ...periods.flatMap(({ cohorts }, at) => {
      const period = ['periods', String(at)];
      const own = Object.keys(cohorts).flatMap((cohort) => below([...period, 'cohorts', cohort], ['uplift', 'return']));
      return [...below(period, ['return', 'profit']), [...period, 'cumulative', 'profit'], ...own];
    }),
    ...below(['perActiveMember'], ['benefit', 'profit', 'roi']),
    ...below(['trend'], ['return', 'profit']),
    ['parallelTrends', 'change'],
    ...parallelTrends.periods.map((_, at) => ['parallelTrends', 'periods', String(at), 'gap']),
    ...(breakEven.cumulative === null ? below(['projection'], Object.keys(projection)) : []),
  ];
}

function below(path: Path, keys: readonly string[]): Path[] {
  return keys.map((key) => [...path, key]);
}

/** The figures at these paths. */
export function estimatedValues(figures: Estimated, paths: readonly Path[]): (number | Unknown)[] {
  return paths.map((path) => {
    let at: unknown = figures;
    for (const key of path) at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[key];
    return typeof at === 'number' ? at : UNKNOWN;
  });
}

const UNKNOWN = unknown('leaving some people out leaves the figure unknown');
