import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openSource, type Peeked, peek } from '../input/bytes.ts';
import { headerMatcher, type MatchedColumn } from '../input/columns.ts';
import { findDialect, firstRecords } from '../input/dialect.ts';
import { formatOf } from '../input/format.ts';
import { gunzip } from '../input/gzip.ts';
import type { AnyKind } from '../input/kind.ts';
import type { DecimalMark, Delimiter, ReadContext, ReadOptions } from '../input/options.ts';
import type { Source } from '../input/sources.ts';
import { wholeCharacters } from '../input/utf8.ts';

/** A file that is written the way an engine reads by itself: UTF-8 text, ISO dates, plain amounts. */
export interface PlainFile {
  readonly path: string;
  readonly delimiter: Delimiter;
  readonly gzip: boolean;
  /** About how many records it holds; missing where that is not known. */
  readonly records?: number;
  /** Fields of a record. */
  readonly width: number;
  readonly columns: ReadonlyMap<string, MatchedColumn>;
  readonly ignored: readonly string[];
  readonly decimal: DecimalMark;
  /** Whether a sample showed days with a time behind them. */
  readonly times: boolean;
  /** Whether a sample showed the decimal mark. */
  readonly decimalShown: boolean;
  /** Whether every row of a sample is written so; of a file that is not, most rows are. */
  readonly throughout: boolean;
  /**
   * Whether cells are to be read as what they are written as, without a second look by the engine: a sample holds neither
   * quotation marks nor times, and all bytes are looked at beside (`bare-lines.ts`).
   */
  readonly bare: boolean;
}

/** How much of a file is looked at. */
const PREFIX = 1 << 16;
/** DuckDB takes these for patterns. */
const PATTERN = /[*?[\]{}]/;
/** A day, with or without a time behind it, as it is read without a second look. */
export const DAY = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const PLAIN_AMOUNT = /^-?\d{1,15}(?:([.,])\d{1,2})?$/;

/** Characters of `2024-01-31`. */
const DAY_ALONE = 10;
/** The columns that hold days; one that is optional may be blank. */
const DAYS: ReadonlySet<string> = new Set(['date', 'joined', 'left', 'contributed', 'since']);

/** Undefined where the file is written in any other way: then our own reader reads it, or says why not. */
export async function examine<Row>(
  source: Source,
  kind: AnyKind<Row>,
  options: ReadOptions,
  context: ReadContext,
): Promise<PlainFile | undefined> {
  if (source.path === undefined || PATTERN.test(source.path)) return undefined;
  if (options.encoding !== undefined && options.encoding !== 'utf-8') return undefined;
  // Only our own reader moves times to another zone.
  if (options.timezone !== undefined) return undefined;
  try {
    const path = resolve(context.cwd ?? '.', source.path);
    // What is read from a pipe is gone.
    const file = await stat(path);
    if (!file.isFile()) return undefined;
    const packed = await peekAndClose((await openSource(source, context)).chunks);
    const gzip = formatOf(packed.head) === 'gzip';
    const { head, complete } = gzip ? await peekAndClose(gunzip(packed.chunks, Number.POSITIVE_INFINITY)) : packed;
    if (formatOf(head) !== 'text') return undefined;
    const text = textOf(head, complete);
    const found = text === undefined ? undefined : layout(text, kind, options);
    if (text === undefined || found === undefined) return undefined;
    const lines = text.split('\n').length - 1;
    const records = gzip ? {} : { records: Math.round((lines * file.size) / Buffer.byteLength(text)) };
    return { path, gzip, ...records, ...found, bare: found.bare && !gzip };
  } catch {
    return undefined;
  }
}

/** The first bytes alone; the stream behind them is let go. */
async function peekAndClose(chunks: AsyncIterable<Buffer>): Promise<Peeked> {
  const peeked = await peek(chunks, (head) => head.length >= PREFIX);
  async function* held() {
    yield peeked.head;
  }
  await peeked.chunks[Symbol.asyncIterator]().return?.();
  return { ...peeked, chunks: held() };
}

function textOf(head: Buffer, complete: boolean): string | undefined {
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const whole = head.subarray(start, complete ? head.length : start + wholeCharacters(head.subarray(start)));
  if (!isUtf8(whole) || whole.includes(0)) return undefined;
  const text = whole.toString('utf8');
  return /\r(?!\n)/.test(text) || (text.includes('\r\n') && /[^\r]\n/.test(text)) ? undefined : text;
}

function layout<Row>(text: string, kind: AnyKind<Row>, options: ReadOptions) {
  const matcher = headerMatcher(kind.name, kind.columns, options.map);
  const { delimiter, preambleLines, start, header } = findDialect(text, matcher.weigh, options.delimiter);
  const match = matcher.match(header);
  if (preambleLines > 0 || start > 0 || match.complaints.length > 0) return undefined;
  const marks = new Set<string>();
  let times = false;
  // The last record of a sample may be cut off.
  const records = [...firstRecords(text, start, delimiter)].slice(1);
  const whole = records.length > 1 ? records.slice(0, -1) : records;
  let others = 0;
  for (const { cells } of whole) {
    const days = [...match.columns.values()]
      .filter(({ name }) => DAYS.has(name))
      .map(({ index }) => cells[index] ?? '');
    const column = match.columns.get('amount');
    const amount = column === undefined ? undefined : PLAIN_AMOUNT.exec(cells[column.index] ?? '');
    if (amount === null || days.some((day) => day !== '' && !DAY.test(day))) others++;
    else {
      times ||= days.some((day) => day.length > DAY_ALONE);
      if (amount?.[1] !== undefined) marks.add(amount[1]);
    }
  }
  if (2 * others > whole.length) return undefined;
  const [mark] = marks;
  const decimal = (options.decimal ?? mark ?? '.') as DecimalMark;
  if (records.length === 0 || marks.size > 1 || (mark !== undefined && mark !== decimal)) return undefined;
  return {
    delimiter,
    width: header.length,
    columns: match.columns,
    ignored: match.ignored,
    decimal,
    times,
    decimalShown: marks.size > 0,
    throughout: others === 0,
    bare: match.columns.has('amount') && decimal === '.' && !times && !/["\r]/.test(text),
  };
}
