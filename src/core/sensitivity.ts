import { type BaselineEffect, baselineEffect } from './baseline-effect.ts';
import { collapseGroups } from './groups.ts';
import type { RoiInput, RoiOptions } from './input.ts';
import { known } from './known.ts';
import { type Lever, levers, wholeLedger } from './levers.ts';
import { zeroOf } from './zero.ts';

/** What becomes of ROI over the whole window where one assumption is moved and the others stay. */
export interface Sensitivity {
  readonly roi: number | null;
  readonly roiReason?: string;
  /** The one that moves ROI most comes first. Empty where ROI is unknown. */
  readonly assumptions: readonly AssumptionEffect[];
}

export type AssumptionEffect = NumberEffect | BaselineEffect;

/** An assumption that is a number: ROI at the low and at the high end of its range, and where ROI is 0. */
export interface NumberEffect extends Pick<Lever, 'assumption' | 'unit' | 'value' | 'from' | 'to'> {
  readonly roiFrom: number | null;
  readonly roiTo: number | null;
  /** How far apart the two are. */
  readonly swing: number | null;
  /** The value of the assumption at which ROI is 0; of a useful life, the first whole month that pays. */
  readonly breakEvenAt: number | null;
  readonly breakEvenAtReason?: string;
}

/**
 * Moves one assumption at a time: margin and useful life by a quarter, the baseline to each of the first six periods
 * with newcomers and to all of them, the share of other returns and of the uplift that counts down to a half, staff cost
 * by a quarter; each as far as the input holds it. Throws as `calculateRoi` does.
 */
export function sensitivity(input: RoiInput, options: RoiOptions = {}): Sensitivity {
  const { roi, roiReason } = wholeLedger(input, options);
  if (roi === null) return { roi, roiReason: roiReason ?? '', assumptions: [] };
  const summed = { ...input, spend: collapseGroups(input.spend).cells };
  const effects: AssumptionEffect[] = [
    ...levers(summed, options)
      .map(effectOf)
      .filter(({ swing }) => swing !== 0),
    baselineEffect(summed, options),
  ];
  return { roi, assumptions: effects.sort((a, b) => (b.swing ?? 0) - (a.swing ?? 0)) };
}

function effectOf({ at, search, assumption, unit, value, from, to }: Lever): NumberEffect {
  const [roiFrom, roiTo] = [at(from).roi, at(to).roi];
  const breakEvenAt = zeroOf((x) => at(x).profit, search);
  const swing = roiFrom === null || roiTo === null ? null : Math.abs(roiTo - roiFrom);
  return { assumption, unit, value, from, to, roiFrom, roiTo, swing, ...known('breakEvenAt', breakEvenAt) };
}
