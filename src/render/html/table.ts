import type { FormatOptions } from '../../report/format.ts';
import type { Cell } from '../../report/report.ts';
import { isBar } from '../terminal/cells.ts';
import { type TableBlock, unknownReasons } from '../terminal/reasons.ts';
import { escapeHtml, inline } from './escape.ts';
import { bodyCell, headerCell, rowHeader } from './table-cell.ts';

/** What a table needs beside its figures. */
export interface TableLook {
  /** What a program that reads aloud calls it. */
  readonly name: string;
  readonly format: FormatOptions;
  /** Leaves out bars in cells, where a picture beside the table has them. */
  readonly withoutBars?: boolean;
}

/** A table in a region of its own, which scrolls where the page is narrow. */
export function tableHtml(block: TableBlock, { name, format, withoutBars }: TableLook): string {
  const { columns, rows, total } = block;
  const all = total === undefined ? rows : [...rows, total];
  const drawn = new Set([...columns.keys()].filter((i) => all.some((row) => row[i] !== undefined && isBar(row[i]))));
  const shown = [...columns.keys()].filter((i) => withoutBars !== true || !drawn.has(i));
  const head = shown.map((i, place) => headerCell(columns[i], place, drawn.has(i), format));
  const rowHtml = (row: readonly Cell[]) => {
    const cells = shown.map((i, place) =>
      place === 0 ? rowHeader(row[i], format) : bodyCell(row[i], columns[i], format),
    );
    return `<tr>${cells.join('')}</tr>`;
  };
  const foot = total === undefined ? [] : ['<tfoot>', rowHtml(total), '</tfoot>'];
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(name)}">`,
    '<table>',
    `<thead>\n<tr>${head.join('')}</tr>\n</thead>`,
    '<tbody>',
    ...rows.map(rowHtml),
    '</tbody>',
    ...foot,
    '</table>',
    '</div>',
    ...reasons(block, shown, format),
  ].join('\n');
}

/** What the dashes of a table stand for. */
function reasons(block: TableBlock, shown: readonly number[], format: FormatOptions): readonly string[] {
  return unknownReasons(block, shown)
    .filter(({ reason }) => reason !== '')
    .map((cause) => `<p class="reason">${inline([cause, ' ', cause.reason], format)}</p>`);
}
