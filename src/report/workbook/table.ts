import type { NamedCells, SheetCell, SheetRow, WorkbookSheet } from '../workbook.ts';
import { columnName, line, quoted, text } from './cells.ts';

/** A column of a table: what stands in the row of each item. */
export interface TableColumn<Item> {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  /** Name of all its cells, for formulas on other sheets. */
  readonly name?: string;
  /** The words that its cells take. */
  readonly words?: readonly string[];
  readonly cell: (item: Item, here: Here) => SheetCell | null;
}

/** Where a cell stands, and how it calls the others. */
export interface Here {
  /** Row of the sheet, from 1. */
  readonly row: number;
  /** Position of the item, from 0. */
  readonly at: number;
  /** The cell of another column in the same row: `F8`. */
  readonly ref: (key: string) => string;
  /** The cell above that one. */
  readonly above: (key: string) => string;
  /** From the first row of a column to this one: `$F$8:F9`. */
  readonly soFar: (key: string) => string;
}

export interface TableSpec<Item> {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn<Item>[];
  readonly items: readonly Item[];
  /** Whether the table may grow: an empty row below it belongs to its names, and rows are inserted above that. */
  readonly grows?: boolean;
  readonly frozenColumns?: number;
}

/** A table as it lies on its sheet. */
export interface Table {
  readonly sheet: WorkbookSheet;
  readonly names: readonly NamedCells[];
  /** The cell of a column in the row of the item at a position: `Monthly!$F$8`. */
  readonly at: (key: string, position: number) => string;
  /** The cells of a column from one position to another: `Monthly!$F$8:$F$20`. */
  readonly span: (key: string, from?: number, to?: number) => string;
}

/** Lays a table on a sheet: title, notes, header, a row for each item. */
export function layTable<Item>(spec: TableSpec<Item>): Table {
  const { name, title, notes, columns, items } = spec;
  const head: SheetRow[] = [line(title, 'title'), ...notes.map((note) => line(note, 'note')), []];
  const first = head.length + 2;
  const letters = new Map(columns.map(({ key }, i) => [key, columnName(i)]));
  const letter = (key: string) => letters.get(key) ?? unknownColumn(key, name);
  const rows = items.map((item, at) => {
    const row = first + at;
    const here: Here = {
      row,
      at,
      ref: (key) => `${letter(key)}${row}`,
      above: (key) => `${letter(key)}${row - 1}`,
      soFar: (key) => `$${letter(key)}$${first}:${letter(key)}${row}`,
    };
    return columns.map(({ cell }) => cell(item, here));
  });
  const end: SheetRow[] = spec.grows === true ? [columns.map(() => ({ kind: 'empty', look: 'end' }) as const)] : [];
  const last = first + rows.length - 1 + end.length;
  const prefix = `${quoted(name)}!`;
  const span = (key: string, from = 0, to = items.length - 1) =>
    `${prefix}$${letter(key)}$${first + from}:$${letter(key)}$${first + to}`;
  return {
    sheet: {
      name,
      widths: columns.map(({ width }) => width),
      rows: [...head, columns.map(({ header }) => text(header, 'header')), ...rows, ...end],
      frozen: { rows: first - 1, columns: spec.frozenColumns ?? 1 },
      heads: [first - 1, first - 1],
      landscape: true,
      choices: columns.flatMap(({ key, words }) =>
        words === undefined ? [] : [{ range: `${letter(key)}${first}:${letter(key)}${last}`, words }],
      ),
    },
    names: columns.flatMap(({ key, name: cells }) =>
      cells === undefined ? [] : [{ name: cells, range: `${prefix}$${letter(key)}$${first}:$${letter(key)}$${last}` }],
    ),
    at: (key, position) => `${prefix}$${letter(key)}$${first + position}`,
    span,
  };
}

function unknownColumn(key: string, sheet: string): never {
  throw new RangeError(`${sheet} has no column ${key}`);
}
