import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import type { Range } from '../result.ts';
import { type Sample, sampleBuilder } from './sample.ts';

/** A sample whose extreme values have been pulled in, and to where. */
export interface Capped {
  readonly sample: Sample;
  readonly caps: Range;
  /** How many values lay outside. */
  readonly capped: number;
}

/**
 * Pulls values above the given quantile of all values down to it, and those below its mirror image up to that: with 0.99
 * the 99th and the 1st percentile. Members and non-members share the caps, so that these make no difference of their
 * own. R: quantile(x, c(1 - share, share)).
 */
export function winsorize({ cells, values }: Sample, share: number): Capped | Unknown {
  if (values === undefined) return unknown('single values are not known');
  const caps = quantiles(values.numbers, share);
  if (isUnknown(caps)) return caps;
  const builder = sampleBuilder();
  let capped = 0;
  values.numbers.forEach((value, index) => {
    const pulled = Math.min(Math.max(value, caps[0]), caps[1]);
    if (pulled !== value) capped++;
    builder.add(cells[values.cells[index]!]!.place, pulled);
  });
  return { sample: builder.sample(), caps, capped };
}

function quantiles(numbers: readonly number[], share: number): Range | Unknown {
  if (numbers.length === 0) return unknown('nobody has a value');
  const sorted = Float64Array.from(numbers).sort();
  return [quantile(sorted, 1 - share), quantile(sorted, share)];
}

/** Linear between the order statistics. R: quantile(x, share), type 7. */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - below);
}
