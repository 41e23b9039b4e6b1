import { tTwoSided } from './student.ts';
import { type Unknown, unknown } from './unknown.ts';

/** Ranks from 1 in ascending order; equal values share the mean of their ranks. R: rank(x). */
export function midRanks(values: readonly number[]): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end++;
    for (const index of order.subarray(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

export interface RankCorrelation {
  /** Spearman's ρ, −1 to 1. */
  readonly rho: number;
  readonly n: number;
  /** Two-sided p-value of no association; unknown where the ranks agree perfectly. */
  readonly p: number | Unknown;
}

/**
 * Spearman's rank correlation with mid-ranks for ties: whether two things rise together, in a straight line or not. The
 * p-value is the t approximation with n − 2 degrees of freedom, fair from 10 pairs. Unknown below 3 pairs or where one
 * side does not vary. R: cor.test(xs, ys, method = "spearman", exact = FALSE). Source: C. Spearman (1904).
 */
export function spearman(xs: readonly number[], ys: readonly number[]): RankCorrelation | Unknown {
  const n = xs.length;
  if (n < 3) return unknown('a rank correlation needs at least 3 pairs');
  const [rankX, rankY] = [midRanks(xs), midRanks(ys)];
  const centre = (n + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const x = (rankX[i] ?? 0) - centre;
    const y = (rankY[i] ?? 0) - centre;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (xx === 0 || yy === 0) return unknown('all values are the same');
  if (Math.abs(xy) === xx && xx === yy) return { rho: Math.sign(xy), n, p: unknown('the ranks agree perfectly') };
  const rho = xy / Math.sqrt(xx) / Math.sqrt(yy);
  return { rho, n, p: tTwoSided(rho * Math.sqrt((n - 2) / ((1 - rho) * (1 + rho))), n - 2) };
}
