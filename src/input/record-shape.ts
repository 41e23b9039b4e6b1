import { rowRagged, totalRow } from '../errors/row.ts';
import type { Cell } from './column.ts';
import { isTotal } from './names/totals.ts';
import type { RowProblem, TableColumn } from './row.ts';

const BLANK = /^\s*$/;

export function isBlank(cell: Cell | undefined): cell is undefined {
  return cell === undefined || (typeof cell === 'string' && (cell === '' || BLANK.test(cell)));
}

/** A record of blank cells alone, as spreadsheets write them below a table. */
export function isNothing(cells: readonly Cell[]): boolean {
  return isBlank(cells[0]) && cells.every(isBlank);
}

/** `# exported by …`, alone on its line or padded with blank cells. `#1001` is the number of an order. */
export function isComment(cells: readonly Cell[], width: number): boolean {
  const first = cells[0];
  if (typeof first !== 'string' || !first.startsWith('#') || /^#\d/.test(first)) return false;
  return cells.length !== width || cells.slice(1).every(isBlank);
}

/** What is wrong with a record that does not have as many fields as the header. */
export function shapeProblem(
  cells: readonly Cell[],
  line: number,
  width: number,
  columns: readonly TableColumn[],
): RowProblem | undefined {
  if (cells.length === width) return undefined;
  return totalProblem(cells, line, columns)?.[0] ?? { ...rowRagged(cells.length, width), line };
}

/** A row that says `Total` in place of its period. */
export function totalProblem(
  cells: readonly Cell[],
  line: number,
  columns: readonly TableColumn[],
): RowProblem[] | undefined {
  const period = columns.find(({ key }) => key === 'period');
  const label = cells.find((cell) => !isBlank(cell));
  const inPlace = period === undefined ? undefined : cells[period.index];
  const total = [label, inPlace].find((cell) => typeof cell === 'string' && isTotal(cell));
  if (total === undefined || !(isBlank(inPlace) || inPlace === total)) return undefined;
  return [{ ...totalRow(String(total)), line, ...(period === undefined ? {} : { column: period.header }) }];
}
