import { type FormatOptions, phraseText } from '../../../report/format.ts';
import type { Bars } from '../../../report/report.ts';
import { makeScale, type Scale } from '../../chart/scale.ts';
import { escapeHtml } from '../escape.ts';
import { type Box, xAlong } from './area.ts';
import { element, type Names, picture, type Size, textWidth } from './element.ts';
import { verticals } from './frame.ts';
import { AXIS, inkOf, TEXT } from './palette.ts';
import { textLines, wrapped } from './wrap.ts';

type Bar = Bars['bars'][number];

const HEAD = 26;
const FOOT = 24;
const THICK = 16;

/** Bars from one origin, their ends written beside them, and intervals as whiskers. */
export function barsSvg(
  id: string,
  bars: Bars,
  names: Names,
  size: Omit<Size, 'height'>,
  format: FormatOptions,
): string {
  const isNarrow = size.kind === 'narrow';
  const row = isNarrow ? 46 : 34;
  const labels = bars.bars.map(({ label }) => phraseText(label, format));
  const column = isNarrow ? 0 : Math.min(size.width * 0.34, Math.max(...labels.map(textWidth)) + 10);
  const scale = makeScale([bars.origin.value, ...bars.bars.flatMap(valuesOf)]);
  const room = endRoom(bars, scale, format);
  const height = HEAD + bars.bars.length * row + FOOT;
  const box: Box = { left: column + room.left, right: size.width - room.right, top: HEAD, bottom: height - FOOT };
  // A name above its bar would lie on an axis that stands at the left edge.
  const zero = xAlong(bars.origin.value, scale, box);
  const besideAxis = zero < 20 ? zero + 5 : 0;
  const rows = bars.bars.map((bar, i) => {
    const middle = box.top + (i + 0.5) * row + (isNarrow ? 8 : 0);
    const name = isNarrow
      ? textLines([labels[i] ?? ''], besideAxis, middle - 15, TEXT)
      : textLines(wrapped(labels[i] ?? '', column), 0, middle + 4, TEXT);
    return name + barSvg(bar, { scale, box, origin: bars.origin.value, middle, format });
  });
  return picture(
    id,
    { ...size, height },
    names,
    verticals(scale, bars.measure ?? 'money', box, format) + origin(bars, scale, box, format) + rows.join(''),
  );
}

function valuesOf({ ends, interval }: Bar): number[] {
  return [...ends.map(({ value }) => value), ...(interval ?? [])];
}

/** Room beside the area for what is written at the ends of bars. */
function endRoom({ bars, origin }: Bars, scale: Scale, format: FormatOptions): { left: number; right: number } {
  const widths = bars.flatMap(({ ends }) =>
    ends.map(({ value, text }) => ({
      isLeft: value < origin.value,
      width: textWidth(phraseText(text, format)),
    })),
  );
  const widest = (isLeft: boolean) => Math.max(0, ...widths.filter((w) => w.isLeft === isLeft).map((w) => w.width));
  const least = scale.low < 0 ? 22 : 10;
  return { left: Math.max(least, widest(true) + 8), right: Math.max(22, widest(false) + 8) };
}

interface Place {
  readonly scale: Scale;
  readonly box: Box;
  readonly origin: number;
  readonly middle: number;
  readonly format: FormatOptions;
}

function barSvg({ ends, interval }: Bar, { scale, box, origin, middle, format }: Place): string {
  const zero = xAlong(origin, scale, box);
  const [low, high] = (interval ?? []).map((value) => xAlong(value, scale, box));
  const parts = ends.map(({ value, text }) => {
    const isLeft = value < origin;
    const x = xAlong(value, scale, box);
    const ink = inkOf(isLeft ? 1 : 0);
    const where = { x: Math.min(x, zero), y: middle - THICK / 2, width: Math.abs(x - zero), height: THICK };
    const beside = isLeft ? Math.min(x, low ?? x) - 5 : Math.max(x, high ?? x) + 5;
    const words = { x: beside, y: middle + 4, 'text-anchor': isLeft ? 'end' : undefined, ...TEXT };
    return (
      element('rect', {
        ...where,
        fill: ink.color,
        'fill-opacity': interval === undefined ? 1 : '0.75',
        class: `f ${ink.name}`,
      }) + element('text', words, escapeHtml(phraseText(text, format)))
    );
  });
  return parts.join('') + (low === undefined || high === undefined ? '' : whisker(low, high, middle));
}

/** An interval: a line with an end on either side. */
function whisker(low: number, high: number, y: number): string {
  const d = `M${low.toFixed(1)} ${y}H${high.toFixed(1)}M${low.toFixed(1)} ${y - 5}v10M${high.toFixed(1)} ${y - 5}v10`;
  return element('path', { d, fill: 'none', stroke: '#1f2328', 'stroke-width': '1.5', class: 'w' });
}

/** The value that all bars begin at, as an upright line with its words above. */
function origin({ origin: { value, label } }: Bars, scale: Scale, box: Box, format: FormatOptions): string {
  const x = xAlong(value, scale, box);
  const words = phraseText(label, format);
  const half = textWidth(words) / 2;
  const at = Math.max(half, Math.min(x, box.right + 20 - half));
  const line = element('line', { x1: x, y1: box.top - 6, x2: x, y2: box.bottom, 'stroke-width': '1.5', ...AXIS });
  if (words === '') return line;
  return line + element('text', { x: at, y: box.top - 12, 'text-anchor': 'middle', ...TEXT }, escapeHtml(words));
}
