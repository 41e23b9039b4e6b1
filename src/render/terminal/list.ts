import { formatCell, phraseText } from '../../report/format.ts';
import type { Cell } from '../../report/report.ts';
import { cellPainter, isBar, isProse } from './cells.ts';
import type { Look } from './look.ts';
import { wrap } from './prose.ts';
import { reasonLines, type TableBlock } from './reasons.ts';

/** A table where there is no room for columns: the first cell of each row as a heading, the others as `label: value`. */
export function listLines(block: TableBlock, look: Look, width: number): readonly string[] {
  const rows = block.rows.map((row) => rowLines(block, row, look, width));
  const total = block.total === undefined ? [] : [rowLines(block, block.total, look, width)];
  const columns = block.columns.map((_, index) => index);
  return [...rows.flat(), ...total.flat(), ...reasonLines(block, columns, look, width)];
}

function rowLines(block: TableBlock, row: readonly Cell[], look: Look, width: number): readonly string[] {
  return row.flatMap((cell, index) => {
    const { header = '', leads = false } = block.columns[index] ?? {};
    const isEmpty = isBar(cell) || (cell.kind === 'text' && cell.text === '');
    const label = header === '' || (index === 0 && !leads) ? '' : `${phraseText([header], look.format)}: `;
    const value = formatCell(cell, look.format);
    if (index === 0 || leads)
      return index > 0 && isEmpty ? [] : wrap(label + value, { width, hang: leads ? 2 : 0 }).map(look.paint.strong);
    if (isEmpty) return [];
    if (isProse(cell)) return wrap(label + value, { width, first: 2, hang: 4 });
    return [`  ${label}${cellPainter(cell, look)(value)}`];
  });
}
