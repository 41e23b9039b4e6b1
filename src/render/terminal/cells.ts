import { barText, formatCell, spanText } from '../../report/format.ts';
import type { Cell } from '../../report/report.ts';
import type { Look } from './look.ts';
import type { Painter } from './paint.ts';
import { unbroken, wrap } from './prose.ts';
import { displayWidth, shorten } from './width.ts';

const MOST_LINES = 3;

/** A cell in a column `width` wide: names wrap, and end in `…` after three lines; numbers stay whole. */
export function cellLines(cell: Cell, width: number, look: Look): readonly string[] {
  if (cell.kind === 'bar') return [barText(cell.share, width, look.format.ascii)];
  if (cell.kind === 'span') return [spanText(cell, width, look.format.ascii)];
  const text = formatCell(cell, look.format);
  if (!isProse(cell) || displayWidth(text) <= width) return [text];
  const lines = wrap(cell.kind === 'phrase' ? unbroken(cell.parts, look.format) : text, { width });
  if (lines.length <= MOST_LINES) return lines;
  const rest = lines.slice(MOST_LINES - 1).join(' ');
  return [...lines.slice(0, MOST_LINES - 1), shorten(rest, width, look.glyphs.ellipsis)];
}

/** Red is a number below zero, which its minus says as well. */
export function cellPainter(cell: Cell, { paint }: Look): Painter {
  if (cell.kind === 'unknown') return paint.quiet;
  if (isBar(cell)) return paint.bar;
  const isNegative = (cell.kind === 'money' && cell.amount < 0) || (cell.kind === 'percent' && cell.ratio < 0);
  return isNegative ? paint.bad : plain;
}

/** Whether a cell is drawn rather than written: as wide as there is room, and nothing without it. */
export function isBar({ kind }: Cell): boolean {
  return kind === 'bar' || kind === 'span';
}

/** Whether a cell is words, which may wrap. */
export function isProse({ kind }: Cell): boolean {
  return kind === 'text' || kind === 'phrase';
}

function plain(text: string): string {
  return text;
}
