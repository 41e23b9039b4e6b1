import { type Estimate, studentEstimate } from './estimate.ts';
import { type Moments, variance } from './moments.ts';
import { tTwoSided } from './student.ts';
import { isUnknown, type Unknown, unknown } from './unknown.ts';

/** The difference of two means, and how surprising it would be if there were none. */
export interface MeanDifference extends Estimate {
  /** Two-sided p-value of no difference. */
  readonly p: number;
}

/**
 * mean(a) − mean(b) with Welch's interval, for two groups of different people that may differ in size and spread.
 * Unknown below 2 people in a group, or where nobody differs from their group. R: t.test(a, b).
 * Source: B. L. Welch (1947), degrees of freedom by F. E. Satterthwaite (1946).
 */
export function welch(a: Moments, b: Moments, level: number): MeanDifference | Unknown {
  const [varianceA, varianceB] = [variance(a), variance(b)];
  if (isUnknown(varianceA) || isUnknown(varianceB)) return unknown('a group has fewer than 2 people');
  const [partA, partB] = [varianceA / a.n, varianceB / b.n];
  const se = Math.sqrt(partA + partB);
  const roundingNoise = 10 * Number.EPSILON * Math.max(Math.abs(a.mean), Math.abs(b.mean));
  if (se <= roundingNoise) return unknown('everybody in a group has the same value');
  const difference = a.mean - b.mean;
  const df = satterthwaite([
    { variance: partA, df: a.n - 1 },
    { variance: partB, df: b.n - 1 },
  ]);
  return { ...studentEstimate(difference, se, df, level), p: tTwoSided(difference / se, df) };
}

/** Degrees of freedom of a sum of independent variances: (Σ v)² / Σ (v²/df). */
export function satterthwaite(parts: readonly { readonly variance: number; readonly df: number }[]): number {
  const total = parts.reduce((sum, { variance: v }) => sum + v, 0);
  // Shares, because squares of small variances could underflow.
  return 1 / parts.reduce((sum, { variance: v, df }) => sum + (v / total) ** 2 / df, 0);
}
