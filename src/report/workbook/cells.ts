import type { Look, NumberFormat, SheetCell, SheetRow } from '../workbook.ts';

/** Short ways to write the cells of a workbook. */

export const text = (value: string, look?: Look): SheetCell => ({
  kind: 'text',
  text: value,
  ...(look === undefined ? {} : { look }),
});

const number = (value: number, format: NumberFormat, look?: Look): SheetCell => ({
  kind: 'number',
  value,
  format,
  ...(look === undefined ? {} : { look }),
});

/** A formula with the value that it gives; a figure that is unknown is an empty text. */
export const formula = (
  written: string,
  value: number | string | boolean | null,
  format: NumberFormat,
  look?: Look,
): SheetCell => ({
  kind: 'formula',
  formula: written,
  value: value ?? '',
  format,
  ...(look === undefined ? {} : { look }),
});

/** A number that may be changed; empty where there is none. */
export const input = (value: number | undefined, format: NumberFormat): SheetCell =>
  value === undefined ? { kind: 'empty', look: 'input' } : number(value, format, 'input');

/** A word that may be changed. */
export const inputText = (value: string | undefined): SheetCell =>
  value === undefined ? { kind: 'empty', look: 'input' } : text(value, 'input');

/** A value that no formula gives; empty where there is none. */
export const given = (value: number | null, format: NumberFormat): SheetCell | null =>
  value === null ? null : number(value, format, 'given');

/** A row with one text in its first cell. */
export const line = (value: string, look: Look): SheetRow => [text(value, look)];

/** The letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

/** A sheet's name as formulas write it. */
export function quoted(sheet: string): string {
  return /^[A-Za-z]+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
