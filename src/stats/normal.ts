import { chiSquaredLogQuantile, chiSquaredTails } from './chi-squared.ts';
import { symmetricUpper, symmetricUpperQuantile } from './symmetric.ts';

/** Upper tail P(Z > z) of the standard normal distribution. R: pnorm(z, lower = FALSE). */
export function normalUpper(z: number): number {
  return symmetricUpper(z, squareTails(z));
}

/** Lower tail P(Z ≤ z). R: pnorm(z). */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/** P(|Z| > |z|): the p-value of a two-sided test. R: 2·pnorm(−|z|). */
export function normalTwoSided(z: number): number {
  return Math.exp(squareTails(z).logUpper);
}

/** The value that Z stays below with probability p, 0 < p < 1. R: qnorm(p). */
export function normalQuantile(p: number): number {
  return 0 - normalUpperQuantile(p);
}

/** The value that Z exceeds with probability q, 0 < q < 1. R: qnorm(q, lower = FALSE). */
export function normalUpperQuantile(q: number): number {
  return symmetricUpperQuantile(q, (tail, probability) =>
    chiSquaredLogQuantile(tail, probability, 1, tail === 'upper' ? 2 * Math.log(normalGuess(probability / 2)) : -1),
  );
}

/** How many standard errors an interval of the given level reaches to either side. R: qnorm((1 + level)/2). */
export function normalCritical(level: number): number {
  return normalUpperQuantile((1 - level) / 2);
}

/** Upper quantile for q below ½, to three decimals: a start for a search. Source: Abramowitz and Stegun 26.2.23. */
export function normalGuess(q: number): number {
  const s = Math.sqrt(-2 * Math.log(q));
  return s - (2.515517 + s * (0.802853 + s * 0.010328)) / (1 + s * (1.432788 + s * (0.189269 + s * 0.001308)));
}

/** Z² is χ² with one degree of freedom. */
function squareTails(z: number) {
  const size = Math.abs(z);
  return chiSquaredTails(size * size, (size - 1) * (size + 1), 1);
}
