import { chiSquaredUpper } from './chi-squared.ts';
import { cholesky, quadraticForm } from './cholesky.ts';
import { type Unknown, unknown } from './unknown.ts';

/** A test of several estimates at once. */
export interface Wald {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Whether several estimates are all 0: xᵀ·V⁻¹·x, which is χ² with one degree of freedom for each of them if they are.
 * Unknown where there are none, or where some follow from the others. R: aod::wald.test(V, x, Terms = 1:k).
 * Source: A. Wald (1943).
 */
export function waldTest(estimates: readonly number[], covariance: readonly ArrayLike<number>[]): Wald | Unknown {
  const df = estimates.length;
  if (df === 0) return unknown('there is nothing to test');
  const parts = cholesky(covariance);
  if (parts.rank < df) return unknown('some of the estimates follow from the others');
  const statistic = quadraticForm(parts, estimates);
  return { statistic, df, p: chiSquaredUpper(statistic, df) };
}
