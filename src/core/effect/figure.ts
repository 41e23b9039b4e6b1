import { smallestDetectable } from '../../stats/estimate.ts';
import { normalCritical, normalTwoSided } from '../../stats/normal.ts';
import { LEVEL } from '../input.ts';
import type { EffectFigure } from './result.ts';

/** An estimate with its normal interval, as its error is that of many people. */
export function figureOf(value: number, se: number): EffectFigure {
  if (se === 0) {
    const intervalReason = 'everybody changed alike';
    return { value, se: null, interval: null, intervalReason, p: null, detectable: null };
  }
  const reach = normalCritical(LEVEL) * se;
  return {
    value,
    se,
    interval: [value - reach, value + reach],
    p: normalTwoSided(value / se),
    detectable: smallestDetectable(se),
  };
}

/** No figure, and why. */
export function noFigure(reason: string): EffectFigure {
  const none = { se: null, interval: null, p: null, detectable: null };
  return { value: null, valueReason: reason, ...none, intervalReason: reason };
}
