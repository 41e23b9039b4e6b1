import { deviance, LOG_SQRT_TWO_PI, stirlingError } from './saddle-point.ts';
import { fromTail, type LogTails } from './tails.ts';

/**
 * Tails of the beta distribution with shapes a, b at x, where y = 1 − x and `excess` = a − (a + b)·x, which the caller
 * computes without cancellation. `logLower` is ln I_x(a, b), the regularised incomplete beta function; `logDensity` is
 * that of ln(x/y), which is ln[x^a·y^b / B(a, b)]. Good to 12 digits for a, b in ½ … 500,000.
 */
export function betaTails(a: number, b: number, x: number, y: number, excess: number): LogTails {
  const logDensity = logTerm(a, b, x, y, excess);
  return excess >= 0
    ? fromTail('lower', logDensity + Math.log(continuedFraction(a, b, x, y, excess)), logDensity)
    : fromTail('upper', logDensity + Math.log(continuedFraction(b, a, y, x, -excess)), logDensity);
}

/** ln[x^a·y^b / B(a, b)]. */
function logTerm(a: number, b: number, x: number, y: number, excess: number): number {
  const n = a + b;
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const scale = 0.5 * (Math.log(a) + Math.log(b / n)) - LOG_SQRT_TWO_PI;
  return scale + stirling - deviance(a, n * x, -excess) - deviance(b, n * y, excess);
}

/**
 * I_x(a, b) divided by x^a·y^b / B(a, b), for x up to the mean a/(a + b).
 * Source: A. R. DiDonato and A. H. Morris (1992), ACM TOMS 708, function BFRAC.
 */
function continuedFraction(a: number, b: number, x: number, y: number, excess: number): number {
  const c = excess + 1;
  const c1 = 1 / a + 1;
  let [previousTop, top] = [0, 1];
  let [previousBottom, bottom] = [1, c / c1];
  let p = 1;
  let s = a + 1;
  let ratio = c1 / c;
  for (let n = 1; ; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + b / a) * e * e * w * x;
    const beta = n + w / s + ((t + 1) / (c1 + t + t)) * (c + n * (y + 1));
    p = t + 1;
    s += 2;
    [previousTop, top] = [top, alpha * previousTop + beta * top];
    [previousBottom, bottom] = [bottom, alpha * previousBottom + beta * bottom];
    const before = ratio;
    ratio = top / bottom;
    if (Math.abs(ratio - before) <= Number.EPSILON * ratio || n >= MOST_TERMS) return ratio;
    previousTop /= bottom;
    previousBottom /= bottom;
    top = ratio;
    bottom = 1;
  }
}

/** Some √(a + b) terms are enough; the bound only keeps a mistake from running for ever. */
const MOST_TERMS = 1_000_000;
