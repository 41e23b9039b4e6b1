import type { Cell } from '../column.ts';
import { dayOf } from './dates.ts';
import { attribute, scanXml } from './xml.ts';

/** What cells refer to outside their sheet. */
export interface Surroundings {
  readonly strings: readonly string[];
  readonly isDate: readonly boolean[];
  readonly from1904: boolean;
}

/** Texts that cells share, by number. Readings beside Japanese text are left out. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [text, inText, inReading] = ['', false, false];
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
    },
    close(name) {
      if (name === 'si') strings.push(unescapeControl(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
    },
    text(part) {
      if (inText && !inReading) text += part;
    },
  });
  return strings;
}

/** Hands over the rows of a sheet that have cells, with their number. A cell that is not there is blank. */
export function eachRow(xml: string, around: Surroundings, onRow: (cells: Cell[], line: number) => void): void {
  let line = 0;
  let cells: Cell[] = [];
  let column = -1;
  let cell = { type: 'n', style: 0, value: '', formula: '', hasValue: false };
  let inside: 'value' | 'formula' | undefined;

  scanXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attribute(attributes, 'r') ?? line + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1;
        const style = Number(attribute(attributes, 's') ?? 0);
        cell = { type: attribute(attributes, 't') ?? 'n', style, value: '', formula: '', hasValue: false };
      } else if (name === 'v' || name === 't') {
        inside = 'value';
        cell.hasValue = true;
      } else if (name === 'f') inside = 'formula';
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') inside = undefined;
      else if (name === 'c' && column < MOST_COLUMNS) {
        while (cells.length < column) cells.push('');
        cells[column] = cellValue(cell, around);
      } else if (name === 'row' && cells.length > 0) onRow(cells, line);
    },
    text(part) {
      if (inside === 'value') cell.value += part;
      else if (inside === 'formula') cell.formula += part;
    },
  });
}

/** How many rows may stand before the header, and the header. */
const FIRST_ROWS = 100;
const ROW_END = /<\/(?:[\w.-]+:)?row>/g;

/** The first rows that have cells. */
export function firstRows(xml: string, around: Surroundings): { cells: Cell[]; line: number }[] {
  let end = 0;
  let count = 0;
  for (const match of xml.matchAll(ROW_END)) {
    end = match.index + match[0].length;
    if (++count === FIRST_ROWS) break;
  }
  const rows: { cells: Cell[]; line: number }[] = [];
  eachRow(xml.slice(0, end), around, (cells, line) => rows.push({ cells, line }));
  return rows;
}

/** A sheet has no more. */
const MOST_COLUMNS = 16_384;

/** `C7` → 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly formula: string;
  readonly hasValue: boolean;
}

function cellValue({ type, style, value, formula, hasValue }: RawCell, around: Surroundings): Cell {
  // A program that does not calculate leaves out what the formula gives: the text of it cannot be taken for a value.
  if (!hasValue && formula !== '') return `=${formula}`;
  if (type === 's') return around.strings[Number(value)] ?? '';
  if (type === 'd') return value;
  if (type !== 'n') return unescapeControl(value);
  if (value.trim() === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return around.isDate[style] === true ? (dayOf(number, around.from1904) ?? number) : number;
}

/** `_x000D_` stands for a control character. */
function unescapeControl(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
