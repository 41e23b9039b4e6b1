import type { Problems } from '../errors/problem.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';
export type DecimalMark = '.' | ',';
/** Which of day, month and year comes first in a date written in numbers. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const satisfies readonly Encoding[];
export const DELIMITERS = [',', ';', '\t', '|'] as const satisfies readonly Delimiter[];
export const DECIMAL_MARKS = ['.', ','] as const satisfies readonly DecimalMark[];
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DateOrder[];

/** What the user decided about the files; everything that is left out is detected. */
export interface ReadOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly decimal?: DecimalMark;
  readonly dateOrder?: DateOrder;
  /** IANA zone whose days count, where a date of a raw export names the time and its zone; missing: as written. */
  readonly timezone?: string;
  /** Code of the currency that all amounts are in, where their signs leave it open. */
  readonly currency?: string;
  /** Name of the sheet of an .xlsx file. */
  readonly sheet?: string;
  /** Header of a column by kind of file and name: `spend.amount` → `Betrag`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Leave out rows that are wrong in themselves, and count them. */
  readonly skipBadRows?: boolean;
  /** What a compressed file may unpack to, in bytes. */
  readonly maxUnpackedBytes?: number;
  /** Takes rows that need no look out of the UTF-8 text of a table, whose header comes first; their line ends stay. */
  readonly passOver?: (text: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
}

/** What reading needs from outside, and where it puts what is wrong. */
export interface ReadContext {
  readonly problems: Problems;
  readonly stdin: NodeJS.ReadableStream;
  /** Folder that relative paths start from; default the current one. */
  readonly cwd?: string;
  /** Opens a Parquet file; without it such a file is refused. */
  readonly parquet?: (bytes: AsyncIterable<Buffer>) => Promise<TypedTable>;
}

/** A table whose columns have types: cells are numbers, or text, and days are text as 2024-01-31. */
export interface TypedTable {
  readonly header: readonly string[];
  readonly records: AsyncIterable<readonly (string | number)[]>;
}

export type FileKind = 'costs' | 'spend' | 'returns';
/** Exports of persons, as other programs write them. */
export type RawKind = 'members' | 'transactions' | 'activity' | 'customers' | 'events';
/** Files of the members' ledger, beside their outcomes. */
export type LedgerKind = 'member_ledger' | 'recognition';

/** What was read, and what was detected about it. */
export interface InputSummary {
  /** As the user typed it; `<stdin>` for `-`. */
  readonly name: string;
  readonly kind: FileKind | RawKind | LedgerKind;
  /** Host and database, where it is a table and not a file. */
  readonly source?: string;
  /** Of the bytes as they lie on the disk, in hexadecimal; null for a table. */
  readonly sha256: string | null;
  /** Rows of data, without blank lines, comments and skipped rows. */
  readonly rows: number;
  /** Null for a workbook. */
  readonly encoding: Encoding | null;
  /** Null where the file is not delimited text. */
  readonly delimiter: Delimiter | null;
  /** Null where no amount shows which it is. */
  readonly decimal: DecimalMark | null;
  /** Null where no date needs an order. */
  readonly dateOrder: DateOrder | null;
  readonly compressed?: 'gzip';
  readonly sheet?: string;
  /** Lines before the header. */
  readonly preambleLines: number;
  readonly ignoredColumns: readonly string[];
  readonly skippedRows: number;
}

/** A currency that was found in a file, and where first. */
export interface FoundCurrency {
  readonly code: string;
  /** What the mark may stand for as well: `$` is USD, and CAD where another file says so. */
  readonly orElse?: readonly string[];
  readonly file: string;
  /** Missing where it is a table of a database. */
  readonly line?: number | undefined;
  readonly column: string;
}
