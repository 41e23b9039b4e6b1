import type { Change, EventFigures, EventResult, EventWindow, WindowLevels } from '../../core/event/result.ts';
import { count, phrase, range, unknown } from '../cells.ts';
import { decimalsOf, differenceCell, type Measure, rangePhrase } from '../outcomes/measure.ts';
import type { Cell, Phrase } from '../report.ts';

/** How all figures of the report are shown: by the size of what people have in a window. */
export function eventMeasure({ outcome, pooled }: EventResult): Measure {
  const levels =
    pooled.levels === null ? [] : [...valuesOf(pooled.levels.attendees), ...valuesOf(pooled.levels.neverAttended)];
  const largest = Math.max(0, ...levels.map(Math.abs), Math.abs(pooled.change?.difference ?? 0));
  return { kind: outcome === 'count' ? 'count' : 'money', factor: 1, decimals: Math.min(2, decimalsOf(largest)) };
}

const valuesOf = ({ placebo, before, after }: WindowLevels) => [placebo ?? 0, before, after];

/** The days of a window, counted from the event. */
export const daysCell = ({ from, to }: EventWindow): Cell => phrase(count(from), ' to ', count(to));

export const changeCell = (measure: Measure, change: Change | null, reason = ''): Cell =>
  differenceCell(measure, change?.difference ?? null, reason);

export function changeRange(measure: Measure, change: Change | null, reason = ''): Cell {
  if (change?.interval == null) return unknown(change?.intervalReason ?? reason);
  const [low, high] = change.interval.difference;
  return range(differenceCell(measure, low), differenceCell(measure, high));
}

/** A change in a sentence, with its interval. */
export const changePhrase = (measure: Measure, change: Change): Phrase => [
  differenceCell(measure, change.difference),
  ...intervalPhrase(measure, change),
];

/** The interval of a change in brackets, or why there is none. */
export function intervalPhrase(measure: Measure, { interval, intervalReason }: Change): Phrase {
  if (interval === null) return [` (no interval: ${intervalReason})`];
  return [' (95% interval ', ...rangePhrase(measure, interval.difference), ')'];
}

/** What one side changed by from one window to the next. */
export function sideChange(
  measure: Measure,
  { levels, levelsReason = '' }: EventFigures,
  side: 'attendees' | 'neverAttended',
  [from, to]: readonly ['placebo', 'before'] | readonly ['before', 'after'],
): Cell {
  const start = levels?.[side][from] ?? null;
  return differenceCell(measure, levels === null || start === null ? null : levels[side][to]! - start, levelsReason);
}

/** Whether an interval leaves 0 out. */
export function isClear(change: Change | null): boolean {
  const ends = change?.interval?.difference;
  return ends !== undefined && (ends[0] > 0 || ends[1] < 0);
}
