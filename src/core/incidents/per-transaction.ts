import { smallestDetectable, studentEstimate } from '../../stats/estimate.ts';
import { satterthwaite } from '../../stats/mean-difference.ts';
import { normalCritical } from '../../stats/normal.ts';
import { tTwoSided } from '../../stats/student.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import type { Range } from '../result.ts';
import { rareDifference } from './no-incidents.ts';
import { type PairMoments, ratioPerTransaction } from './pair-moments.ts';
import type { PerTransaction, TransactionSide } from './result.ts';

/** What is set over the transactions. */
export type Numerator = 'incidents' | 'money';

/**
 * Incidents per transaction, members minus non-members: two independent ratios, each with the error of the delta method
 * over people; their ratio with the same error on the logarithm. Where a side has no incidents, see `rareDifference`.
 */
export function perTransaction(
  members: PairMoments,
  nonMembers: PairMoments,
  minPeople: number,
  of: Numerator,
): PerTransaction | Unknown {
  const least = Math.min(members.n, nonMembers.n);
  if (least === 0) return unknown('the file has no transactions: add the column');
  if (least < minPeople) return unknown(`fewer than ${minPeople} people on a side are not shown`);
  const [a, b] = [ratioPerTransaction(members), ratioPerTransaction(nonMembers)];
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  const difference = a.value - b.value;
  const ratio = known('ratio', ratioOf(a, b));
  const noError = [a, b].some(({ value, se }) => se <= ROUNDING * value && (value !== 0 || of === 'money'));
  if (noError) {
    const sides = { members: sideOf(members, a.value, null), nonMembers: sideOf(nonMembers, b.value, null) };
    return { ...sides, difference, interval: null, intervalReason: ALL_ALIKE, ...ratio, p: null, detectable: null };
  }
  if (a.value === 0 || b.value === 0) {
    const rate = (side: PairMoments, own: typeof a) => ({ ...own, transactions: side.n * side.meanY });
    const rare = rareDifference(rate(members, a), rate(nonMembers, b));
    return {
      members: sideOf(members, a.value, rare.members),
      nonMembers: sideOf(nonMembers, b.value, rare.nonMembers),
      difference,
      interval: { level: LEVEL, difference: rare.difference, method: 'square-and-add' },
      ...ratio,
      p: rare.p,
      detectable: rare.detectable,
    };
  }
  const se = Math.hypot(a.se, b.se);
  const df = satterthwaite([
    { variance: a.se ** 2, df: a.df },
    { variance: b.se ** 2, df: b.df },
  ]);
  const { interval } = studentEstimate(difference, se, df, LEVEL);
  return {
    members: sideOf(members, a.value, atLeast0(a.interval)),
    nonMembers: sideOf(nonMembers, b.value, atLeast0(b.interval)),
    difference,
    interval: { level: LEVEL, difference: [interval[0], interval[1]], method: 'delta' },
    ...ratio,
    p: tTwoSided(difference / se, df),
    detectable: smallestDetectable(se),
  };
}

/** Below this share of a rate an error is one of the machine. */
const ROUNDING = 1e-12;
const ALL_ALIKE = 'everybody on a side has the same rate';

/** A rate is no less than 0, whatever the symmetric interval says. */
const atLeast0 = ([low, high]: Range): Range => [Math.max(0, low), high];

function sideOf({ n, meanX, meanY }: PairMoments, rate: number, interval: Range | null): TransactionSide {
  return { people: n, transactions: n * meanY, incidents: n * meanX, rate, interval };
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
