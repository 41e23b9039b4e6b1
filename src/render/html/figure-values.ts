import { type FormatOptions, formatCell } from '../../report/format.ts';
import { decimalsOf } from '../../report/outcomes/measure.ts';
import type { Cell, Lines } from '../../report/report.ts';

type Measured = Pick<Lines, 'measure' | 'series'>;

/** A value of a chart as a cell, with as many digits as tell its values apart. */
export function valueCell(value: number, { measure = 'money', series }: Measured): Cell {
  const largest = series.reduce((most, { values }) => Math.max(most, ...values.map((v) => Math.abs(v ?? 0))), 0);
  const decimals = decimalsOf(largest);
  switch (measure) {
    case 'money':
      return { kind: 'money', amount: value, cents: decimals > 0 };
    case 'percent':
      return { kind: 'percent', ratio: value };
    case 'count':
      return { kind: 'count', count: value, decimals: series.every(isWhole) ? 0 : decimals };
  }
}

function isWhole({ values }: Measured['series'][number]): boolean {
  return values.every((value) => value === null || Number.isInteger(value));
}

export function valueText(value: number, lines: Measured, format: FormatOptions): string {
  return formatCell(valueCell(value, lines), format);
}

/** What a chart shows, in words: where each curve begins, ends, and is highest and lowest. */
export function described(lines: Lines, format: FormatOptions): string {
  const sentences = lines.series.flatMap(({ name, values }) => {
    const known = values.flatMap((value, i) => (value === null ? [] : [{ value, x: lines.x[i] ?? '' }]));
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    const say = ({ value, x }: { value: number; x: string }) => `${valueText(value, lines, format)} in ${x}`;
    const highest = known.reduce((most, one) => (one.value > most.value ? one : most));
    const lowest = known.reduce((least, one) => (one.value < least.value ? one : least));
    return [`${name}: from ${say(first)} to ${say(last)}, lowest ${say(lowest)}, highest ${say(highest)}.`];
  });
  const markers = (lines.markers ?? []).map(({ label }) => `Marked: ${label}.`);
  return [...sentences, ...markers].join(' ');
}
