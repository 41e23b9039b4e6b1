import { type Estimate, studentEstimate } from './estimate.ts';
import type { Moments } from './moments.ts';
import { isUnknown, type Unknown, unknown } from './unknown.ts';

/** A straight line through points. */
export interface Line {
  /** Observations that the line is fitted to. */
  readonly n: number;
  /** Change of y per unit of x. */
  readonly slope: number;
  /** y at x = 0. */
  readonly intercept: number;
  /** The slope with its interval; width 0 when every point lies on the line; unknown below 3 observations. */
  readonly slopeEstimate: Estimate | Unknown;
}

/**
 * How the slope's error is computed: `equal` takes every point to scatter as much as any other (R: summary(lm));
 * `HC1` lets the scatter depend on x, and needs no such assumption (R: sandwich::vcovHC(type = "HC1")).
 */
export type Scatter = 'equal' | 'HC1';

/** What one x contributes: its weight in the fit, mean y, and the two ways in which its residuals count. */
interface Knot {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
  /** Σ of weighted squared residuals, given the residual of the mean. */
  readonly squares: (residual: number) => number;
  /** Σ of squared (weight × residual), given the residual of the mean. */
  readonly scores: (residual: number) => number;
}

/** Least-squares line through (xs[i], ys[i]). R: lm(ys ~ xs). Unknown below 2 points or where x does not vary. */
export function leastSquares(
  xs: readonly number[],
  ys: readonly number[],
  level: number,
  scatter: Scatter = 'equal',
): Line | Unknown {
  return weightedLeastSquares(
    xs,
    ys,
    xs.map(() => 1),
    level,
    scatter,
  );
}

/**
 * The same with point i counting `weights[i]` times as much, as when it is the mean of that many people; how far people
 * scatter is judged from the points. R: lm(ys ~ xs, weights = weights). Points of weight 0 are left out.
 */
export function weightedLeastSquares(
  xs: readonly number[],
  ys: readonly number[],
  weights: readonly number[],
  level: number,
  scatter: Scatter = 'equal',
): Line | Unknown {
  const knots = xs.map((x, i): Knot => {
    const weight = weights[i] ?? 0;
    return { x, y: ys[i] ?? 0, weight, squares: (e) => weight * e * e, scores: (e) => (weight * e) ** 2 };
  });
  const used = knots.filter(({ weight }) => weight > 0);
  return fitLine(used, used.length, level, scatter);
}

/** People who share an x, by the moments of their y. */
export interface Group {
  readonly x: number;
  readonly y: Moments;
}

/**
 * The line through every person of every group, from the groups' moments: to the last digit what lm would answer for
 * the people one by one.
 */
export function leastSquaresOfGroups(
  groups: readonly Group[],
  level: number,
  scatter: Scatter = 'equal',
): Line | Unknown {
  const knots = groups.map(({ x, y: { n, mean, m2 } }): Knot => {
    const sum = (e: number) => m2 + n * e * e;
    return { x, y: mean, weight: n, squares: sum, scores: sum };
  });
  const used = knots.filter(({ weight }) => weight > 0);
  return fitLine(
    used,
    used.reduce((n, { weight }) => n + weight, 0),
    level,
    scatter,
  );
}

function fitLine(knots: readonly Knot[], n: number, level: number, scatter: Scatter): Line | Unknown {
  const origin = knots[0]?.x;
  if (origin === undefined || n < 2) return unknown('a line needs at least 2 points');
  if (knots.every(({ x }) => x === origin)) return unknown('all points have the same x');
  const total = sum(knots, ({ weight }) => weight);
  // From the first x, so that years and month numbers in the thousands cost no digits.
  const centre = sum(knots, ({ weight, x }) => weight * (x - origin)) / total;
  const mean = sum(knots, ({ weight, y }) => weight * y) / total;
  const spread = sum(knots, (knot) => knot.weight * offset(knot) ** 2);
  const slope = sum(knots, (knot) => knot.weight * offset(knot) * (knot.y - mean)) / spread;
  const variance = slopeVariance();
  return {
    n,
    slope,
    intercept: mean - slope * (origin + centre),
    slopeEstimate: isUnknown(variance) ? variance : studentEstimate(slope, Math.sqrt(variance), n - 2, level),
  };

  function offset({ x }: Knot): number {
    return x - (origin ?? 0) - centre;
  }

  function slopeVariance(): number | Unknown {
    if (n < 3) return unknown('an interval needs at least 3 points');
    const residual = (knot: Knot) => knot.y - mean - slope * offset(knot);
    const squares = sum(knots, (knot) => knot.squares(residual(knot)));
    if (squares <= roundingNoise(knots)) return 0;
    if (scatter === 'equal') return squares / (n - 2) / spread;
    const scores = sum(knots, (knot) => offset(knot) ** 2 * knot.scores(residual(knot)));
    return ((n / (n - 2)) * scores) / spread ** 2;
  }
}

/** Weighted squared residuals up to this are the rounding of sums, not scatter: the points lie on the line. */
function roundingNoise(knots: readonly Knot[]): number {
  const largest = knots.reduce((most, { y }) => Math.max(most, Math.abs(y)), 0);
  return sum(knots, ({ weight }) => weight) * (8 * Number.EPSILON * largest) ** 2;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
