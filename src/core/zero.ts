import { type Unknown, unknown } from '../stats/unknown.ts';

/** Where profit is looked for to be 0. */
export interface Search {
  readonly low: number;
  readonly high: number;
  /** Steps from low to high where profit moves in steps; missing where it moves in proportion. */
  readonly steps?: number;
  /** The range in words: `at any margin`. */
  readonly words: string;
}

/**
 * The value at which profit, and with it ROI, is 0; where profit moves in steps, the first that pays. Unknown, with the
 * reason, where none in the range does it.
 */
export function zeroOf(profitAt: (value: number) => number, { low, high, steps, words }: Search): number | Unknown {
  const [atLow, atHigh] = [profitAt(low), profitAt(high)];
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (atLow > 0 === atHigh > 0) return unknown(`ROI stays ${atLow > 0 ? 'above' : 'below'} 0 ${words}`);
  if (steps === undefined) return low + (atLow / (atLow - atHigh)) * (high - low);
  let [pays, loses] = atLow > 0 ? [0, steps] : [steps, 0];
  const valueAt = (step: number) => low + ((high - low) * step) / steps;
  while (Math.abs(pays - loses) > 1) {
    const middle = Math.floor((pays + loses) / 2);
    if (profitAt(valueAt(middle)) >= 0) pays = middle;
    else loses = middle;
  }
  return valueAt(pays);
}
