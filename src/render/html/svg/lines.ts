import type { FormatOptions } from '../../../report/format.ts';
import { plainText } from '../../../report/plain.ts';
import type { Lines } from '../../../report/report.ts';
import { makeScale, type Scale } from '../../chart/scale.ts';
import { escapeHtml } from '../escape.ts';
import { valueText } from '../figure-values.ts';
import { type Box, xOf, yOf } from './area.ts';
import { band, curve } from './curve.ts';
import { element, type Names, picture, type Size, textWidth } from './element.ts';
import { axisBelow, horizontals, label, tickRoom, ticksBelow } from './frame.ts';
import { mark } from './mark.ts';
import { markerLines, markerRoom } from './markers.ts';
import { canNameEnds, endNames, legend, type Named } from './names.ts';
import { inkOf } from './palette.ts';

/** Curves with their intervals, axes, marks and names. */
export function linesSvg(id: string, lines: Lines, names: Names, size: Size, format: FormatOptions): string {
  const labels = lines.x.map(plainText);
  const scale = makeScale(
    lines.series.flatMap(({ values, low = [], high = [] }) => [...values, ...low, ...high]).filter((v) => v !== null),
  );
  const measure = lines.measure ?? 'money';
  const series = lines.series.map(({ name, values }, i): Named & { values: typeof values } => {
    return { name: plainText(name), ink: inkOf(i), end: values.at(-1) ?? undefined, values };
  });
  const left = tickRoom(scale, measure, format);
  const isNamed = canNameEnds(series, size.width);
  const key = isNamed || series.length < 2 ? { svg: '', height: 0 } : legend(series, left, size.width);
  const right = isNamed ? Math.max(...series.map(({ name }) => textWidth(name))) + 26 : 26;
  const top = key.height + 22 + markerRoom(lines);
  const below = lines.xLabel === undefined ? 24 : 40;
  const box: Box = { left, right: size.width - right, top, bottom: size.height - below };
  const ticks = ticksBelow(labels, box);
  const ends = series.map((one) => ({ ...one, end: one.end === undefined ? undefined : yOf(one.end, scale, box) }));
  return picture(
    id,
    size,
    names,
    [
      key.svg,
      label(0, key.height + 11, plainText(lines.yLabel), 'start'),
      horizontals(scale, measure, box, format),
      axisBelow(ticks, labels.length, box),
      lines.xLabel === undefined ? '' : label((box.left + box.right) / 2, size.height - 4, lines.xLabel, 'middle'),
      markerLines(lines, box),
      ...lines.series.map((one, i) => seriesSvg(one, i, { scale, box, named: new Set(ticks.map((t) => t.index)) })),
      isNamed ? endNames(ends, box) : '',
      size.kind === 'narrow' ? '' : hovers(lines, labels, scale, box, format),
    ].join(''),
  );
}

interface Drawn {
  readonly scale: Scale;
  readonly box: Box;
  /** Points that the axis names. */
  readonly named: ReadonlySet<number>;
}

/** From so many pixels between two points on, each has a mark. */
const ROOMY = 22;

function seriesSvg(series: Lines['series'][number], index: number, { scale, box, named }: Drawn): string {
  const { values, low = [], high = [] } = series;
  const ink = inkOf(index);
  const xs = values.map((_, i) => xOf(i, values.length, box));
  const place = (all: readonly (number | null)[]) => all.map((v) => (v === null ? null : yOf(v, scale, box)));
  const ys = place(values);
  const isRoomy = (box.right - box.left) / values.length >= ROOMY;
  const marks = ys.map((y, i) => {
    const isEnd = (ys[i - 1] ?? null) === null || (ys[i + 1] ?? null) === null;
    return y !== null && (isRoomy || isEnd || named.has(i)) ? mark(xs[i] ?? 0, y, ink) : '';
  });
  return band(xs, place(low), place(high), ink) + curve(xs, ys, ink) + marks.join('');
}

/** What a pointer that rests on a point is told. */
function hovers(lines: Lines, labels: readonly string[], scale: Scale, box: Box, format: FormatOptions): string {
  return lines.series
    .flatMap(({ name, values }) =>
      values.map((value, i) => {
        if (value === null) return '';
        const text = `${plainText(name)}, ${labels[i]}: ${valueText(value, lines, format)}`;
        const where = { cx: xOf(i, values.length, box), cy: yOf(value, scale, box), r: 7, 'fill-opacity': 0 };
        return element('circle', where, element('title', {}, escapeHtml(text)));
      }),
    )
    .join('');
}
