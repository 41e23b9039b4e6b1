import type { Interval, IntervalEstimate } from './estimate.ts';
import { normalCritical } from './normal.ts';
import { isUnknown, type Unknown, unknown } from './unknown.ts';

/** How many of n people something happened to. */
export interface Count {
  readonly events: number;
  readonly n: number;
}

const NOBODY = 'there is nobody to count';

/**
 * The share events/n with Wilson's score interval, which stays inside [0, 1] and holds for few people and no events.
 * Unknown for n = 0. R: prop.test(events, n, correct = FALSE). Source: E. B. Wilson (1927).
 */
export function wilson({ events, n }: Count, level: number): IntervalEstimate | Unknown {
  if (n <= 0) return unknown(NOBODY);
  const z2 = normalCritical(level) ** 2;
  return { value: events / n, level, interval: [wilsonLow(events, n, z2), 1 - wilsonLow(n - events, n, z2)] };
}

/** Lower end from the product of the two roots, events² / (n·(n + z²)): exactly 0 without events. */
function wilsonLow(events: number, n: number, z2: number): number {
  const z = Math.sqrt(z2);
  const upper = events + z2 / 2 + z * Math.sqrt((events * (n - events)) / n + z2 / 4);
  return (events * events) / (n * upper);
}

/**
 * Difference of two shares, a − b, with Newcombe's hybrid score interval (his method 10), for different people in a and
 * b. Unknown where a group is empty. R: DescTools::BinomDiffCI(method = "score"). Source: R. G. Newcombe (1998).
 */
export function shareDifference(a: Count, b: Count, level: number): IntervalEstimate | Unknown {
  const [shareA, shareB] = [wilson(a, level), wilson(b, level)];
  if (isUnknown(shareA)) return shareA;
  if (isUnknown(shareB)) return shareB;
  const value = shareA.value - shareB.value;
  const below = Math.hypot(shareA.value - shareA.interval[0], shareB.interval[1] - shareB.value);
  const above = Math.hypot(shareA.interval[1] - shareA.value, shareB.value - shareB.interval[0]);
  return { value, level, interval: [value - below, value + above] };
}

/** A risk ratio, and whether ½ was added to each cell of the table because one was empty. */
export interface RiskRatio extends IntervalEstimate {
  readonly halfAdded: boolean;
}

/**
 * The risk in a over the risk in b with Katz's log interval. Where one of the four cells is empty, ½ is added to each
 * first, in the ratio as in the interval. Unknown where a group is empty or nothing happened in either.
 * R: DescTools::RelRisk(method = "wald"). Source: D. Katz et al. (1978).
 */
export function riskRatio(a: Count, b: Count, level: number): RiskRatio | Unknown {
  if (a.n <= 0 || b.n <= 0) return unknown(NOBODY);
  if (a.events === 0 && b.events === 0) return unknown('it happened to nobody in either group');
  const halfAdded = [a.events, a.n - a.events, b.events, b.n - b.events].includes(0);
  const half = ({ events, n }: Count): Count => (halfAdded ? { events: events + 0.5, n: n + 1 } : { events, n });
  const [usedA, usedB] = [half(a), half(b)];
  const value = usedA.events / usedA.n / (usedB.events / usedB.n);
  const reach = Math.exp(normalCritical(level) * Math.sqrt(logRiskVariance(usedA) + logRiskVariance(usedB)));
  const interval: Interval = [value / reach, value * reach];
  return { value, level, interval, halfAdded };
}

function logRiskVariance({ events, n }: Count): number {
  return 1 / events - 1 / n;
}
