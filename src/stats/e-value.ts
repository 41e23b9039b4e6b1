import type { IntervalEstimate } from './estimate.ts';

/** E-values of a risk ratio and of the end of its interval that is nearer to 1. */
export interface EValues {
  readonly value: number;
  /** 1 where the interval holds 1: nothing hidden is needed. */
  readonly limit: number;
}

/**
 * How strongly, as a risk ratio, something hidden would have to go with both joining and the outcome to explain a risk
 * ratio away: r + √(r·(r − 1)) for r ≥ 1, and that of 1/r below. At least 1. R: EValue::evalues.RR.
 * Source: T. J. VanderWeele and P. Ding (2017).
 */
export function eValue(riskRatio: number): number {
  const r = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return r + Math.sqrt(r * (r - 1));
}

/** The E-value of a risk ratio, and of the least that its interval allows. */
export function eValues({ value, interval: [low, high] }: IntervalEstimate): EValues {
  const nearest = low > 1 ? low : high < 1 ? high : 1;
  return { value: eValue(value), limit: eValue(nearest) };
}
