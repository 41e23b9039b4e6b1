import { isUnknown } from '../stats/unknown.ts';
import { collectCaveats } from './caveats.ts';
import { figuresOf } from './figures.ts';
import type { RoiInput, RoiOptions } from './input.ts';
import { withIntervals } from './intervals.ts';
import type { RoiResult } from './result.ts';
import { samplingOf } from './sampling.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { gridSpan, prepare, wholeSpan } from './workings.ts';

/**
 * The business ledger: return, cost, profit and ROI of a community per period, year, latest twelve months and in all,
 * with what an active member costs and brings, the trend and the break-even. Pure: the same rows give the same figures.
 * Throws CalculationError, with every fault, where the rows cannot be compared, and RangeError for a number that no
 * file may hold, such as a margin of 40.
 */
export function calculateRoi(input: RoiInput, options: RoiOptions = {}): RoiResult {
  const workings = prepare(input, options);
  const { grid, baseline } = workings;
  const figures = figuresOf(workings);
  const sampling = samplingOf(input.spend, grid, baseline, gridSpan(workings, wholeSpan(workings)));
  const result = withIntervals(figures, isUnknown(sampling) ? sampling : uncertaintyOf(workings, figures, sampling));
  return { ...result, caveats: collectCaveats(workings, result) };
}
