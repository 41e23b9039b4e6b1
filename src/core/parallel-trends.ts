import { leastSquares } from '../stats/regression.ts';
import { isUnknown } from '../stats/unknown.ts';
import { RETURNING } from './cohort.ts';
import type { Grid } from './grid.ts';
import { LEVEL } from './input.ts';
import type { ParallelTrends } from './result.ts';
import { labelAt } from './timeline.ts';
import { gridSpan, type Workings, wholeSpan } from './workings.ts';

/**
 * Whether the yardstick bends: what newcomers spent beyond non-members in each period, and by how much the line fitted
 * to it moved from the first of these periods to the last. The uplift takes it that the gap stays as it was.
 */
export function parallelTrends(workings: Workings): ParallelTrends {
  const { grid } = workings;
  const gaps = grid.people.newcomer.map((_, at) => gapAt(grid, at));
  const points = gaps.flatMap((gap, at) => (gap === null ? [] : [{ at, gap }]));
  const periods = gaps.map((gap, at) => ({ period: labelAt(grid.time, at), gap }));
  const line = leastSquares(
    points.map(({ at }) => at),
    points.map(({ gap }) => gap),
    LEVEL,
  );
  if (isUnknown(line)) {
    const reason = 'only one period has newcomers';
    const none = { change: null, changeReason: reason, returnEffect: null, returnEffectReason: reason };
    return { periods, ...none, interval: null, intervalReason: reason };
  }
  const steps = points.at(-1)!.at - points[0]!.at;
  const slope = line.slopeEstimate;
  const returnEffect = effectOnReturn(workings, line.slope);
  if (isUnknown(slope)) {
    const intervalReason = 'an interval takes three periods with newcomers';
    return { periods, change: line.slope * steps, returnEffect, interval: null, intervalReason };
  }
  const change = [slope.interval[0] * steps, slope.interval[1] * steps] as const;
  return {
    periods,
    change: line.slope * steps,
    returnEffect,
    interval: { level: LEVEL, change, method: 'least squares' },
  };
}

/**
 * What the return would change by, had the yardstick moved along the fitted line since the baseline:
 * −Σ slope · (t − baseline) · people · margin over active members and lurkers.
 */
function effectOnReturn(workings: Workings, slope: number): number {
  const { grid, baseline, options } = workings;
  const centre = baseline.weights.reduce((sum, { at, weight }) => sum + weight * at, 0);
  const { start, end } = gridSpan(workings, wholeSpan(workings));
  let effect = 0;
  for (let at = start; at <= end; at++) {
    for (const cohort of RETURNING) effect -= slope * (at - centre) * (grid.people[cohort][at] ?? 0);
  }
  return effect * (options.margin ?? 1);
}

/** Null where there is nobody to compare: no newcomers, or, without some group of people, no non-members. */
function gapAt(grid: Grid, at: number): number | null {
  let gap = 0;
  for (const { mean } of grid.lines) {
    const [newcomer, nonMember] = [mean.newcomer[at] ?? null, mean.non_member[at] ?? null];
    if (newcomer === null || nonMember === null) return null;
    gap += newcomer - nonMember;
  }
  return gap;
}
