import type { Estimate } from '../../stats/estimate.ts';
import { deltaRatio } from '../../stats/ratio.ts';
import { type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';

/** Moments of two numbers of each person: what happened, and in how many transactions. */
export interface PairMoments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Σ (x − x̄)², Σ (y − ȳ)² and Σ (x − x̄)(y − ȳ). */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

export const NO_PAIRS: PairMoments = { n: 0, meanX: 0, meanY: 0, xx: 0, yy: 0, xy: 0 };

/** The moments with one person more. Source: T. F. Chan, G. H. Golub and R. J. LeVeque (1979). */
export function addPair(moments: PairMoments, x: number, y: number): PairMoments {
  return mergePairs(moments, { n: 1, meanX: x, meanY: y, xx: 0, yy: 0, xy: 0 });
}

/** The moments of two sets of people together. */
export function mergePairs(a: PairMoments, b: PairMoments): PairMoments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const [dx, dy] = [b.meanX - a.meanX, b.meanY - a.meanY];
  const weight = (a.n * b.n) / n;
  return {
    n,
    meanX: a.meanX + (dx * b.n) / n,
    meanY: a.meanY + (dy * b.n) / n,
    xx: a.xx + b.xx + dx * dx * weight,
    yy: a.yy + b.yy + dy * dy * weight,
    xy: a.xy + b.xy + dx * dy * weight,
  };
}

/**
 * Incidents per transaction, Σx / Σy, with the interval of the delta method over people: the transactions of one person
 * are alike, so that the person counts as one. R: survey::svyratio(~x, ~y, design) with ids = ~person.
 */
export function ratioPerTransaction({ n, meanX, meanY, xx, yy, xy }: PairMoments): Estimate | Unknown {
  if (n < 2) return unknown('a group has fewer than 2 people');
  if (meanY <= 0) return unknown('a group has no transactions');
  const scale = 1 / (n - 1) / n;
  const variances = { numeratorVariance: xx * scale, denominatorVariance: yy * scale, covariance: xy * scale };
  return deltaRatio({ numerator: meanX, denominator: meanY, ...variances, df: n - 1 }, LEVEL);
}
