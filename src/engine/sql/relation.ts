import type { PlainFile } from '../examine.ts';
import { literal } from './dialect.ts';

/** A file of checked rows that our own reader has written: the columns of its kind, in order, without a header. */
export interface CheckedFile {
  readonly path: string;
  readonly columns: readonly string[];
  /** Decimal places of the amounts. */
  readonly decimals: number;
}

/** A file that knows the types of its columns. */
export interface TypedFile {
  readonly path: string;
  readonly columns: readonly { readonly name: string; readonly written: string; readonly type: string }[];
  readonly decimals: number;
}

export type LoadableFile = PlainFile | CheckedFile | TypedFile;

export const isPlain = (file: LoadableFile): file is PlainFile => 'width' in file;
export const isTyped = (file: LoadableFile): file is TypedFile => !isPlain(file) && typeof file.columns[0] === 'object';

const DAYS: ReadonlySet<string> = new Set(['date', 'joined', 'left', 'contributed', 'since']);

/** Whether a file has a column of this name. */
export function hasColumn(file: LoadableFile, name: string): boolean {
  if (isPlain(file)) return file.columns.has(name);
  return isTyped(file) ? file.columns.some((column) => column.name === name) : file.columns.includes(name);
}

/** Columns of a Parquet file as text and days. */
function typedRelation(file: TypedFile, wanted: readonly string[]): string {
  const selected = wanted.map((name) => {
    const column = file.columns.find((known) => known.name === name);
    const type = DAYS.has(name) ? 'DATE' : 'VARCHAR';
    const quoted = column === undefined ? 'NULL' : `"${column.written.replaceAll('"', '""')}"`;
    return `TRY_CAST(${quoted} AS ${type}) AS "${name}"`;
  });
  return `(SELECT ${selected.join(', ')} FROM read_parquet(${literal(file.path)})) source`;
}

/** A file as a relation: the text of each column by its name, days as DATE; a column that is not there is null. */
export function relation(file: LoadableFile, wanted: readonly string[]): string {
  if (isTyped(file)) return typedRelation(file, wanted);
  const plain = isPlain(file);
  const nameAt = new Map<number, string>();
  if (plain) for (const { name, index } of file.columns.values()) nameAt.set(index, name);
  else
    file.columns.forEach((name, index) => {
      nameAt.set(index, name);
    });
  const types = Array.from({ length: plain ? file.width : file.columns.length }, (_, index) => {
    const day = DAYS.has(nameAt.get(index) ?? '');
    return `'c${index}': '${day ? 'DATE' : 'VARCHAR'}'`;
  });
  const selected = wanted.map((name) => {
    const index = [...nameAt].find(([, known]) => known === name)?.[0];
    return index === undefined ? `NULL::${DAYS.has(name) ? 'DATE' : 'VARCHAR'} AS "${name}"` : `c${index} AS "${name}"`;
  });
  const options = [
    'auto_detect=false',
    `header=${plain}`,
    `delim=${literal(plain ? file.delimiter : ',')}`,
    `quote='"'`,
    `escape='"'`,
    `nullstr=''`,
    `compression='${plain && file.gzip ? 'gzip' : 'none'}'`,
    // A record of a plain file that is longer than this goes to our own reader, which takes 16 million characters.
    'max_line_size=2097152',
    `columns={${types.join(', ')}}`,
  ];
  return `(SELECT ${selected.join(', ')} FROM read_csv(${literal(file.path)}, ${options.join(', ')})) source`;
}
