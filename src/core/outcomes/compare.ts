import { smallestDetectable, studentEstimate } from '../../stats/estimate.ts';
import { welch } from '../../stats/mean-difference.ts';
import { type Moments, standardDeviation } from '../../stats/moments.ts';
import { type Count, shareDifference, wilson } from '../../stats/proportions.ts';
import { shareTrend } from '../../stats/trend.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import type { Range } from '../result.ts';
import type { Comparison, DifferenceInterval, Side } from './result.ts';

/** Two groups of different people, and how to look at them. */
export interface Pair {
  readonly members: Moments;
  readonly nonMembers: Moments;
  /** Whether the values are 0 and 1, so that their mean is a share. */
  readonly isShare: boolean;
  /** Fewer people than this on a side are not shown. */
  readonly minPeople: number;
  /** False where only means are known, and not how far people differ. */
  readonly hasSpread?: boolean;
}

const NO_SPREAD = 'the file does not say how far people differ: add the column sd';

/** Members minus non-members: Welch's interval for means, Newcombe's for shares. */
export function compare(pair: Pair): Comparison {
  const hidden = tooFew(pair);
  const [members, nonMembers] = [sideOf(pair.members, pair, hidden), sideOf(pair.nonMembers, pair, hidden)];
  if (hidden !== undefined) return { members, nonMembers, ...noDifference(hidden) };
  const difference = pair.members.mean - pair.nonMembers.mean;
  const shown = pair.isShare ? ofShares(pair) : ofMeans(pair);
  return { members, nonMembers, difference, ...shown };
}

/** Why nothing may be shown of a pair; undefined where both sides are large enough. */
export function tooFew({ members, nonMembers, minPeople }: Pair): Unknown | undefined {
  const least = Math.min(members.n, nonMembers.n);
  if (least === 0) return unknown(members.n === 0 ? 'no member has a value' : 'no non-member has a value');
  return least < minPeople ? unknown(`fewer than ${minPeople} people on a side are not shown`) : undefined;
}

type Shown = Pick<Comparison, 'interval' | 'intervalReason' | 'p' | 'pReason' | 'detectable'>;

/** A difference that cannot be given, and why. */
export function noDifference(reason: Unknown): Shown & Pick<Comparison, 'difference' | 'differenceReason'> {
  return { ...known('difference', reason as number | Unknown), ...noInterval(reason) };
}

export function noInterval(reason: Unknown): Shown {
  return {
    ...known('interval', reason as DifferenceInterval | Unknown),
    ...known('p', reason as number | Unknown),
    detectable: null,
  };
}

function ofMeans({ members, nonMembers, hasSpread = true }: Pair): Shown {
  const estimate = hasSpread ? welch(members, nonMembers, LEVEL) : unknown(NO_SPREAD);
  if (isUnknown(estimate)) return noInterval(estimate);
  const { interval, p, se } = estimate;
  return {
    interval: { level: LEVEL, difference: rangeOf(interval), method: 'welch' },
    p,
    detectable: smallestDetectable(se),
  };
}

function ofShares({ members, nonMembers }: Pair): Shown {
  const [a, b] = [countOf(members), countOf(nonMembers)];
  const estimate = shareDifference(a, b, LEVEL);
  if (isUnknown(estimate)) return noInterval(estimate);
  // Of two levels, Cochran and Armitage's test is the χ² test of two shares without correction.
  const test = shareTrend([
    { ...a, level: 1 },
    { ...b, level: 0 },
  ]);
  return {
    interval: { level: LEVEL, difference: rangeOf(estimate.interval), method: 'newcombe' },
    ...known('p', isUnknown(test) ? test : test.p),
    detectable: isUnknown(test) ? null : smallestDetectable(pooledError(a, b)),
  };
}

/** Standard error of the difference of two shares if there were none. */
function pooledError(a: Count, b: Count): number {
  const share = (a.events + b.events) / (a.n + b.n);
  return Math.sqrt(share * (1 - share) * (1 / a.n + 1 / b.n));
}

/** How many of the people a share is true for. */
export function countOf({ n, mean }: Moments): Count {
  return { n, events: Math.round(n * mean) };
}

/** One group of people by itself; hidden where the reason says why. */
export function sideOf(
  moments: Moments,
  { isShare, hasSpread = true }: Pick<Pair, 'isShare' | 'hasSpread'>,
  hidden: Unknown | undefined,
): Side {
  const { n, mean } = moments;
  if (hidden !== undefined || n === 0) {
    const reason = hidden ?? unknown('nobody has a value');
    return { people: n, ...known('value', reason as number | Unknown), interval: null, events: null };
  }
  const events = isShare ? countOf(moments).events : null;
  return { people: n, value: mean, interval: sideInterval(moments, isShare, hasSpread), events };
}

function sideInterval(moments: Moments, isShare: boolean, hasSpread: boolean): Range | null {
  if (isShare) {
    const share = wilson(countOf(moments), LEVEL);
    return isUnknown(share) ? null : rangeOf(share.interval);
  }
  const sd = standardDeviation(moments);
  if (!hasSpread || isUnknown(sd) || sd === 0) return null;
  return rangeOf(studentEstimate(moments.mean, sd / Math.sqrt(moments.n), moments.n - 1, LEVEL).interval);
}

function rangeOf([low, high]: Range): Range {
  return [low, high];
}
