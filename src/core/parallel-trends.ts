import { leastSquares } from '../stats/regression.ts';
import { isUnknown } from '../stats/unknown.ts';
import type { Grid } from './grid.ts';
import { LEVEL } from './input.ts';
import type { ParallelTrends } from './result.ts';
import { labelAt } from './timeline.ts';

/**
 * Whether the yardstick bends: what newcomers spent beyond non-members in each period, and by how much the line fitted
 * to it moved from the first of these periods to the last. The uplift takes it that the gap stays as it was.
 */
export function parallelTrends(grid: Grid): ParallelTrends {
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
    return { periods, change: null, changeReason: reason, interval: null, intervalReason: reason };
  }
  const steps = points.at(-1)!.at - points[0]!.at;
  const slope = line.slopeEstimate;
  if (isUnknown(slope)) {
    const intervalReason = 'an interval takes three periods with newcomers';
    return { periods, change: line.slope * steps, interval: null, intervalReason };
  }
  const change = [slope.interval[0] * steps, slope.interval[1] * steps] as const;
  return { periods, change: line.slope * steps, interval: { level: LEVEL, change, method: 'least squares' } };
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
