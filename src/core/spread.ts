import { MONEY_DECIMALS, type Money } from './money.ts';

/**
 * Standard deviation between people, in currency units, from their number, the sum of their amounts and the sum of the
 * squares, all exact: √((n·Σx² − (Σx)²) / (n·(n − 1))). Null for fewer than two people.
 */
export function sdOf(people: number, sum: Money, squares: bigint): number | null {
  if (people < 2) return null;
  const n = BigInt(people);
  return Math.sqrt(Number(n * squares - sum * sum) / (people * (people - 1))) / 10 ** MONEY_DECIMALS;
}
