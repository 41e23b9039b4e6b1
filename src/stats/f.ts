import { betaTails } from './beta.ts';
import { ALL_ABOVE, ALL_BELOW, type LogTails, logQuantile, type Tail } from './tails.ts';

/** Upper tail P(F > f) of F with d1 > 0 and d2 > 0 degrees of freedom. R: pf(f, d1, d2, lower = FALSE). */
export function fUpper(f: number, d1: number, d2: number): number {
  return Math.exp(fTails(f, f - 1, d1, d2).logUpper);
}

/** Lower tail P(F ≤ f). R: pf(f, d1, d2). */
export function fLower(f: number, d1: number, d2: number): number {
  return Math.exp(fTails(f, f - 1, d1, d2).logLower);
}

/** The value that F stays below with probability p, 0 < p < 1. R: qf(p, d1, d2). */
export function fQuantile(p: number, d1: number, d2: number): number {
  return Math.exp(fLogQuantile('lower', p, d1, d2, 0));
}

/** The value that F exceeds with probability q, 0 < q < 1. R: qf(q, d1, d2, lower = FALSE). */
export function fUpperQuantile(q: number, d1: number, d2: number): number {
  return Math.exp(fLogQuantile('upper', q, d1, d2, 0));
}

/** ln of a quantile; `start` is a guess at it. */
export function fLogQuantile(tail: Tail, probability: number, d1: number, d2: number, start: number): number {
  return logQuantile((u) => fTails(Math.exp(u), Math.expm1(u), d1, d2), tail, probability, start);
}

/** Both tails at f, given f − 1 as well, which the caller may know more exactly. */
export function fTails(f: number, fMinusOne: number, d1: number, d2: number): LogTails {
  if (!(d1 > 0 && d2 > 0 && d1 + d2 < Number.POSITIVE_INFINITY) || Number.isNaN(f)) {
    throw new RangeError(`no F distribution with ${d1} and ${d2} degrees of freedom at ${f}`);
  }
  if (f <= 0) return ALL_ABOVE;
  if (f === Number.POSITIVE_INFINITY) return ALL_BELOW;
  const [a, b] = [d1 / 2, d2 / 2];
  const sum = a * f + b;
  return betaTails(a, b, (a * f) / sum, b / sum, (-a * b * fMinusOne) / sum);
}
