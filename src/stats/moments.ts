import { isUnknown, type Unknown, unknown } from './unknown.ts';

/**
 * Count, mean and m2 = Σ(x − mean)² of some numbers: all that means, variances and their tests need, and exact where
 * Σx² − (Σx)²/n would answer 0 for numbers near 10⁹.
 */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

/** The moments of no numbers at all; neutral in `mergeMoments`. */
export const NO_MOMENTS: Moments = { n: 0, mean: 0, m2: 0 };

/** The moments with one number more. Source: B. P. Welford (1962). */
export function addToMoments({ n, mean, m2 }: Moments, value: number): Moments {
  const delta = value - mean;
  const next = mean + delta / (n + 1);
  return { n: n + 1, mean: next, m2: m2 + delta * (value - next) };
}

/** The moments of two sets of numbers together. Source: T. F. Chan, G. H. Golub and R. J. LeVeque (1979). */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const delta = b.mean - a.mean;
  return { n, mean: a.mean + (delta * b.n) / n, m2: a.m2 + b.m2 + (delta * delta * a.n * b.n) / n };
}

/** The moments of a list of numbers: `addToMoments` for each of them, without an object for each of them. */
export function momentsOf(values: readonly number[]): Moments {
  let [n, mean, m2] = [0, 0, 0];
  for (const value of values) {
    const delta = value - mean;
    n++;
    mean += delta / n;
    m2 += delta * (value - mean);
  }
  return { n, mean, m2 };
}

/** The moments behind a reported count, mean and standard deviation (the one with n − 1). */
export function momentsFromSd(n: number, mean: number, sd: number): Moments {
  return { n, mean, m2: Math.max(0, n - 1) * sd * sd };
}

/** Variance with divisor n − 1; unknown below 2 values. R: var(x). */
export function variance({ n, m2 }: Moments): number | Unknown {
  return n < 2 ? unknown('a variance needs at least 2 values') : m2 / (n - 1);
}

/** Standard deviation with divisor n − 1; unknown below 2 values. R: sd(x). */
export function standardDeviation(moments: Moments): number | Unknown {
  const squared = variance(moments);
  return isUnknown(squared) ? squared : Math.sqrt(squared);
}
