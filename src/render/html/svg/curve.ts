import { runsOf } from '../../chart/columns.ts';
import { coordinate as at, element } from './element.ts';
import type { Ink } from './palette.ts';

type Places = readonly (number | null)[];

/** A line through the points, with gaps where there is no data. */
export function curve(xs: readonly number[], ys: Places, { color, name, dash }: Ink): string {
  const d = runsOf(ys)
    .filter(({ values }) => values.length > 1)
    .map(({ from, values }) => trace(values.map((y, i) => [xs[from + i] ?? 0, y])))
    .join('');
  if (d === '') return '';
  return element('path', {
    ...{ d, fill: 'none', stroke: color, 'stroke-width': 2.2, 'stroke-dasharray': dash, 'stroke-linejoin': 'round' },
    class: `l ${name}`,
  });
}

/** The interval around a line, as a shade with an edge. */
export function band(xs: readonly number[], low: Places, high: Places, { color, name }: Ink): string {
  const both = low.map((value, i) => (value === null ? null : (high[i] ?? null)));
  const d = runsOf(both)
    .filter(({ values }) => values.length > 1)
    .map(({ from, values }) => {
      const upper = values.map((y, i): Point => [xs[from + i] ?? 0, y]);
      const lower = values.map((_, i): Point => [xs[from + i] ?? 0, low[from + i] ?? 0]);
      return `${trace([...upper, ...lower.reverse()])}z`;
    })
    .join('');
  if (d === '') return '';
  return element('path', { d, fill: color, 'fill-opacity': '0.16', class: `f ${name}` });
}

type Point = readonly [number, number];

function trace(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join('');
}
