import { DELIMITERS, type Delimiter } from './options.ts';

/** How many columns a record names, and whether they are enough for a header. */
export type Weigh = (cells: readonly string[]) => { readonly found: number; readonly complete: boolean };

export interface Dialect {
  readonly delimiter: Delimiter;
  /** Lines before the header. */
  readonly preambleLines: number;
  /** Where the header begins in the text. */
  readonly start: number;
  readonly header: readonly string[];
}

interface Candidate extends Dialect {
  readonly score: number;
  readonly complete: boolean;
}

const SEP = /^"?sep=(.)"?\r?(?:\n|\r|$)/i;
const MOST_RECORDS = 100;
/** A record with more fields is no header, nor is anything behind it. */
const MOST_FIELDS = 1 << 20;

/**
 * Finds the delimiter and the header in the first part of a file: the first record that names every required column
 * under one of the delimiters, else the one that names most. Where none names any, the delimiter that cuts the first
 * records into equally many fields.
 */
export function findDialect(text: string, weigh: Weigh, chosen?: Delimiter): Dialect {
  const sep = SEP.exec(text);
  const named = DELIMITERS.find((delimiter) => delimiter === sep?.[1]);
  const delimiters = chosen !== undefined ? [chosen] : named !== undefined ? [named] : DELIMITERS;
  const skip = sep === null ? 0 : sep[0].length;
  let best: Candidate | undefined;
  for (const delimiter of delimiters) {
    const found = bestHeader(text, skip, delimiter, weigh);
    if (best === undefined || found.complete || found.score > best.score) best = found;
    if (found.complete) break;
  }
  const { delimiter, preambleLines, start, header } = best!;
  return { delimiter, preambleLines: preambleLines + (sep === null ? 0 : 1), start, header };
}

/** The record that does best as the header; the first that says anything where none does. */
function bestHeader(text: string, skip: number, delimiter: Delimiter, weigh: Weigh): Candidate {
  let best: Candidate | undefined;
  let first: Candidate | undefined;
  const counts: number[] = [];
  for (const { cells, line, start } of firstRecords(text, skip, delimiter)) {
    counts.push(cells.length);
    const { found, complete } = weigh(cells);
    const candidate = { delimiter, preambleLines: line, start, header: cells, score: found, complete };
    if (complete) return candidate;
    if (best === undefined || candidate.score > best.score) best = candidate;
    if (!cells.every((cell) => cell.trim() === '') && !cells[0]?.startsWith('#')) first ??= candidate;
  }
  if (best !== undefined && best.score > 0) return best;
  const fallback = first ?? { delimiter, preambleLines: 0, start: skip, header: [], complete: false };
  return { ...fallback, score: evenness(counts) };
}

/** Between 0 and 1, below any score of a header: how much of the records is cut into the most common number of fields. */
function evenness(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  return Math.max(0, ...tally.values()) / (counts.length + 1);
}

interface FirstRecord {
  readonly cells: string[];
  /** Lines before it. */
  readonly line: number;
  readonly start: number;
}

/** The first records of a text, quotes respected; a record that the text cuts off is one as well. */
export function* firstRecords(text: string, from: number, delimiter: Delimiter): Generator<FirstRecord> {
  const stop = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\r\n]`, 'g');
  let at = from;
  let line = 0;
  for (let count = 0; at < text.length && count < MOST_RECORDS; ) {
    const record: FirstRecord = { cells: [], line, start: at };
    for (;;) {
      const cell = cellAt(text, at, stop);
      record.cells.push(cell.text);
      if (record.cells.length > MOST_FIELDS) return;
      at = cell.end;
      line += cell.lineEnds;
      if (text[at] !== delimiter) break;
      at++;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    // Blank lines are no records, however many there are.
    if (record.cells.length === 1 && record.cells[0]!.trim() === '') continue;
    count++;
    yield record;
  }
}

/** The field that begins at `at`, up to the next delimiter or line end that stands outside quotes. */
function cellAt(text: string, at: number, stop: RegExp): { text: string; end: number; lineEnds: number } {
  let opening = at;
  while (text[opening] === ' ') opening++;
  const quoted = text[opening] === '"';
  const closing = quoted ? closingQuote(text, opening) : at;
  stop.lastIndex = quoted ? closing + 1 : at;
  const end = stop.exec(text)?.index ?? text.length;
  if (!quoted) return { text: text.slice(at, end), end, lineEnds: 0 };
  const inside = text.slice(opening + 1, closing);
  return { text: inside.replaceAll('""', '"'), end, lineEnds: inside.match(/\r\n|\n|\r/g)?.length ?? 0 };
}

function closingQuote(text: string, opening: number): number {
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}
