import { DEFAULT_USEFUL_LIFE_YEARS, type RoiOptions } from '../../core/input.ts';
import { formatPeriod, type Period } from '../../core/period.ts';
import type { RoiResult } from '../../core/result.ts';

/** The choices that the figures rest on, with defaults put in: `options` of the JSON. */
export function methodData(options: RoiOptions, { baseline }: RoiResult): unknown {
  const label = (period: Period | undefined) => (period === undefined ? null : formatPeriod(period));
  return {
    baseline: baseline.period,
    margin: options.margin ?? 1,
    usefulLifeYears: options.usefulLifeYears ?? DEFAULT_USEFUL_LIFE_YEARS,
    memberCost: options.memberCost ?? 'variable',
    discountRate: options.discountRate ?? null,
    from: label(options.from),
    to: label(options.to),
  };
}
