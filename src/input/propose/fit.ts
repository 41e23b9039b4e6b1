import { isComplaint } from '../column.ts';
import { headerMatcher } from '../columns.ts';
import type { KindColumn } from '../kind.ts';
import { spelledOut } from '../names/lookup.ts';
import type { ReadOptions } from '../options.ts';
import { MEMBER_HEADERS } from '../raw/headers.ts';
import type { Sample } from '../sample.ts';
import { closest, fold } from '../spelling.ts';
import type { Candidate } from './kinds.ts';

/** A column of a kind, and the header that holds it. */
export interface FittedColumn {
  readonly column: string;
  readonly header: string;
  /** Why: the header is its name, is known to mean it, or is much like such a name; or its cells can be read as it. */
  readonly by: 'name' | 'header' | 'likeness' | 'content';
  /** Whether the header is much like a name of the column. */
  readonly isLike: boolean;
  /** The first cell that is not blank. */
  readonly example: string;
  /** Cells of the sample that cannot be read as what the column holds, and the first of them. */
  readonly unreadable?: { readonly cells: number; readonly share: number; readonly first: string };
}

/** How an export fits a kind of file. */
export interface Fit {
  readonly kind: Candidate;
  readonly columns: readonly FittedColumn[];
  /** Required columns without a header, each with those that it may stand under. */
  readonly missing: readonly { readonly column: string; readonly headers: readonly string[] }[];
  /** Headers that are of no column; of an open kind, its outcomes. */
  readonly rest: readonly string[];
}

/** Fits the columns of a kind to a header: by name first, and what is required then by what the cells hold. */
export function fitOf(kind: Candidate, { header, records }: Sample, options: ReadOptions): Fit {
  const match = headerMatcher(kind.name, kind.columns, options.map).match(header);
  const cellsAt = (index: number) =>
    records.map((record) => String(record[index] ?? '').trim()).filter((cell) => cell !== '');
  const columns = kind.columns.flatMap((column): FittedColumn[] => {
    const matched = match.columns.get(column.name);
    if (matched === undefined) return [];
    const by = fold(matched.header) === fold(column.name) ? 'name' : 'header';
    return [fitted(column, matched.header, by, cellsAt(matched.index), options)];
  });
  const free = new Map(header.map((name, index) => [name, cellsAt(index)]));
  for (const taken of [...columns.map((column) => column.header), '']) free.delete(taken);
  const missing: { column: string; headers: string[] }[] = [];
  for (const wanted of wantedOf(kind, columns)) {
    const headers = wanted.flatMap((column) =>
      [...free].filter(([name, cells]) => mayHold(column, name, cells, options)).map(([name]) => ({ column, name })),
    );
    const [only, ...more] = headers;
    if (only !== undefined && more.length === 0) {
      const by = takesAnything(only.column, options) ? 'likeness' : 'content';
      columns.push(fitted(only.column, only.name, by, free.get(only.name) ?? [], options));
      free.delete(only.name);
    } else
      missing.push({
        column: wanted.map(({ name }) => name).join(' or '),
        headers: [...new Set(headers.map(({ name }) => name))],
      });
  }
  return { kind, columns, missing, rest: [...free.keys()] };
}

/** Required columns that no header names; those of which one is enough together. */
function wantedOf({ columns }: Candidate, found: readonly FittedColumn[]): KindColumn[][] {
  const has = (name: string) => found.some(({ column }) => column === name);
  const groups = new Map<string, KindColumn[]>();
  for (const column of columns) {
    if (column.required)
      groups.set(column.group ?? column.name, [...(groups.get(column.group ?? column.name) ?? []), column]);
  }
  return [...groups.values()].filter((group) => !group.some(({ name }) => has(name)));
}

/** Whether cells can be read as a column. Text can always: there the header has to be like one of its names. */
function mayHold(column: KindColumn, header: string, cells: readonly string[], options: ReadOptions): boolean {
  if (cells.length === 0) return false;
  if (takesAnything(column, options)) return isLikeNameOf(column, header);
  // A number that people are known by is no amount.
  if (IDENTIFIERS.has(fold(header))) return false;
  return unreadableIn(column, cells, options).length === 0;
}

function takesAnything(column: KindColumn, options: ReadOptions): boolean {
  return column.text === true || unreadableIn(column, [NONSENSE], options).length === 0;
}

/** Neither a number nor a date nor a name of anything. */
const NONSENSE = '\u00a7';

const IDENTIFIERS = new Set(spelledOut('person_id', MEMBER_HEADERS.person_id));

/**
 * A slip of the pen away from a name of the column, the beginning of one (`Signup` of `signup date`), or one with words
 * before it (`Lead Source`); and of people whatever they are told apart by.
 */
function isLikeNameOf({ name, aliases }: KindColumn, header: string): boolean {
  const names = spelledOut(name, aliases);
  const own = fold(header);
  if (own.length >= LEAST_LIKE && closest(header, names).length > 0) return true;
  if (name === 'person_id' && TELLS_PEOPLE.test(own)) return true;
  return names.some(
    (known) =>
      (own.length >= LEAST_BEGINNING && known.startsWith(own)) || (known.length >= LEAST_END && own.endsWith(known)),
  );
}

const LEAST_LIKE = 3;
const LEAST_BEGINNING = 4;
const LEAST_END = 6;
const TELLS_PEOPLE = /mail|customerid|userid|memberid/;

function fitted(
  column: KindColumn,
  header: string,
  by: FittedColumn['by'],
  cells: readonly string[],
  options: ReadOptions,
): FittedColumn {
  const wrong = unreadableIn(column, cells, options);
  const unreadable =
    wrong[0] === undefined
      ? {}
      : { unreadable: { cells: wrong.length, share: wrong.length / cells.length, first: wrong[0] } };
  const isLike = by !== 'content' || isLikeNameOf(column, header);
  return { column: column.name, header, by, isLike, example: cells[0] ?? '', ...unreadable };
}

function unreadableIn(column: KindColumn, cells: readonly string[], options: ReadOptions): string[] {
  const reader = column.reader({ options, currency: () => {} });
  return cells.filter((cell, at) => isComplaint(reader.read(cell, at + 1)));
}
