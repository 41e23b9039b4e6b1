import { type FormatOptions, formatTick } from '../../../report/format.ts';
import type { Scale } from '../../chart/scale.ts';
import { chooseTicks, type Tick } from '../../chart/ticks.ts';
import { escapeHtml } from '../escape.ts';
import { type Box, ticksOf, xAlong, xOf, yOf } from './area.ts';
import { CHARACTER, element, textWidth } from './element.ts';
import { AXIS, GRID, QUIET } from './palette.ts';

export type Measure = 'money' | 'percent' | 'count';

/** Width that the labels of a vertical axis take. */
export function tickRoom(scale: Scale, measure: Measure, format: FormatOptions): number {
  return Math.max(...ticksOf(scale).map((value) => textWidth(formatTick(value, measure, format)))) + 10;
}

/** Horizontal lines with their values; that of zero is stronger. */
export function horizontals(scale: Scale, measure: Measure, box: Box, format: FormatOptions): string {
  return ticksOf(scale)
    .map((value) => {
      const y = yOf(value, scale, box);
      const line = element('line', { x1: box.left, y1: y, x2: box.right, y2: y, ...(value === 0 ? AXIS : GRID) });
      return line + label(box.left - 6, y + 4, formatTick(value, measure, format), 'end');
    })
    .join('');
}

/** Upright lines with their values below. */
export function verticals(scale: Scale, measure: Measure, box: Box, format: FormatOptions): string {
  return ticksOf(scale)
    .map((value) => {
      const x = xAlong(value, scale, box);
      const line = element('line', { x1: x, y1: box.top, x2: x, y2: box.bottom, ...GRID });
      return line + label(x, box.bottom + 16, formatTick(value, measure, format), 'middle');
    })
    .join('');
}

/** Which points of the horizontal axis are named. */
export function ticksBelow(labels: readonly string[], box: Box): readonly Tick[] {
  const columns = labels.map((_, i) => Math.round(xOf(i, labels.length, box) / CHARACTER));
  return chooseTicks(labels, columns, { from: 0, to: Math.floor((box.right + 24) / CHARACTER) });
}

/** The horizontal axis: a stroke and a name at each of the ticks. */
export function axisBelow(ticks: readonly Tick[], points: number, box: Box): string {
  return ticks
    .map(({ index, label: name }) => {
      const x = xOf(index, points, box);
      const line = element('line', { x1: x, y1: box.bottom, x2: x, y2: box.bottom + 4, ...AXIS });
      return line + label(x, box.bottom + 19, name, 'middle');
    })
    .join('');
}

/** A few quiet words beside what is drawn. */
export function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string {
  const to = anchor === 'start' ? undefined : anchor;
  return element('text', { x, y, 'text-anchor': to, ...QUIET }, escapeHtml(text));
}
