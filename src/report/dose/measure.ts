import type { DoseFigures, Slope } from '../../core/dose/result.ts';
import { decimalsOf, type Measure, measureOf, rateMeasure } from '../outcomes/measure.ts';

/** The measure of an outcome by its levels. */
export function doseMeasure({ kind, money, levels }: DoseFigures): Measure {
  const largest = levels.reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0);
  const side = { people: 0, value: largest, interval: null, events: null };
  return measureOf({ kind, money, estimate: 'gap', members: side, nonMembers: side, difference: null, levels: null });
}

/** The measure of a slope, which is smaller than what it is a slope of. */
export function slopeMeasure({ kind, money }: DoseFigures, { value, interval }: Slope): Measure {
  const largest = Math.max(Math.abs(value), ...(interval ?? []).map(Math.abs));
  if (kind === 'rate') return rateMeasure(largest);
  return { kind: money ? 'money' : 'count', factor: 1, decimals: decimalsOf(largest) };
}
