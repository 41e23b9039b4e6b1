import { gammaTails } from './gamma.ts';
import { ALL_ABOVE, ALL_BELOW, type LogTails, logQuantile, type Tail } from './tails.ts';

/** Upper tail P(X > x) of χ² with df > 0 degrees of freedom. R: pchisq(x, df, lower = FALSE). */
export function chiSquaredUpper(x: number, df: number): number {
  return Math.exp(chiSquaredTails(x, x - df, df).logUpper);
}

/** Lower tail P(X ≤ x). R: pchisq(x, df). */
export function chiSquaredLower(x: number, df: number): number {
  return Math.exp(chiSquaredTails(x, x - df, df).logLower);
}

/** The value that X stays below with probability p, 0 < p < 1. R: qchisq(p, df). */
export function chiSquaredQuantile(p: number, df: number): number {
  return Math.exp(chiSquaredLogQuantile('lower', p, df, Math.log(df)));
}

/** The value that X exceeds with probability q, 0 < q < 1. R: qchisq(q, df, lower = FALSE). */
export function chiSquaredUpperQuantile(q: number, df: number): number {
  return Math.exp(chiSquaredLogQuantile('upper', q, df, Math.log(df)));
}

/** ln of a quantile; `start` is a guess at it. */
export function chiSquaredLogQuantile(tail: Tail, probability: number, df: number, start: number): number {
  const half = df / 2;
  const at = (u: number) => {
    const x = Math.exp(u) / 2;
    return gammaTails(half, x, x - half);
  };
  return logQuantile(at, tail, probability, start);
}

/** Both tails at x, given x − df as well, which the caller may know more exactly. */
export function chiSquaredTails(x: number, xMinusDf: number, df: number): LogTails {
  if (!(df > 0 && df < Number.POSITIVE_INFINITY) || Number.isNaN(x)) {
    throw new RangeError(`no χ² distribution with ${df} degrees of freedom at ${x}`);
  }
  if (x <= 0) return ALL_ABOVE;
  return x === Number.POSITIVE_INFINITY ? ALL_BELOW : gammaTails(df / 2, x / 2, xMinusDf / 2);
}
