import { smallestDetectable, studentEstimate } from '../../stats/estimate.ts';
import { satterthwaite } from '../../stats/mean-difference.ts';
import { type Moments, mergeMoments, NO_MOMENTS, variance } from '../../stats/moments.ts';
import { tTwoSided } from '../../stats/student.ts';
import { isUnknown, unknown } from '../../stats/unknown.ts';
import type { Cohort } from '../cohort.ts';
import { LEVEL } from '../input.ts';
import { noDifference } from './compare.ts';
import type { Within } from './result.ts';
import type { Sample } from './sample.ts';

/** Who counts as a member; of the others only non-members are compared with. */
export type IsMember = (cohort: Cohort) => boolean;

interface Stratum {
  members: Moments;
  nonMembers: Moments;
}

/**
 * The difference within strata, weighted by their members: Σ (nₛ / n)·(m̄ₛ − m̄ₛ of non-members), over the strata with at
 * least two people on each side. What it leaves out is counted. R: weighted.mean(differences, members).
 */
export function compareWithin(sample: Sample, columns: readonly string[], isMember: IsMember): Within {
  const strata = strataOf(sample, isMember);
  const all = strata.reduce((sum, { members }) => sum + members.n, 0);
  const twoSided = strata.filter(({ members, nonMembers }) => members.n > 0 && nonMembers.n > 0);
  const compared = twoSided.filter(({ members, nonMembers }) => members.n > 1 && nonMembers.n > 1);
  const weight = compared.reduce((sum, { members }) => sum + members.n, 0);
  const counts = {
    columns,
    strata: {
      compared: compared.length,
      oneSided: strata.length - twoSided.length,
      tooSmall: twoSided.length - compared.length,
    },
    members: { compared: weight, all },
  };
  if (weight === 0) {
    const { difference, differenceReason, p, detectable } = noDifference(NOWHERE);
    return { ...counts, difference, differenceReason: differenceReason ?? '', interval: null, p, detectable };
  }
  return { ...counts, ...weighted(compared, weight) };
}

const NOWHERE = unknown('no stratum has two members and two non-members');

function weighted(
  strata: readonly Stratum[],
  total: number,
): Pick<Within, 'difference' | 'interval' | 'p' | 'detectable'> {
  let difference = 0;
  const parts: { variance: number; df: number }[] = [];
  for (const { members, nonMembers } of strata) {
    const weight = members.n / total;
    difference += weight * (members.mean - nonMembers.mean);
    for (const side of [members, nonMembers]) {
      const spread = variance(side);
      if (!isUnknown(spread)) parts.push({ variance: (weight * weight * spread) / side.n, df: side.n - 1 });
    }
  }
  const se = Math.sqrt(parts.reduce((sum, part) => sum + part.variance, 0));
  if (se === 0) return { difference, interval: null, p: null, detectable: null };
  const df = satterthwaite(parts);
  const { interval } = studentEstimate(difference, se, df, LEVEL);
  return {
    difference,
    interval: { level: LEVEL, difference: [interval[0], interval[1]], method: 'stratified' },
    p: tTwoSided(difference / se, df),
    detectable: smallestDetectable(se),
  };
}

function strataOf({ cells }: Sample, isMember: IsMember): Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const { place, moments } of cells) {
    if (place.cohort !== 'non_member' && !isMember(place.cohort)) continue;
    const stratum = strata.get(place.stratum) ?? { members: NO_MOMENTS, nonMembers: NO_MOMENTS };
    strata.set(place.stratum, stratum);
    const side = place.cohort === 'non_member' ? 'nonMembers' : 'members';
    stratum[side] = mergeMoments(stratum[side], moments);
  }
  return [...strata.values()];
}
