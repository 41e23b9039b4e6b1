/**
 * The pieces from which densities of beta and gamma type are put together without subtracting large numbers from each
 * other: ln Γ(500,000) has ten digits before the point, so a difference of three of them keeps six behind it.
 * Source: C. Loader (2000), "Fast and accurate computation of binomial probabilities".
 */

/** Coefficients of z⁻¹, z⁻³, … in Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

/** From here on Stirling's series is exact to the last bit. */
const STIRLING_FROM = 10;

export const LOG_SQRT_TWO_PI = 0.918_938_533_204_672_7;

/** What Stirling's formula leaves out: ln Γ(z) − [(z − ½)·ln z − z + ½·ln 2π], for z > 0. */
export function stirlingError(z: number): number {
  let skipped = 0;
  let at = z;
  for (; at < STIRLING_FROM; at++) skipped += (at + 0.5) * Math.log1p(1 / at) - 1;
  const inverse = 1 / at;
  return skipped + inverse * STIRLING.reduceRight((sum, coefficient) => sum * inverse * inverse + coefficient, 0);
}

/**
 * The deviance k·ln(k/m) + m − k, never negative, of a count k from its mean m. The caller passes `difference` = m − k,
 * because it knows it more exactly than a subtraction would.
 */
export function deviance(k: number, m: number, difference: number): number {
  if (Math.abs(difference) > k / 2) return k * Math.log(k / m) + difference;
  // r − ln(1 + r) with ln(1 + r) = 2·artanh(s), s = r/(2 + r): the leading terms cancel on paper.
  const r = difference / k;
  const s = r / (2 + r);
  let power = s;
  let sum = 0;
  for (let odd = 3; ; odd += 2) {
    power *= s * s;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return k * (r * s - 2 * sum);
}
