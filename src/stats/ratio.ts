import { type Estimate, type Interval, studentEstimate } from './estimate.ts';
import { satterthwaite } from './mean-difference.ts';
import { type Moments, variance } from './moments.ts';
import { tCritical } from './student.ts';
import { isUnknown, type Unknown, unknown } from './unknown.ts';

/** Numerator and denominator of a ratio, and how far each may be off. */
export interface UncertainPair {
  readonly numerator: number;
  readonly denominator: number;
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  /** 0 where the two come from different people. */
  readonly covariance: number;
  /** Degrees of freedom behind the variances. */
  readonly df: number;
}

/** A ratio with an interval that need not be symmetric, and may have no end. */
export interface RatioEstimate {
  readonly value: number;
  readonly level: number;
  readonly interval: Interval | Unknown;
}

const DENOMINATOR_ZERO = 'the denominator is 0';

/**
 * A ratio with the interval of the delta method, ratio ± t·se, where
 * se² = (numeratorVariance − 2·ratio·covariance + ratio²·denominatorVariance) / denominator². For a denominator many
 * standard errors away from 0; nearer to it only `fieller` is right.
 */
export function deltaRatio(pair: UncertainPair, level: number): Estimate | Unknown {
  if (pair.denominator === 0) return unknown(DENOMINATOR_ZERO);
  const ratio = pair.numerator / pair.denominator;
  const se = Math.sqrt(contrastVariance(pair, ratio)) / Math.abs(pair.denominator);
  return studentEstimate(ratio, se, pair.df, level);
}

/**
 * A ratio with Fieller's interval: the values r for which numerator − r·denominator may be 0. Exact for normal means,
 * however uncertain the denominator; unbounded where it cannot be told from 0. Source: E. C. Fieller (1954).
 */
export function fieller(pair: UncertainPair, level: number): RatioEstimate | Unknown {
  const { numerator: a, denominator: b, numeratorVariance: va, denominatorVariance: vb, covariance: c, df } = pair;
  if (b === 0) return unknown(DENOMINATOR_ZERO);
  const value = a / b;
  const t2 = tCritical(level, df) ** 2;
  const certainty = b * b - t2 * vb;
  if (certainty <= 0) {
    return { value, level, interval: unknown('unbounded: the denominator cannot be told from 0') };
  }
  const middle = (a * b - t2 * c) / certainty;
  // b²·(va − 2·r·c + r²·vb) − t²·(va·vb − c²): the discriminant without its cancelling leading terms.
  const inside = b * b * contrastVariance(pair, value) - t2 * (va * vb - c * c);
  const reach = Math.sqrt(Math.max(0, t2 * inside)) / certainty;
  return { value, level, interval: [middle - reach, middle + reach] };
}

/** Whether the two groups are taken to scatter alike. */
export type Variances = 'separate' | 'pooled';

/**
 * mean(a) / mean(b) of two groups of different people, with Fieller's interval. `separate` judges the scatter of each
 * group by itself, with Satterthwaite's degrees of freedom for the contrast a − ratio·b (R: mratios::ttestratio);
 * `pooled` is for groups that scatter alike (the same with var.equal = TRUE). Unknown below 2 people in a group.
 */
export function ratioOfMeans(a: Moments, b: Moments, level: number, variances: Variances): RatioEstimate | Unknown {
  const [varianceA, varianceB] = [variance(a), variance(b)];
  if (isUnknown(varianceA) || isUnknown(varianceB)) return unknown('a group has fewer than 2 people');
  if (b.mean === 0) return unknown(DENOMINATOR_ZERO);
  const pair = { numerator: a.mean, denominator: b.mean, covariance: 0 };
  if (variances === 'pooled') {
    const df = a.n + b.n - 2;
    const shared = (a.m2 + b.m2) / df;
    return fieller({ ...pair, numeratorVariance: shared / a.n, denominatorVariance: shared / b.n, df }, level);
  }
  const [numeratorVariance, denominatorVariance] = [varianceA / a.n, varianceB / b.n];
  const ratio = a.mean / b.mean;
  const df = satterthwaite([
    { variance: numeratorVariance, df: a.n - 1 },
    { variance: ratio * ratio * denominatorVariance, df: b.n - 1 },
  ]);
  return fieller({ ...pair, numeratorVariance, denominatorVariance, df }, level);
}

/** Variance of numerator − ratio·denominator; rounding cannot make it negative. */
function contrastVariance(pair: UncertainPair, ratio: number): number {
  const { numeratorVariance, denominatorVariance, covariance } = pair;
  return Math.max(0, numeratorVariance - 2 * ratio * covariance + ratio * ratio * denominatorVariance);
}
