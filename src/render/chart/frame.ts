import { formatTick } from '../../report/format.ts';
import type { Look } from '../terminal/look.ts';
import { displayWidth, padStart } from '../terminal/width.ts';
import { heightOf, type Scale, tickAt } from './scale.ts';
import type { ChartBlock } from './series.ts';
import { labelLine, type Tick } from './ticks.ts';

/** The vertical axis as text left of each row, counted upwards from 0. */
export interface Axis {
  readonly labels: readonly string[];
  /** Columns it takes. */
  readonly width: number;
}

export function verticalAxis(scale: Scale, block: ChartBlock, look: Look): Axis {
  const texts = Array.from({ length: heightOf(scale) + 1 }, (_, row) => {
    const value = tickAt(row, scale);
    return value === undefined ? '' : formatTick(value, block.measure ?? 'money', look.format);
  });
  const width = Math.max(...texts.map(displayWidth));
  const [line, tick] = look.format.ascii ? ['|', '+'] : ['│', '┤'];
  return { labels: texts.map((text) => `${padStart(text, width)} ${text === '' ? line : tick}`), width: width + 2 };
}

/** The horizontal axis with its labels, below a chart `width` columns wide. */
export function horizontalAxis(ticks: readonly Tick[], axis: Axis, width: number, ascii: boolean): readonly string[] {
  const [corner, line, tick] = ascii ? ['+', '-', '+'] : ['└', '─', '┬'];
  const ticked = new Set(ticks.map(({ column }) => column));
  const base = Array.from({ length: width }, (_, column) => (ticked.has(column) ? tick : line)).join('');
  return [' '.repeat(axis.width - 1) + corner + base, labelLine(ticks, -axis.width)];
}
