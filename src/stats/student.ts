import { fLogQuantile, fTails } from './f.ts';
import { normalGuess } from './normal.ts';
import { symmetricUpper, symmetricUpperQuantile } from './symmetric.ts';

/** Upper tail P(T > t) of Student's t with df > 0 degrees of freedom, whole or not. R: pt(t, df, lower = FALSE). */
export function tUpper(t: number, df: number): number {
  return symmetricUpper(t, squareTails(t, df));
}

/** Lower tail P(T ≤ t). R: pt(t, df). */
export function tLower(t: number, df: number): number {
  return tUpper(-t, df);
}

/** P(|T| > |t|): the p-value of a two-sided test. R: 2·pt(−|t|, df). */
export function tTwoSided(t: number, df: number): number {
  return Math.exp(squareTails(t, df).logUpper);
}

/** The value that T stays below with probability p, 0 < p < 1. R: qt(p, df). */
export function tQuantile(p: number, df: number): number {
  return 0 - tUpperQuantile(p, df);
}

/** The value that T exceeds with probability q, 0 < q < 1. R: qt(q, df, lower = FALSE). */
export function tUpperQuantile(q: number, df: number): number {
  return symmetricUpperQuantile(q, (tail, probability) =>
    fLogQuantile(tail, probability, 1, df, tail === 'upper' ? logSquareGuess(probability / 2, df) : -1),
  );
}

/** How many standard errors an interval of the given level reaches to either side. R: qt((1 + level)/2, df). */
export function tCritical(level: number, df: number): number {
  const key = `${level} ${df}`;
  const known = criticals.get(key);
  if (known !== undefined) return known;
  const value = tUpperQuantile((1 - level) / 2, df);
  if (criticals.size >= MOST_CRITICALS) criticals.clear();
  criticals.set(key, value);
  return value;
}

/** A jackknife asks for the same few a thousand times, which would be a sixth of its time. */
const criticals = new Map<string, number>();
const MOST_CRITICALS = 100;

/** T² is F with 1 and df degrees of freedom. */
function squareTails(t: number, df: number) {
  const size = Math.abs(t);
  return fTails(size * size, (size - 1) * (size + 1), 1, df);
}

/** ln t² at an upper tail below ¼, to about a hundredth. Source: D. P. Gaver and K. Kafadar (1984). */
function logSquareGuess(tail: number, df: number): number {
  const z = normalGuess(tail);
  const c = (df - 5 / 6) / (df - 2 / 3 + 0.1 / df) ** 2;
  return c > 0 ? Math.log(df * Math.expm1(c * z * z)) : 0;
}
