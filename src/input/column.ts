import type { Complaint } from '../errors/problem.ts';
import type { DateOrder, DecimalMark } from './options.ts';

/** What a reader hands over: text as it stands in the file, or a number where the file keeps numbers as such. */
export type Cell = string | number;

/** The answer of a column that may still learn from later cells how this one is meant. */
export const UNCLEAR = Symbol('unclear');

/** Reads the cells of one column of one file, and learns from them how the column is written. */
export interface ColumnReader {
  /** The value of a cell that is not blank, what is wrong with it, or `UNCLEAR`. */
  read(cell: Cell, line: number): unknown;
  /** Whether it is known how the column is written. */
  settled(): boolean;
  /** No more cells will come: what is unclear from now on is wrong. */
  close(): void;
  /** The decimal mark of the column, where a cell has shown it. */
  decimal?(): DecimalMark | undefined;
  /** The order of day, month and year, where a cell has needed it. */
  dateOrder?(): DateOrder | undefined;
}

/** A reader of cells that mean the same in every column; what was read is remembered by its text. */
export function plainColumn(parse: (cell: Cell) => unknown): ColumnReader {
  const remembered = memo(parse);
  return { read: remembered, settled: () => true, close: () => {} };
}

/** How many texts are remembered: a column of names repeats itself, a column of notes does not. */
const MOST_REMEMBERED = 10_000;

/** Remembers what a text was read as. */
export function memo<T>(parse: (cell: Cell) => T): (cell: Cell) => T {
  const known = new Map<Cell, T>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const value = parse(cell);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(cell, value);
    return value;
  };
}

export function isComplaint(value: unknown): value is Complaint {
  return typeof value === 'object' && value !== null && 'remedy' in value;
}
