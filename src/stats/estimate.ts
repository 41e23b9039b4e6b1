import { tCritical } from './student.ts';

/** Lower and upper end. */
export type Interval = readonly [low: number, high: number];

/** A number with its confidence interval. */
export interface IntervalEstimate {
  readonly value: number;
  /** Confidence level of the interval, 0–1. */
  readonly level: number;
  readonly interval: Interval;
}

/** An estimate whose error is described by a standard error and its degrees of freedom. */
export interface Estimate extends IntervalEstimate {
  readonly se: number;
  readonly df: number;
}

/** value ± t((1 + level)/2, df)·se, for a value whose error is roughly normal. */
export function studentEstimate(value: number, se: number, df: number, level: number): Estimate {
  const reach = se === 0 ? 0 : tCritical(level, df) * se;
  return { value, se, df, level, interval: [value - reach, value + reach] };
}

/**
 * The smallest effect that data with this standard error show in four tries out of five at the 5% level:
 * (z₀.₉₇₅ + z₀.₈)·se. Stands beside "cannot tell", which is not "no effect". Source: H. S. Bloom (1995).
 */
export function smallestDetectable(se: number): number {
  return 2.8016 * se;
}
