import { cholesky, solve } from './cholesky.ts';
import { type Unknown, unknown } from './unknown.ts';

/**
 * The one value that several correlated estimates are of, each counting by how sure it is: 1ᵀV⁻¹x / 1ᵀV⁻¹1, with
 * standard error (1ᵀV⁻¹1)^−½. Of successive changes of a series with independent errors it is the slope of the
 * least-squares line through the series. Unknown where there are none, or where some follow from the others.
 * R: MASS::lm.gls(x ~ 1, W = V, inverse = TRUE). Source: A. C. Aitken (1935).
 */
export function commonMean(
  estimates: readonly number[],
  covariance: readonly ArrayLike<number>[],
): { readonly value: number; readonly se: number } | Unknown {
  if (estimates.length === 0) return unknown('there is nothing to average');
  const parts = cholesky(covariance);
  if (parts.rank < estimates.length) return unknown('some of the estimates follow from the others');
  const weights = solve(
    parts,
    estimates.map(() => 1),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return { value: weights.reduce((sum, weight, i) => sum + weight * estimates[i]!, 0) / all, se: 1 / Math.sqrt(all) };
}
