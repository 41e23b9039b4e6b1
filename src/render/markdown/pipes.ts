import type { FormatOptions } from '../../report/format.ts';
import type { Cell } from '../../report/report.ts';
import type { TableBlock } from '../terminal/reasons.ts';
import { displayWidth, padEnd, padStart } from '../terminal/width.ts';
import { cell, inline } from './escape.ts';

/** A table with pipes, aligned so that it also reads well as plain text. */
export function pipeTable(block: TableBlock, options: FormatOptions): readonly string[] {
  const { columns, rows, total } = block;
  const header = columns.map((column) => inline([column.header], options));
  const body = rows.map((row) => texts(row, columns.length, options));
  const totals = total === undefined ? [] : [texts(total, columns.length, options).map(bold)];
  const all = [header, ...body, ...totals];
  const widths = columns.map((_, index) => Math.max(3, ...all.map((row) => displayWidth(row[index] ?? ''))));
  const pad = (text: string, index: number): string =>
    (columns[index]?.align === 'right' ? padStart : padEnd)(text, widths[index] ?? 0);
  const dashes = widths.map((width, index) =>
    columns[index]?.align === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [header, dashes, ...body, ...totals].map((row) => `| ${row.map(pad).join(' | ')} |`);
}

function texts(row: readonly Cell[], columns: number, options: FormatOptions): readonly string[] {
  return Array.from({ length: columns }, (_, index) => cell(row[index] ?? { kind: 'text', text: '' }, options));
}

function bold(text: string): string {
  return text === '' ? '' : `**${text}**`;
}
