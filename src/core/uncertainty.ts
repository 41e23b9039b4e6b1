import { type Estimate, type IntervalEstimate, smallestDetectable } from '../stats/estimate.ts';
import { jackknifeAll } from '../stats/jackknife.ts';
import { normalCritical } from '../stats/normal.ts';
import { isUnknown, type Unknown, unknown } from '../stats/unknown.ts';
import type { Cohort } from './cohort.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { Grid } from './grid.ts';
import { LEVEL } from './input.ts';
import { sumNumbers } from './ledger.ts';
import type { Sampling } from './sampling.ts';
import { reworked, type Workings } from './workings.ts';

/** A figure with its standard error and interval. */
export type Sure = IntervalEstimate & { readonly se: number };

/** The interval of every figure that depends on a mean, by its dotted path in the figures. */
export interface Uncertainty {
  readonly method: Sampling['kind'];
  at(path: string): Sure | Unknown;
  /** How much of the variance of the return comes from the newcomers of the baseline, 0–1. */
  readonly baselineShare: number | null;
}

/**
 * Recomputes every figure, through the same calculation that gave it, on what the sampling says, and turns the spread
 * into intervals: the delete-a-group jackknife where people are known, and the closed form (each mean moved by its
 * standard error, cells independent) where only their spread is.
 */
export function uncertaintyOf(workings: Workings, figures: Figures, sampling: Sampling): Uncertainty {
  const paths = numericPaths(figures);
  const thetas = paths.map((path) => read(figures, path));
  const on = (grid: Grid) => {
    const replicate = figuresOf(reworked(workings, grid));
    return paths.map((path) => read(replicate, path));
  };
  const estimates =
    sampling.kind === 'jackknife'
      ? jackknifeAll(thetas, sampling.grids().map(on), LEVEL)
      : independentCells(
          thetas,
          sampling.grids.map(({ up, down }) => [on(up), on(down)] as const),
        );
  const byPath = new Map(paths.map((path, i) => [path.join('.'), estimates[i]!]));
  return {
    method: sampling.kind,
    at: (path) => byPath.get(path) ?? unknown('the figure is unknown'),
    baselineShare: baselineShare(workings, sampling),
  };
}

/** Var(θ) = Σ ((θ(m + se) − θ(m − se)) / 2)²: exact where θ is linear in the means, as the return is. */
function independentCells(
  thetas: readonly (number | Unknown)[],
  pairs: readonly (readonly [readonly (number | Unknown)[], readonly (number | Unknown)[]])[],
): (Sure | Unknown)[] {
  const z = normalCritical(LEVEL);
  return thetas.map((value, i) => {
    if (isUnknown(value)) return value;
    let variance = 0;
    for (const [up, down] of pairs) {
      const [high, low] = [up[i]!, down[i]!];
      if (isUnknown(high)) return high;
      if (isUnknown(low)) return low;
      variance += ((high - low) / 2) ** 2;
    }
    const se = Math.sqrt(variance);
    return { value, se, level: LEVEL, interval: [value - z * se, value + z * se] };
  });
}

function baselineShare(workings: Workings, sampling: Sampling): number | null {
  const returned = (grid: Grid) => {
    const { return: series } = reworked(workings, grid).books;
    return sumNumbers(series, { start: 0, end: series.length - 1 });
  };
  if (sampling.kind === 'jackknife') {
    const theta = returned(workings.grid);
    const variance = (hold?: Cohort) =>
      squaredError(
        jackknifeAll(
          [theta],
          sampling.grids(hold).map((g) => [returned(g)]),
          LEVEL,
        )[0],
      );
    const [all, rest] = [variance(), variance('newcomer')];
    return all > 0 ? Math.max(0, 1 - rest / all) : null;
  }
  let [all, own] = [0, 0];
  for (const { cohort, up, down } of sampling.grids) {
    const part = ((returned(up) - returned(down)) / 2) ** 2;
    all += part;
    if (cohort === 'newcomer') own += part;
  }
  return all > 0 ? own / all : null;
}

function squaredError(estimate: Estimate | Unknown | undefined): number {
  return estimate === undefined || isUnknown(estimate) ? 0 : estimate.se ** 2;
}

/** Figures that come from costs, people or the calendar alone: they have no error. */
const CERTAIN = new Set([
  'costsByCategory',
  'costsByCategoryLatest12',
  'costsByCategoryBefore12',
  'window',
  'cashCost',
  'people',
  'cost',
  'activeMembers',
  'from',
  'to',
  'interval',
]);

type Path = readonly string[];

function numericPaths(figures: Figures): Path[] {
  const paths: Path[] = [];
  const walk = (value: unknown, path: Path) => {
    if (typeof value === 'number') paths.push(path);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, field] of Object.entries(value)) if (!CERTAIN.has(key)) walk(field, [...path, key]);
    }
  };
  walk(figures, []);
  return paths;
}

function read(figures: Figures, path: Path): number | Unknown {
  let at: unknown = figures;
  for (const key of path) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return typeof at === 'number' ? at : unknown('leaving some people out leaves the figure unknown');
}

/** The smallest effect that the data could have shown, and the interval of a figure as a range. */
export function rangeOf({ interval }: Sure): readonly [number, number] {
  return [interval[0], interval[1]];
}

export const detectable = ({ se }: Sure): number => smallestDetectable(se);
