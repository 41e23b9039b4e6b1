import type { Problem } from '../errors/problem.ts';
import type { Cell, ColumnReader } from './column.ts';
import type { MatchedColumn } from './columns.ts';

/** A column of a file, with what reads it. */
export interface TableColumn extends MatchedColumn {
  /** Name of the value in the row: `usefulLifeYears`. */
  readonly key: string;
  readonly reader: ColumnReader;
}

/** A row of values, and where it comes from. */
export interface TableRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** A problem of a row, before it is said in which file. */
export type RowProblem = Omit<Problem, 'file'>;
