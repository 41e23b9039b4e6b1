import { plot } from 'asciichart';
import { runsOf } from './columns.ts';

type Symbols = NonNullable<NonNullable<Parameters<typeof plot>[1]>['symbols']>;

/** How a line is drawn: what tells it apart without colour. */
export interface Stroke {
  readonly mark: string;
  readonly flat: string;
  readonly steep: string;
  /** From the flat into the rise and the fall: `╰ ╭ ╮ ╯`. */
  readonly corners: readonly [string, string, string, string];
}

const ROUND = ['╰', '╭', '╮', '╯'] as const;

/** One for each series, in order; a fifth series begins anew. */
export const STROKES: readonly [Stroke, ...Stroke[]] = [
  { mark: '●', flat: '─', steep: '│', corners: ROUND },
  { mark: '○', flat: '╌', steep: '╎', corners: ROUND },
  { mark: '◆', flat: '┄', steep: '┆', corners: ROUND },
  { mark: '◇', flat: '┈', steep: '┊', corners: ROUND },
];

export const ASCII_STROKES: readonly [Stroke, ...Stroke[]] = [
  { mark: '*', flat: '-', steep: '-', corners: ['-', '-', '-', '-'] },
  { mark: 'o', flat: '.', steep: '.', corners: ['.', '.', '.', '.'] },
  { mark: 'x', flat: '-', steep: '-', corners: ['-', '-', '-', '-'] },
  { mark: '+', flat: '.', steep: '.', corners: ['.', '.', '.', '.'] },
];

/** Calls `draw` for every character of a curve; rows count upwards from 0, and `rows` holds a row per column or a gap. */
export function drawCurve(
  rows: readonly (number | null)[],
  height: number,
  stroke: Stroke,
  draw: (row: number, column: number, glyph: string) => void,
): void {
  for (const { from, values } of runsOf(rows)) {
    plotRun(values, height, stroke).forEach((line, top) => {
      for (let at = 0; at < values.length; at += 1) {
        const glyph = line[at] ?? ' ';
        if (glyph !== ' ') draw(height - top, from + at, glyph);
      }
    });
  }
}

/**
 * One run through asciichart, top row first. It draws from each value to the next, so the last is given twice; it takes
 * null for 0, so gaps must not reach it; and its own axis, one character wide, is cut off.
 */
function plotRun(values: readonly number[], height: number, stroke: Stroke): readonly string[] {
  const [up, down, fall, rise] = stroke.corners;
  const symbols: Symbols = [' ', ' ', ' ', ' ', stroke.flat, up, down, fall, rise, stroke.steep];
  const chart = plot([...values, values.at(-1) ?? 0], {
    min: 0,
    max: height,
    height,
    offset: 1,
    format: () => ' ',
    symbols,
  });
  return chart.split('\n').map((line) => line.slice(1));
}
