import { columnDuplicate, columnMissing, columnUnclear, mappedColumnMissing } from '../errors/header.ts';
import type { Complaint } from '../errors/problem.ts';
import { withCurrency } from './header-currency.ts';
import { spelledOut } from './names/lookup.ts';
import { closest, fold } from './spelling.ts';

/** A column that a kind of file may have. */
export interface ColumnName {
  /** As in the documentation: `useful_life_years`. */
  readonly name: string;
  /** Other headers, parted by commas and line ends. */
  readonly aliases: string;
  /** Whether nothing can be read without it, or without one of those it shares a group with. */
  readonly required: boolean;
  readonly group?: string;
  /** Another column, without whose header this one's own means something else. */
  readonly besides?: string;
  /** Whether it holds money, so that a currency may stand in the header: `Amount (EUR)`. */
  readonly money?: boolean;
  /** What is known but not kept, such as notes, need not be told apart. */
  readonly kept: boolean;
}

export interface MatchedColumn {
  readonly name: string;
  readonly index: number;
  /** As written. */
  readonly header: string;
  /** Currency that stands in the header. */
  readonly currency?: string;
}

export interface HeaderMatch {
  readonly columns: ReadonlyMap<string, MatchedColumn>;
  readonly ignored: readonly string[];
  /** Nothing is missing. */
  readonly complete: boolean;
  readonly complaints: readonly Complaint[];
}

export interface HeaderMatcher {
  /** How many columns a record names, and whether they are enough for a header. */
  weigh(cells: readonly string[]): { readonly found: number; readonly complete: boolean };
  match(cells: readonly string[]): HeaderMatch;
}

interface Spelling extends ColumnName {
  readonly folded: string;
  readonly all: ReadonlySet<string>;
  /** Header that `--map` names for it. */
  readonly mapped: string | undefined;
}

/** Matches headers with columns: by `--map` first, then by the name, then by an alias that only one header has. */
export function headerMatcher(
  kind: string,
  columns: readonly ColumnName[],
  map: Readonly<Record<string, string>> = {},
): HeaderMatcher {
  const spellings = columns.map((column) => ({
    ...column,
    folded: fold(column.name),
    all: new Set(spelledOut(column.name, column.aliases)),
    mapped: map[`${kind}.${column.name}`],
  }));
  return {
    weigh(cells) {
      const { found } = claimColumns(spellings, cells, cells.map(fold));
      return { found: found.size, complete: missing(spellings, found).length === 0 };
    },
    match(cells) {
      const folded = cells.map(fold);
      const { found, unclear } = claimColumns(spellings, cells, folded);
      const claimed = new Set([...found.values()].map(({ index }) => index));
      const ignored = cells.filter((cell, index) => !claimed.has(index) && cell.trim() !== '');
      const absent = missing(spellings, found);
      const complaints = [
        ...duplicates(cells, folded),
        ...unclear.map(({ name, headers }) => columnUnclear(name, kind, headers)),
        ...absent.map((names) => absence(names, kind, spellings, ignored)),
      ];
      return { columns: found, ignored, complete: absent.length === 0, complaints };
    },
  };
}

interface Claims {
  readonly found: ReadonlyMap<string, MatchedColumn>;
  readonly unclear: readonly { readonly name: string; readonly headers: readonly string[] }[];
}

function claimColumns(spellings: readonly Spelling[], cells: readonly string[], folded: readonly string[]): Claims {
  const found = new Map<string, MatchedColumn>();
  const unclear: { name: string; headers: string[] }[] = [];
  const claimed = new Set<number>();
  const claim = (name: string, index: number, currency?: string) => {
    claimed.add(index);
    found.set(name, { name, index, header: cells[index]!, ...(currency === undefined ? {} : { currency }) });
  };
  for (const { name, mapped } of spellings) {
    if (mapped === undefined) continue;
    const index = cells.indexOf(mapped) === -1 ? folded.indexOf(fold(mapped)) : cells.indexOf(mapped);
    if (index !== -1) claim(name, index);
  }
  for (const { name, mapped, folded: own, besides } of spellings) {
    const alone = besides !== undefined && !folded.includes(fold(besides));
    const index = mapped === undefined && !alone ? folded.indexOf(own) : -1;
    if (index !== -1 && !claimed.has(index)) claim(name, index);
  }
  for (const spelling of spellings) {
    if (found.has(spelling.name) || spelling.mapped !== undefined) continue;
    const matches = aliasMatches(spelling, cells, folded).filter(({ index }) => !claimed.has(index));
    if (matches.length > 1 && spelling.kept) {
      unclear.push({ name: spelling.name, headers: matches.map(({ index }) => cells[index]!) });
    }
    if (matches.length > 0) claim(spelling.name, matches[0]!.index, matches[0]!.currency);
  }
  return { found, unclear };
}

interface AliasMatch {
  readonly index: number;
  readonly currency?: string;
}

function aliasMatches(spelling: Spelling, cells: readonly string[], folded: readonly string[]): AliasMatch[] {
  const matches: AliasMatch[] = [];
  for (let index = 0; index < cells.length; index++) {
    if (spelling.all.has(folded[index]!)) matches.push({ index });
    else if (spelling.money === true) {
      const parts = withCurrency(cells[index]!);
      if (parts !== undefined && spelling.all.has(fold(parts.name))) matches.push({ index, currency: parts.currency });
    }
  }
  return matches;
}

/** The required columns that are not there; those of a group together. */
function missing(spellings: readonly Spelling[], found: ReadonlyMap<string, MatchedColumn>): string[][] {
  const absent: string[][] = [];
  for (const { name, required, group } of spellings) {
    const names = group === undefined ? [name] : spellings.filter((one) => one.group === group).map((one) => one.name);
    if (required && names[0] === name && !names.some((one) => found.has(one))) absent.push(names);
  }
  return absent;
}

function absence(
  names: readonly string[],
  kind: string,
  spellings: readonly Spelling[],
  ignored: readonly string[],
): Complaint {
  const mapped = spellings.find((spelling) => names.includes(spelling.name) && spelling.mapped !== undefined);
  if (mapped?.mapped !== undefined) {
    return mappedColumnMissing(mapped.name, mapped.mapped, closest(mapped.mapped, comparable(ignored), 3));
  }
  const known = spellings.filter(({ name }) => names.includes(name)).flatMap(({ all }) => [...all]);
  // One letter of two makes no likeness: the `Id` of an order is not a `uid`.
  const near = comparable(ignored).filter((header) => fold(header).length > 2 && closest(header, known).length > 0);
  return columnMissing(names, kind, (near.length > 0 ? near : comparable(ignored)).slice(0, 3));
}

/** Headers that a missing column is compared with: what is longer is prose, and of a million nobody reads any. */
function comparable(headers: readonly string[]): string[] {
  return headers.slice(0, 1000).filter((header) => header.length <= 40);
}

function duplicates(cells: readonly string[], folded: readonly string[]): Complaint[] {
  const first = new Map<string, number>();
  const complaints: Complaint[] = [];
  cells.forEach((cell, index) => {
    const key = folded[index] || cell.trim();
    if (key === '') return;
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else complaints.push(columnDuplicate(cell, before + 1, index + 1));
  });
  return complaints;
}
