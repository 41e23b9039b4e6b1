import { deviance, LOG_SQRT_TWO_PI, stirlingError } from './saddle-point.ts';
import { fromTail, type LogTails } from './tails.ts';

/**
 * Tails of the gamma distribution with shape a and scale 1 at x, where `excess` = x − a, which the caller computes
 * without cancellation. `logLower` is ln P(a, x), the regularised incomplete gamma function; `logDensity` is that of
 * ln X, which is ln[x^a·e^(−x) / Γ(a)]. Good to 12 digits for a in ½ … 500,000.
 */
export function gammaTails(a: number, x: number, excess: number): LogTails {
  const logDensity = 0.5 * Math.log(a) - LOG_SQRT_TWO_PI - stirlingError(a) - deviance(a, x, excess);
  return excess < 1
    ? fromTail('lower', logDensity + Math.log(lowerSeries(a, x)), logDensity)
    : fromTail('upper', logDensity + Math.log(upperFraction(x, excess)), logDensity);
}

/** P(a, x) divided by x^a·e^(−x) / Γ(a). Source: Abramowitz and Stegun 6.5.29. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Q(a, x) divided by x^a·e^(−x) / Γ(a), the even part of the continued fraction DLMF 8.9.2 by Lentz's method. */
function upperFraction(x: number, excess: number): number {
  const a = x - excess;
  let b = excess + 1;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) <= Number.EPSILON || n >= MOST_TERMS) return fraction;
  }
}

/** Some √a terms are enough; the bound only keeps a mistake from running for ever. */
const MOST_TERMS = 1_000_000;
