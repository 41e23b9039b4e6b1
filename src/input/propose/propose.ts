import { noRows } from '../../errors/input.ts';
import { headerMatcher } from '../columns.ts';
import { eachSource } from '../each-source.ts';
import { ReadFailure } from '../failure.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import { TRANSACTIONS } from '../raw/kinds.ts';
import { readSample, type Sample } from '../sample.ts';
import { fold } from '../spelling.ts';
import { type Fit, fitOf } from './fit.ts';
import { CANDIDATES } from './kinds.ts';

/** What an export looks like. */
export interface Proposal {
  /** As typed. */
  readonly file: string;
  /** Records that were looked at. */
  readonly records: number;
  /** The best first: those that lack nothing, or else the one that lacks least. Empty where nothing fits at all. */
  readonly fits: readonly Fit[];
}

const MOST_RECORDS = 200;

/** Which kind of file an export is, and which header holds which column; undefined where it cannot be read. */
export async function proposeMapping(
  file: string,
  options: ReadOptions,
  context: ReadContext,
): Promise<Proposal | undefined> {
  const matchers = CANDIDATES.map(({ name, columns }) => headerMatcher(name, columns, options.map));
  const [proposal] = await eachSource([file], context, async (source) => {
    const sample = await readSample(source, matchers, options, context, MOST_RECORDS);
    if (sample.records.length === 0) throw new ReadFailure(noRows());
    const told = toldBy(sample, options);
    // One that lacks more than it has fits nothing.
    const fits = CANDIDATES.filter(({ name }) => !rulesOut(name, told))
      .map((candidate) => fitOf(candidate, sample, options))
      .filter((fit) => isSigned(fit) && fit.missing.length <= fit.columns.length)
      .map((fit) => ({ fit, merits: meritsOf(fit, file) }))
      .sort(byMerit);
    return { file, records: sample.records.length, fits: best(fits) };
  });
  return proposal;
}

interface Told {
  /** Cells that are addresses of people. */
  readonly people: boolean;
  /** An amount with its currency. */
  readonly money: boolean;
}

/** What a file holds, whatever its kind. */
function toldBy({ header, records }: Sample, options: ReadOptions): Told {
  const { columns } = headerMatcher(TRANSACTIONS.name, TRANSACTIONS.columns, options.map).match(header);
  const people = records.some((record) => record.some((cell) => ADDRESS.test(String(cell ?? ''))));
  return { people, money: columns.has('amount') && columns.has('currency') };
}

const ADDRESS = /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/;

/** Kinds that hold sums of nobody in particular, and kinds of people that hold no payments. */
const SUMS: readonly string[] = ['returns', 'member_ledger'];
const MONEYLESS: readonly string[] = ['members', 'activity', 'customers', 'events', 'levels', 'panel'];

function rulesOut(kind: string, { people, money }: Told): boolean {
  return (people && SUMS.includes(kind)) || (money && MONEYLESS.includes(kind));
}

/** Kinds that much else looks like, with the column that tells them and headers of it that say nothing. */
const SIGNS: Readonly<Record<string, { readonly column: string; readonly vague: readonly string[] }>> = {
  recognition: { column: 'what', vague: ['name', 'type', 'kind', 'title', 'reason', 'art'] },
  panel: { column: 'outcome', vague: [] },
};

function isSigned({ kind, columns }: Fit): boolean {
  const sign = SIGNS[kind.name];
  if (sign === undefined) return true;
  return columns.some(
    ({ column, by, header }) =>
      column === sign.column && (by === 'name' || by === 'header') && !sign.vague.includes(fold(header)),
  );
}

/** What speaks for a fit, the weightiest first; less of it is better where the number is negative. */
function meritsOf({ kind, columns, missing }: Fit, file: string): number[] {
  const isRequired = (name: string) => kind.columns.some((column) => column.name === name && column.required);
  const open = missing.filter(({ headers }) => headers.length > 0).length;
  return [
    open - missing.length,
    -columns.filter(({ unreadable }) => unreadable !== undefined && unreadable.share > MOST_UNREADABLE).length,
    isNamedAfter(kind.name, file) ? 1 : 0,
    columns.length + open / 2,
    columns.filter(({ by }) => by === 'name' || by === 'header').length,
    columns.filter(({ isLike }) => isLike).length,
    columns.filter(({ by }) => by === 'name').length,
    columns.filter(({ column }) => isRequired(column)).length,
  ];
}

/** A column of which more cells cannot be read is another one by the same name. */
const MOST_UNREADABLE = 0.5;

/** `members.csv`: who exports it often knows what it is. */
function isNamedAfter(kind: string, file: string): boolean {
  return fold(file.replace(/^.*[/\\]/, '').replace(/\..*$/, '')) === fold(kind);
}

interface Judged {
  readonly fit: Fit;
  readonly merits: readonly number[];
}

function byMerit(a: Judged, b: Judged): number {
  return a.merits.map((merit, at) => b.merits[at]! - merit).find((difference) => difference !== 0) ?? 0;
}

/** Those that fit as well as the first. */
function best(all: readonly Judged[]): Fit[] {
  return all.filter((judged) => byMerit(all[0]!, judged) === 0).map(({ fit }) => fit);
}
