import type { PlainFile } from '../examine.ts';
import { amountIn, BARE_AMOUNT } from './amount.ts';
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
  /** Whose days count, where a time names its zone; missing: as it is written, which for a moment is UTC. */
  readonly timezone?: string;
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

/** A day with a time behind it, as `examine.ts` takes it. */
const DAY_AND_TIME = String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?`;

/** What the error says where a text is no day. */
export const NO_DAY = 'no day';

/** The day of a text; any other text is an error, since a cast would take `2024-01-05abc` for a day. */
function dayOf(text: string): string {
  const day = `CASE WHEN regexp_full_match(${text}, ${literal(DAY_AND_TIME)}) THEN CAST(substr(${text}, 1, 10) AS DATE)`;
  return `CASE WHEN ${text} IS NULL THEN NULL::DATE ELSE ${day} ELSE error('${NO_DAY}') END END`;
}

/** A text that names a moment: time and zone. */
const MOMENT = String.raw`.*\d{2}:\d{2}.*(?:Z|[+-]\d{2}(?::?\d{2})?)`;

/** The day that a value of a typed column falls on; undefined where a cast tells. */
function dayIn(value: string, type: string, timezone: string | undefined): string | undefined {
  const there = (moment: string) => `timezone(${literal(timezone ?? '')}, ${moment})::DATE`;
  if (type === 'VARCHAR') {
    const day = dayOf(value);
    // The text is looked at in both cases, so that what is no day is an error.
    if (timezone === undefined) return day;
    return `CASE WHEN ${day} IS NOT NULL AND regexp_full_match(${value}, ${literal(MOMENT)}) THEN ${there(`CAST(${value} AS TIMESTAMPTZ)`)} ELSE ${day} END`;
  }
  return timezone !== undefined && type === 'TIMESTAMP WITH TIME ZONE' ? there(value) : undefined;
}

/** A value of a typed column, where a cast to what its name asks for would not tell. */
function taken(
  value: string,
  name: string,
  type: string | undefined,
  timezone: string | undefined,
): string | undefined {
  if (type === undefined) return undefined;
  if (DAYS.has(name)) return dayIn(value, type, timezone);
  return name === 'amount' ? amountIn(value, type) : undefined;
}

/** Columns of a Parquet file as text and days, amounts as numbers where they are. */
function typedRelation(file: TypedFile, wanted: readonly string[]): string {
  const selected = wanted.map((name) => {
    const column = file.columns.find((known) => known.name === name);
    const type = DAYS.has(name) ? 'DATE' : 'VARCHAR';
    const quoted = column === undefined ? 'NULL' : `"${column.written.replaceAll('"', '""')}"`;
    return `${taken(quoted, name, column?.type, file.timezone) ?? `TRY_CAST(${quoted} AS ${type})`} AS "${name}"`;
  });
  return `(SELECT ${selected.join(', ')} FROM read_parquet(${literal(file.path)})) source`;
}

/**
 * A file as a relation: the text of each column by its name, days as DATE, amounts of a bare file as numbers; a column that
 * is not there is null.
 */
export function relation(file: LoadableFile, wanted: readonly string[]): string {
  if (isTyped(file)) return typedRelation(file, wanted);
  const plain = isPlain(file);
  const timed = plain && file.times;
  const names = plain
    ? new Map([...file.columns.values()].map(({ name, index }) => [name, index]))
    : new Map(file.columns.map((name, index) => [name, index]));
  const days = new Set([...names].flatMap(([name, index]) => (DAYS.has(name) && !timed ? [index] : [])));
  const bare = plain && file.bare;
  const amount = bare ? names.get('amount') : undefined;
  const types = Array.from({ length: plain ? file.width : file.columns.length }, (_, index) => {
    const type = index === amount ? BARE_AMOUNT : 'VARCHAR';
    return `'c${index}': '${days.has(index) ? 'DATE' : type}'`;
  });
  const selected = wanted.map((name) => {
    const index = names.get(name);
    if (index === undefined) return `NULL::${DAYS.has(name) ? 'DATE' : 'VARCHAR'} AS "${name}"`;
    return `${timed && DAYS.has(name) ? dayOf(`c${index}`) : `c${index}`} AS "${name}"`;
  });
  const options = [
    'auto_detect=false',
    `header=${plain}`,
    `delim=${literal(plain ? file.delimiter : ',')}`,
    `quote='"'`,
    `escape='"'`,
    `nullstr=''`,
    // Without a format a day is read in half of the time, and with it much that is none.
    ...(bare ? [] : [`dateformat='%Y-%m-%d'`]),
    `compression='${plain && file.gzip ? 'gzip' : 'none'}'`,
    // A record of a plain file that is longer than this goes to our own reader, which takes 16 million characters.
    'max_line_size=2097152',
    `columns={${types.join(', ')}}`,
  ];
  return `(SELECT ${selected.join(', ')} FROM read_csv(${literal(file.path)}, ${options.join(', ')})) source`;
}
