import { smallestDetectable, studentEstimate } from '../../stats/estimate.ts';
import { satterthwaite } from '../../stats/mean-difference.ts';
import { normalCritical } from '../../stats/normal.ts';
import { tTwoSided } from '../../stats/student.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import type { Range } from '../result.ts';
import { type PairMoments, ratioPerTransaction } from './pair-moments.ts';
import type { PerTransaction, TransactionSide } from './result.ts';

/**
 * Incidents per transaction, members minus non-members: two independent ratios, each with the error of the delta method
 * over people; their ratio with the same error on the logarithm.
 */
export function perTransaction(
  members: PairMoments,
  nonMembers: PairMoments,
  minPeople: number,
): PerTransaction | Unknown {
  const least = Math.min(members.n, nonMembers.n);
  if (least === 0) return unknown('the file has no transactions: add the column');
  if (least < minPeople) return unknown(`fewer than ${minPeople} people on a side are not shown`);
  const [a, b] = [ratioPerTransaction(members), ratioPerTransaction(nonMembers)];
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  const difference = a.value - b.value;
  const se = Math.hypot(a.se, b.se);
  const sides = {
    members: sideOf(members, a.value, a.interval),
    nonMembers: sideOf(nonMembers, b.value, b.interval),
    difference,
  };
  const ratio = known('ratio', ratioOf(a, b));
  if (se === 0) return { ...sides, interval: null, ...ratio, p: null, detectable: null };
  const df = satterthwaite([
    { variance: a.se ** 2, df: a.df },
    { variance: b.se ** 2, df: b.df },
  ]);
  const { interval } = studentEstimate(difference, se, df, LEVEL);
  return {
    ...sides,
    interval: { level: LEVEL, difference: [interval[0], interval[1]], method: 'delta' },
    ...ratio,
    p: tTwoSided(difference / se, df),
    detectable: smallestDetectable(se),
  };
}

/** A rate is no less than 0, whatever the symmetric interval says. */
function sideOf({ n, meanX, meanY }: PairMoments, rate: number, [low, high]: Range): TransactionSide {
  return { people: n, transactions: n * meanY, incidents: n * meanX, rate, interval: [Math.max(0, low), high] };
}

interface Rate {
  readonly value: number;
  readonly se: number;
}

function ratioOf(a: Rate, b: Rate): NonNullable<PerTransaction['ratio']> | Unknown {
  if (a.value <= 0 || b.value <= 0) return unknown('it happened to nobody on a side');
  const value = a.value / b.value;
  const reach = Math.exp(normalCritical(LEVEL) * Math.hypot(a.se / a.value, b.se / b.value));
  return { value, interval: [value / reach, value * reach] };
}
