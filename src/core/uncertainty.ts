import { type IntervalEstimate, smallestDetectable } from '../stats/estimate.ts';
import { jackknife, jackknifeAll } from '../stats/jackknife.ts';
import { normalCritical } from '../stats/normal.ts';
import { isUnknown, type Unknown, unknown } from '../stats/unknown.ts';
import type { CellSampling } from './cell-sampling.ts';
import { estimatedFigures } from './estimated.ts';
import { estimatedPaths, estimatedValues } from './figure-paths.ts';
import type { Figures } from './figures.ts';
import type { Grid } from './grid.ts';
import type { GroupSampling } from './group-sampling.ts';
import { LEVEL } from './input.ts';
import { sumNumbers } from './ledger.ts';
import type { Sampling } from './sampling.ts';
import { reworked, type Workings, wholeSpan } from './workings.ts';

/** A figure with its standard error and interval. */
export type Sure = IntervalEstimate & { readonly se: number };

/** The interval of every figure that depends on a mean, by its dotted path in the figures. */
export interface Uncertainty {
  readonly method: Sampling['kind'];
  at(path: string): Sure | Unknown;
  /** How much of the variance of the return comes from the newcomers of the baseline, 0–1. */
  readonly baselineShare: number | null;
}

type Value = number | Unknown;

/**
 * Recomputes every figure, through the same calculation that gave it, on what the sampling says, and turns the spread
 * into intervals: the delete-a-group jackknife where people are known, and the closed form (each mean moved by its
 * standard error, cells independent) where only their spread is.
 */
export function uncertaintyOf(workings: Workings, figures: Figures, sampling: Sampling): Uncertainty {
  const ahead = figures.breakEven.cumulative === null;
  const thetas = estimatedValues(figures, ahead);
  const on = (grid: Grid) => estimatedValues(estimatedFigures(reworked(workings, grid)), ahead);
  const estimates =
    sampling.kind === 'jackknife'
      ? jackknifeAll(thetas, sampling.grids().map(on), LEVEL)
      : closedForm(thetas, sampling, on);
  const byPath = new Map(estimatedPaths(figures, ahead).map((path, i) => [path, estimates[i]!]));
  const at = (path: string) => byPath.get(path) ?? unknown('the figure is unknown');
  return { method: sampling.kind, at, baselineShare: baselineShare(workings, sampling, at('totals.return')) };
}

/** Var(θ) = Σ ((θ(m + se) − θ(m − se)) / 2)²: exact where θ is linear in the means, as the return is. */
function closedForm(
  thetas: readonly Value[],
  { grids }: CellSampling,
  on: (grid: Grid) => Value[],
): (Sure | Unknown)[] {
  const z = normalCritical(LEVEL);
  const pairs = grids.map(({ up, down }) => [on(up), on(down)] as const);
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

/** What the variance of the return loses where the newcomers' means are taken as certain. */
function baselineShare(workings: Workings, sampling: Sampling, total: Sure | Unknown): number | null {
  if (isUnknown(total) || total.se === 0) return null;
  const returned = (grid: Grid) => sumNumbers(reworked(workings, grid).books.return, wholeSpan(workings));
  const own =
    sampling.kind === 'jackknife'
      ? total.se ** 2 - heldVariance(total.value, sampling, returned)
      : newcomerVariance(sampling, returned);
  return Math.max(0, own / total.se ** 2);
}

function heldVariance(value: number, { grids }: GroupSampling, returned: (grid: Grid) => number): number {
  const estimate = jackknife(value, grids('newcomer').map(returned), LEVEL);
  return isUnknown(estimate) ? 0 : estimate.se ** 2;
}

function newcomerVariance({ grids }: CellSampling, returned: (grid: Grid) => number): number {
  const own = grids.filter(({ cohort }) => cohort === 'newcomer');
  return own.reduce((sum, { up, down }) => sum + ((returned(up) - returned(down)) / 2) ** 2, 0);
}

/** The interval of a figure as a range. */
export function rangeOf({ interval }: Sure): readonly [number, number] {
  return [interval[0], interval[1]];
}

/** The smallest effect that the data could have shown. */
export const detectable = ({ se }: Sure): number => smallestDetectable(se);
