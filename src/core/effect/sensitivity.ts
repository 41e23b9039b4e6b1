import { type Unknown, unknown } from '../../stats/unknown.ts';
import type { Slice } from './aggregate.ts';
import type { EffectCell } from './cells.ts';
import { peopleIn } from './pre-trend.ts';
import type { EffectFigure, EffectSensitivity } from './result.ts';

/** Multiples of the largest change before joining that are shown. */
const RATIOS = [0.5, 1, 2] as const;

/**
 * How much the effect rests on parallel trends. If in each step after joining trends part by at most M̄ times the
 * largest change from one period to the next that was seen before, then h steps away they have parted by at most
 * h·M̄·v, and the effect lies within `value` ± M̄·v·(mean of h). The sign is open from M̄ = |value| / (v·mean of h) on.
 * v is taken as it was estimated: chance makes it larger than it is, which errs on the side of caution.
 * After A. Rambachan and J. Roth (2023), "relative magnitudes", in closed form and without their confidence sets.
 */
export function effectSensitivity(
  { value, interval }: EffectFigure,
  cells: readonly EffectCell[],
  leads: readonly Slice[],
): EffectSensitivity | Unknown {
  const [first, ...others] = leads;
  if (value === null || interval === null) return unknown('the effect has no interval');
  if (first === undefined) return unknown('nobody was seen for two periods before joining');
  const largest = others.reduce((most, lead) => (Math.abs(lead.value) > Math.abs(most.value) ? lead : most), first);
  const v = Math.abs(largest.value);
  const post = cells.filter(({ t, joined }) => t >= joined);
  const steps = post.reduce((sum, { t, joined, people }) => sum + people * (t - joined + 1), 0) / peopleIn(post);
  if (v === 0) return unknown('nothing differed before joining');
  const reach = v * steps;
  const [low, high] = interval;
  const nearer = low > 0 ? low : high < 0 ? -high : 0;
  return {
    largestBefore: v,
    since: largest.at,
    steps,
    breakdown: Math.abs(value) / reach,
    breakdownInterval: nearer / reach,
    bounds: RATIOS.map((ratio) => ({
      ratio,
      effect: [value - ratio * reach, value + ratio * reach],
      interval: [low - ratio * reach, high + ratio * reach],
    })),
  };
}
