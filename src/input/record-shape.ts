import { rowRagged, totalRow } from '../errors/row.ts';
import type { Cell } from './column.ts';
import { labelsTotal } from './names/totals.ts';
import type { RowProblem, TableColumn } from './row.ts';

const BLANK = /^\s*$/;

export function isBlank(cell: Cell | undefined): cell is undefined {
  if (cell === undefined || cell === '') return true;
  // Most cells begin with a character that is no space: they need no regular expression.
  return typeof cell === 'string' && !isVisibleAscii(cell.charCodeAt(0)) && BLANK.test(cell);
}

/** A printable character that is no space. */
export const isVisibleAscii = (code: number) => code > 0x20 && code < 0x7f;

/** A record of blank cells alone, as spreadsheets write them below a table. */
export function isNothing(cells: readonly Cell[]): boolean {
  return isBlank(cells[0]) && cells.every(isBlank);
}

/** `#N/A`, `#REF!`, and `########` where a column is too narrow; `#1001` is the number of an order. */
const IN_PLACE_OF_A_VALUE = /^#(?:\d|#+$|N\/[AD]$|NV$|[^\s,;]*[!?]$)/;

/** `# exported by …`, alone on its line or padded with blank cells; `ragged`: whether rows may be of any length. */
export function isComment(cells: readonly Cell[], width: number, ragged: boolean): boolean {
  const first = cells[0];
  if (typeof first !== 'string' || !first.startsWith('#')) return false;
  if (!/^#\d/.test(first) && cells.slice(1).every(isBlank)) return true;
  return !ragged && cells.length !== width && !IN_PLACE_OF_A_VALUE.test(first);
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
  const total = [label, inPlace].find((cell) => typeof cell === 'string' && labelsTotal(cell));
  if (total === undefined || !(isBlank(inPlace) || inPlace === total)) return undefined;
  return [{ ...totalRow(String(total)), line, ...(period === undefined ? {} : { column: period.header }) }];
}
