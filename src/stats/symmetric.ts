import type { LogTails, Tail } from './tails.ts';

/** Upper tail at x of a variable that is symmetric about 0, from both tails of its square at x². */
export function symmetricUpper(x: number, square: Pick<LogTails, 'logLower' | 'logUpper'>): number {
  return x >= 0 ? Math.exp(square.logUpper) / 2 : 0.5 + Math.exp(square.logLower) / 2;
}

/** Value that a variable symmetric about 0 exceeds with probability q, from the ln of the quantiles of its square. */
export function symmetricUpperQuantile(q: number, logSquare: (tail: Tail, probability: number) => number): number {
  if (q === 0.5) return 0;
  const tail = Math.min(q, 1 - q);
  // Near the middle the lower tail of the square is the small one; 0.5 − tail is exact there.
  const log = tail < 0.25 ? logSquare('upper', 2 * tail) : logSquare('lower', 2 * (0.5 - tail));
  return Math.sign(0.5 - q) * Math.exp(log / 2);
}
