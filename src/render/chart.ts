import { phraseText } from '../report/format.ts';
import { canvasRow, makeCanvas } from './chart/canvas.ts';
import { pointColumns } from './chart/columns.ts';
import { horizontalAxis, verticalAxis } from './chart/frame.ts';
import { endNames, legendLines } from './chart/names.ts';
import { heightOf, makeScale } from './chart/scale.ts';
import { type Area, type ChartBlock, curvesOf, drawBand, drawSeries, drawZero } from './chart/series.ts';
import { chooseTicks } from './chart/ticks.ts';
import type { Look } from './terminal/look.ts';

/** Below this a curve shows nothing that the words do not. */
const NARROWEST = 20;
const WIDEST = 100;

/** A line chart in about ten rows; undefined where charts are off, there is no room, or there is nothing to draw. */
export function drawChart(block: ChartBlock, look: Look, width: number): readonly string[] | undefined {
  const { format, paint } = look;
  const curves = curvesOf(block, look);
  const values = curves.flatMap((curve) => [...curve.values, ...curve.low, ...curve.high]).filter(isNumber);
  const scale = makeScale(values);
  const axis = verticalAxis(scale, block, look);
  const names = endNames(curves, block.x.length, scale);
  const room = Math.min(width - axis.width - (names?.width ?? 0), WIDEST);
  if (!look.charts || room < NARROWEST || values.length === 0) return undefined;

  const columns = pointColumns(block.x.length, room);
  const labels = block.x.map((label) => phraseText([label], format));
  const ticks = chooseTicks(labels, columns, { from: -axis.width, to: width - axis.width });
  const labelled = new Set(ticks.map((tick) => tick.index));
  const area: Area = { canvas: makeCanvas(), scale, width: room, columns, labelled };
  const [shade, zero, both] = format.ascii ? [':', '.', '*'] : ['░', '·', '◉'];
  drawZero(area, zero, paint.quiet);
  for (const curve of curves) drawBand(curve, shade, area);
  for (const curve of curves) drawSeries(curve, area);

  const yLabel = paint.quiet(phraseText([block.yLabel], format));
  const rows = Array.from({ length: heightOf(scale) + 1 }, (_, top) => {
    const row = heightOf(scale) - top;
    const line = canvasRow(area.canvas, row, room, both);
    return (paint.quiet(axis.labels[row] ?? '') + line + (names?.rows.get(row) ?? '')).trimEnd();
  });
  return [
    ...(names === undefined ? legendLines(yLabel, curves, width) : [yLabel]),
    ...rows,
    ...horizontalAxis(ticks, axis, room, format.ascii).map(paint.quiet),
  ];
}

function isNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}
