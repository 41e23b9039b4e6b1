import { normalCritical } from '../../stats/normal.ts';
import { fieller } from '../../stats/ratio.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import type { Range } from '../result.ts';

/** One side of the pie: what it has left, and how sure that is. */
export interface Slice {
  readonly value: number | Unknown;
  readonly interval: Range | Unknown;
}

/** members ÷ (members + business), where both have something left; else there is nothing that could be shared. */
export function shareOfPie(members: number | Unknown, business: number): number | Unknown {
  if (isUnknown(members)) return members;
  if (members <= 0) return unknown(business <= 0 ? 'neither side has a surplus' : 'members have no surplus');
  return business <= 0 ? unknown('the business has no profit') : members / (members + business);
}

/**
 * Fieller's interval of the share, the two sides taken as independent. Unknown where one of them has no interval, or
 * one that holds 0, at which there is no share.
 */
export function shareInterval(members: Slice, business: Slice): Range | Unknown {
  if (isUnknown(members.value)) return members.value;
  if (isUnknown(business.value)) return business.value;
  if (isUnknown(members.interval)) return members.interval;
  if (isUnknown(business.interval)) return business.interval;
  const low = Math.min(members.interval[0], business.interval[0]);
  if (low <= 0) return unknown("the interval of a side's surplus holds 0, at which there is no share");
  const [own, other] = [varianceOf(members.interval), varianceOf(business.interval)];
  const share = fieller(
    {
      numerator: members.value,
      denominator: members.value + business.value,
      numeratorVariance: own,
      denominatorVariance: own + other,
      covariance: own,
      df: MANY,
    },
    LEVEL,
  );
  if (isUnknown(share)) return share;
  return isUnknown(share.interval) ? share.interval : [share.interval[0], share.interval[1]];
}

/** rewards ÷ return of the business: how much of what members bring is given back to them. */
export function giveBack(rewards: number, returned: number): number | Unknown {
  return returned > 0 ? rewards / returned : unknown('the business has no return');
}

/** The same at the ends of the return, which is all that is uncertain. */
export function giveBackInterval(rewards: number, returned: Range): Range | Unknown {
  const [low, high] = returned;
  return low > 0 ? [rewards / high, rewards / low] : unknown('the interval of the return holds 0');
}

/** Degrees of freedom at which Student's t is the normal distribution. */
const MANY = 1e12;

/** The variance that an interval of the normal distribution would come from. */
function varianceOf([low, high]: Range): number {
  return ((high - low) / (2 * normalCritical(LEVEL))) ** 2;
}
