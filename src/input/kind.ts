import type { Complaint } from '../errors/problem.ts';
import type { ColumnReader } from './column.ts';
import type { ColumnName } from './columns.ts';
import type { FileKind, LedgerKind, RawKind, ReadOptions } from './options.ts';

/** What a reader of a column is made with. */
export interface ColumnContext {
  readonly options: ReadOptions;
  /** To be told each currency that is seen. */
  readonly currency: (mark: string, line: number) => void;
}

export interface KindColumn extends ColumnName {
  /** Name of the value in the row. */
  readonly key: string;
  /** Whether its cells are free text, in which a `#` may stand first. */
  readonly text?: boolean;
  readonly reader: (context: ColumnContext) => ColumnReader;
}

/** What zod answers, as far as it is needed here. */
export interface RowSchema<Row> {
  safeParse(
    values: unknown,
  ): { success: true; data: Row } | { success: false; error: { issues: readonly SchemaIssue[] } };
}

export interface SchemaIssue {
  /** Code of the problem. */
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** A kind of file: its columns, the contract of its rows, and what to say when a row breaks it. */
export interface Kind<Row, Name extends FileKind | RawKind | LedgerKind = FileKind> {
  readonly name: Name;
  readonly columns: readonly KindColumn[];
  readonly schema: RowSchema<Row>;
  /** The same for a file with these columns alone, which is quicker to check. */
  readonly narrow?: (keys: readonly string[]) => RowSchema<Row>;
  /** `written` gives the text of a cell by the key of its column. */
  readonly complain: (code: string, key: string, written: (key: string) => string) => Complaint;
}

/** A kind of input file, or of raw export. */
export type AnyKind<Row> = Kind<Row, FileKind | RawKind | LedgerKind>;
