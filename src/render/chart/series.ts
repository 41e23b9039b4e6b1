import { phraseText } from '../../report/format.ts';
import type { Block } from '../../report/report.ts';
import type { Look } from '../terminal/look.ts';
import type { Painter } from '../terminal/paint.ts';
import { addSpot, type Canvas } from './canvas.ts';
import { stretch } from './columns.ts';
import { ASCII_STROKES, drawCurve, STROKES, type Stroke } from './curve.ts';
import { heightOf, rowOf, type Scale } from './scale.ts';

export type ChartBlock = Extract<Block, { kind: 'chart' }>;
type Values = readonly (number | null)[];

/** A series with the way it looks. */
export interface Curve {
  readonly name: string;
  readonly values: Values;
  readonly low: Values;
  readonly high: Values;
  readonly stroke: Stroke;
  readonly paint: Painter;
}

/** Where a series is drawn. */
export interface Area {
  readonly canvas: Canvas;
  readonly scale: Scale;
  readonly width: number;
  /** The column of each point. */
  readonly columns: readonly number[];
  /** Points that are marked in any case, since a label of the axis names them. */
  readonly labelled: ReadonlySet<number>;
}

/** From this many columns between two points on, every point is marked. */
const ROOMY = 4;

export function curvesOf(block: ChartBlock, look: Look): readonly Curve[] {
  const strokes = look.format.ascii ? ASCII_STROKES : STROKES;
  const paints = look.paint.series;
  return block.series.map((series, index) => ({
    name: phraseText([series.name], look.format),
    values: series.values,
    low: series.low ?? [],
    high: series.high ?? [],
    stroke: strokes[index % strokes.length] ?? strokes[0],
    paint: paints[index % paints.length] ?? paints[0],
  }));
}

/** The line through the points, and marks where they are: at each of them, or of a dense curve at its ends and at the labels. */
export function drawSeries(curve: Curve, area: Area): void {
  const { canvas, scale, columns } = area;
  const { paint, stroke } = curve;
  const rows = rowsOf(curve.values, area);
  drawCurve(rows, heightOf(scale), stroke, (row, column, glyph) => {
    addSpot(canvas, row, column, { glyph, paint, kind: glyph === stroke.flat ? 'flat' : 'steep' });
  });
  const isRoomy = area.width / columns.length >= ROOMY;
  columns.forEach((column, index) => {
    const row = rows[column] ?? null;
    const isEnd = (curve.values[index - 1] ?? null) === null || (curve.values[index + 1] ?? null) === null;
    if (row === null || !(isRoomy || isEnd || area.labelled.has(index))) return;
    addSpot(canvas, Math.round(row), column, { glyph: stroke.mark, paint, kind: 'mark' });
  });
}

/** The interval around a series, as a shade behind it. */
export function drawBand(curve: Curve, glyph: string, area: Area): void {
  const low = rowsOf(curve.low, area);
  const high = rowsOf(curve.high, area);
  low.forEach((from, column) => {
    const to = high[column] ?? null;
    if (from === null || to === null) return;
    for (let row = Math.round(from); row <= Math.round(to); row += 1) {
      addSpot(area.canvas, row, column, { glyph, paint: curve.paint, kind: 'shade' });
    }
  });
}

/** Dots at zero, where the scale goes below it: no curve is drawn with every second column empty. */
export function drawZero({ canvas, scale, width }: Area, glyph: string, paint: Painter): void {
  if (scale.low >= 0) return;
  const row = Math.round(rowOf(0, scale));
  for (let column = 0; column < width; column += 2) {
    addSpot(canvas, row, column, { glyph, paint, kind: 'shade' });
  }
}

function rowsOf(values: Values, { columns, scale, width }: Area): readonly (number | null)[] {
  return stretch(values, columns, width).map((value) => (value === null ? null : rowOf(value, scale)));
}
