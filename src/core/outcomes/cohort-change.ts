import { smallestDetectable, studentEstimate } from '../../stats/estimate.ts';
import { satterthwaite } from '../../stats/mean-difference.ts';
import { type Moments, variance } from '../../stats/moments.ts';
import { tTwoSided } from '../../stats/student.ts';
import { isUnknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { noDifference, noInterval, tooFew } from './compare.ts';
import type { Comparison, Side } from './result.ts';

/** Means of both sides before and after, each of a sample of its own. */
export interface FourMeans {
  readonly members: readonly [before: Moments, after: Moments];
  readonly nonMembers: readonly [before: Moments, after: Moments];
  readonly isShare: boolean;
  readonly hasSpread: boolean;
  readonly minPeople: number;
}

/**
 * What members changed by minus what non-members changed by, from the means of cohorts: Var is the sum of the four
 * variances of means, as if no person were in two of them. Where the same people are followed that is too wide.
 */
export function compareChanges({ members, nonMembers, isShare, hasSpread, minPeople }: FourMeans): Comparison {
  const all = [...members, ...nonMembers];
  const least = (a: Moments, b: Moments) => (a.n < b.n ? a : b);
  const pair = { members: least(...members), nonMembers: least(...nonMembers), isShare, minPeople };
  const hidden = tooFew(pair);
  if (hidden !== undefined) {
    const none = (n: number): Side => ({
      people: n,
      value: null,
      valueReason: hidden.unknown,
      interval: null,
      events: null,
    });
    return { members: none(members[1].n), nonMembers: none(nonMembers[1].n), ...noDifference(hidden) };
  }
  const change = ([before, after]: readonly [Moments, Moments]) => after.mean - before.mean;
  const difference = change(members) - change(nonMembers);
  const sides = {
    members: { people: members[1].n, value: change(members), interval: null, events: null },
    nonMembers: { people: nonMembers[1].n, value: change(nonMembers), interval: null, events: null },
  };
  const parts = hasSpread ? all.map(partOf) : [];
  const se = Math.sqrt(parts.reduce((sum, part) => sum + part.variance, 0));
  if (!hasSpread) {
    const reason = unknown('the file does not say how far people differ: add the column sd');
    return { ...sides, difference, ...noInterval(reason) };
  }
  if (se === 0) return { ...sides, difference, ...noInterval(unknown('everybody in a group has the same value')) };
  const df = satterthwaite(parts);
  const { interval } = studentEstimate(difference, se, df, LEVEL);
  return {
    ...sides,
    difference,
    interval: { level: LEVEL, difference: [interval[0], interval[1]], method: 'closed form' },
    p: tTwoSided(difference / se, df),
    detectable: smallestDetectable(se),
  };
}

function partOf(moments: Moments): { variance: number; df: number } {
  const spread = variance(moments);
  return { variance: isUnknown(spread) ? 0 : spread / moments.n, df: Math.max(1, moments.n - 1) };
}
