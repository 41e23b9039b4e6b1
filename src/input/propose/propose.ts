import { noRows } from '../../errors/input.ts';
import { headerMatcher } from '../columns.ts';
import { eachSource } from '../each-source.ts';
import { ReadFailure } from '../failure.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import { readSample } from '../sample.ts';
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
    const fits = CANDIDATES.map((candidate) => fitOf(candidate, sample, options)).sort(byMerit);
    return { file, records: sample.records.length, fits: best(fits) };
  });
  return proposal;
}

/** What speaks for a fit, the weightiest first; less of it is better where the number is negative. */
function merits({ kind, columns, missing }: Fit): number[] {
  const isRequired = (name: string) => kind.columns.some((column) => column.name === name && column.required);
  const open = missing.filter(({ headers }) => headers.length > 0).length;
  return [
    open - missing.length,
    -columns.filter(({ unreadable }) => unreadable !== undefined && unreadable.share > MOST_UNREADABLE).length,
    columns.length + open / 2,
    columns.filter(({ by }) => by === 'name' || by === 'header').length,
    columns.filter(({ isLike }) => isLike).length,
    columns.filter(({ by }) => by === 'name').length,
    columns.filter(({ column }) => isRequired(column)).length,
  ];
}

/** A column of which more cells cannot be read is another one by the same name. */
const MOST_UNREADABLE = 0.5;

function byMerit(a: Fit, b: Fit): number {
  const [own, other] = [merits(a), merits(b)];
  return own.map((merit, at) => other[at]! - merit).find((difference) => difference !== 0) ?? 0;
}

/** Those that fit as well as the first; one that lacks more than it has fits nothing. */
function best(fits: readonly Fit[]): Fit[] {
  const [first] = fits;
  if (first === undefined || first.missing.length > first.columns.length) return [];
  return fits.filter((fit) => byMerit(first, fit) === 0);
}
