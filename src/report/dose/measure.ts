import type { DoseFigures } from '../../core/dose/result.ts';
import { type Measure, measureOf } from '../outcomes/measure.ts';

/** The measure of an outcome by its levels. */
export function doseMeasure({ kind, money, levels }: DoseFigures): Measure {
  const largest = levels.reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0);
  const side = { people: 0, value: largest, interval: null, events: null };
  return measureOf({ kind, money, estimate: 'gap', members: side, nonMembers: side, difference: null, levels: null });
}
