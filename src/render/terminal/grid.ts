import Table from 'cli-table3';
import { barText, formatCell } from '../../report/format.ts';
import type { Cell, Column } from '../../report/report.ts';
import { type ColumnNeed, type Fit, fitColumns } from './fit.ts';
import type { Look } from './look.ts';
import type { Painter } from './paint.ts';
import { wrap } from './prose.ts';
import { reasonLines, type TableBlock } from './reasons.ts';
import { makeStandIns } from './stand-ins.ts';
import { displayWidth, shorten } from './width.ts';

const LONGEST_BAR = 20;
const SHORTEST_BAR = 6;
/** A name keeps at least so many columns of the terminal before other columns have to go. */
const SHORTEST_TEXT = 12;
const MOST_LINES = 3;

/** A table in lines, or undefined where it does not fit into `width`. */
export function gridLines(block: TableBlock, look: Look, width: number): readonly string[] | undefined {
  const needs = block.columns.map((column, index) => columnNeed(column, cellsOf(block, index), look));
  const fit = fitColumns(needs, width);
  if (fit === undefined) return undefined;
  return [...layOut(block, fit, look), ...reasonLines(block, [...fit.widths.keys()], look, width)];
}

/** The cells below a header. */
function cellsOf(block: TableBlock, index: number): readonly Cell[] {
  const rows = block.total === undefined ? block.rows : [...block.rows, block.total];
  return rows.flatMap((row) => row[index] ?? []);
}

function columnNeed(column: Column, cells: readonly Cell[], look: Look): ColumnNeed {
  const { priority, header } = column;
  const headerWidth = displayWidth(header);
  const headerLeast = Math.max(0, ...header.split(' ').map(displayWidth));
  if (cells.some((cell) => cell.kind === 'bar')) {
    return {
      least: Math.max(headerLeast, SHORTEST_BAR),
      natural: Math.max(headerWidth, LONGEST_BAR),
      priority,
      isElastic: true,
    };
  }
  const widest = Math.max(0, ...cells.map((cell) => displayWidth(formatCell(cell, look.format))));
  const shrinks = cells.every((cell) => cell.kind === 'text');
  const least = Math.max(headerLeast, shrinks ? Math.min(widest, SHORTEST_TEXT) : widest);
  return { least, natural: Math.max(headerWidth, widest), priority, isElastic: false };
}

function layOut(block: TableBlock, fit: Fit, look: Look): readonly string[] {
  const { paint, glyphs } = look;
  const shown = [...fit.widths];
  const standIns = makeStandIns();
  const table = new Table({
    chars: bare(' '.repeat(fit.gap)),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: shown.map(([index]) => block.columns[index]?.align ?? 'left'),
  });
  const add = (lines: readonly (readonly string[])[], painters: readonly Painter[]): number => {
    const painted = lines.map((cell, at) => cell.map((line) => (painters[at] ?? same)(standIns.put(line))).join('\n'));
    table.push(painted.map((content) => ({ content, vAlign: 'bottom' as const })));
    return Math.max(1, ...lines.map((cell) => cell.length));
  };
  const headerHeight = add(
    shown.map(([index, width]) => wrap(block.columns[index]?.header ?? '', { width })),
    shown.map(() => paint.quiet),
  );
  const row = (cells: readonly Cell[], strong: boolean): number => {
    const of = (index: number): Cell => cells[index] ?? { kind: 'text', text: '' };
    return add(
      shown.map(([index, width]) => cellLines(of(index), width, look)),
      shown.map(([index]) => cellPainter(of(index), look, strong)),
    );
  };
  const bodyHeight = block.rows.reduce((height, cells) => height + row(cells, false), 0);
  if (block.total !== undefined) row(block.total, true);

  const lines = standIns.restore(table.toString()).split('\n').map(trimEnd);
  const ruleWidth = [...fit.widths.values()].reduce((sum, width) => sum + width + fit.gap, -fit.gap);
  const rule = paint.quiet(glyphs.rule.repeat(ruleWidth));
  const ends = [headerHeight, headerHeight + bodyHeight];
  const parts = [lines.slice(0, ends[0]), lines.slice(ends[0], ends[1]), lines.slice(ends[1])];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [rule, ...part]));
}

function cellLines(cell: Cell, width: number, look: Look): readonly string[] {
  if (cell.kind === 'bar') return [barText(cell.share, width, look.format.ascii)];
  const text = formatCell(cell, look.format);
  if (cell.kind !== 'text' || displayWidth(text) <= width) return [text];
  const lines = wrap(text, { width });
  if (lines.length <= MOST_LINES) return lines;
  const rest = lines.slice(MOST_LINES - 1).join(' ');
  return [...lines.slice(0, MOST_LINES - 1), shorten(rest, width, look.glyphs.ellipsis)];
}

/** Red is a number below zero, which its minus says as well. */
export function cellPainter(cell: Cell, { paint }: Look, strong: boolean): Painter {
  const base = strong ? paint.strong : same;
  if (cell.kind === 'unknown') return paint.quiet;
  if (cell.kind === 'bar') return paint.bar;
  const isNegative = (cell.kind === 'money' && cell.amount < 0) || (cell.kind === 'percent' && cell.ratio < 0);
  return isNegative ? (text) => paint.bad(base(text)) : base;
}

const same: Painter = (text) => text;

/** Blanks at the end of a line, also those before the end of a colour. */
function trimEnd(line: string): string {
  return line.trimEnd();
}

function bare(middle: string) {
  const lines = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'];
  const sides = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'];
  return { ...Object.fromEntries([...lines, ...sides].map((name) => [name, ''])), middle };
}
