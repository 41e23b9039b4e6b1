import { type Estimate, smallestDetectable } from '../../stats/estimate.ts';
import { normalTwoSided } from '../../stats/normal.ts';
import { LEVEL } from '../input.ts';
import type { Range } from '../result.ts';

/** A side's incidents over its transactions. */
export interface TransactionRate extends Pick<Estimate, 'value' | 'se' | 'interval'> {
  readonly transactions: number;
}

/** A difference of rates where at least one side has no incidents. */
export interface RareDifference {
  readonly members: Range;
  readonly nonMembers: Range;
  readonly difference: Range;
  readonly p: number | null;
  readonly detectable: number | null;
}

/**
 * Rates where a side has no incidents, so that its scatter is 0 although its rate need not be: its upper end is Poisson's,
 * −ln(α/2) ÷ transactions, as much wider as incidents cluster in people on the other side; the difference by square and
 * add (MOVER), as Newcombe's of shares; p by the score test. R: poisson.test(0, transactions)$conf.int.
 * Source: G. Y. Zou and A. Donner (2008).
 */
export function rareDifference(members: TransactionRate, nonMembers: TransactionRate): RareDifference {
  const clustering = Math.max(clusteringOf(members), clusteringOf(nonMembers));
  const [a, b] = [rangeOf(members, clustering), rangeOf(nonMembers, clustering)];
  const difference = members.value - nonMembers.value;
  const below = Math.hypot(members.value - a[0], b[1] - nonMembers.value);
  const above = Math.hypot(a[1] - members.value, nonMembers.value - b[0]);
  const incidents = [members, nonMembers].reduce((sum, { value, transactions }) => sum + value * transactions, 0);
  const pooled = incidents / (members.transactions + nonMembers.transactions);
  const se = Math.sqrt(clustering * pooled * (1 / members.transactions + 1 / nonMembers.transactions));
  return {
    members: a,
    nonMembers: b,
    difference: [difference - below, difference + above],
    p: se === 0 ? null : normalTwoSided(difference / se),
    detectable: se === 0 ? null : smallestDetectable(se),
  };
}

/** How many times as much a rate scatters as it would if incidents were independent; 1 at least. */
function clusteringOf({ value, se, transactions }: TransactionRate): number {
  return value === 0 ? 1 : Math.max(1, (se * se * transactions) / value);
}

function rangeOf({ value, interval, transactions }: TransactionRate, clustering: number): Range {
  if (value > 0) return [Math.max(0, interval[0]), interval[1]];
  return [0, (-Math.log((1 - LEVEL) / 2) * clustering) / transactions];
}
