import { kindUnclear } from '../errors/header.ts';
import { headerMatcher } from './columns.ts';
import { ReadFailure } from './failure.ts';
import type { FileKind, LedgerKind, RawKind, ReadContext, ReadOptions } from './options.ts';
import { CANDIDATES } from './propose/kinds.ts';
import { readSample } from './sample.ts';
import type { Source } from './sources.ts';
import { fold } from './spelling.ts';

/** A kind of file that is known by its header. */
export type KnownKind = FileKind | RawKind | LedgerKind | 'outcomes' | 'levels' | 'incidents' | 'panel';

/** Where nothing but optional columns tells two kinds apart and none of them is there, a file is of the second. */
const YIELDS: Readonly<Partial<Record<KnownKind, KnownKind>>> = {
  events: 'activity',
  recognition: 'activity',
  incidents: 'outcomes',
};

/** Which kind of file this is, by its header; throws ReadFailure where no kind, or more than one, fits. */
export async function kindOfFile(source: Source, options: ReadOptions, context: ReadContext): Promise<KnownKind> {
  const fitting = await fittingKinds(source, options, context);
  const [best, second] = fitting;
  if (best === undefined || (best.own === second?.own && best.name !== second.name)) {
    throw new ReadFailure(kindUnclear([...new Set(fitting.map(({ name }) => name))]), 1);
  }
  return best.name;
}

/** The kind whose columns a file has under their own names, two of them at least; by other names it may be anything. */
export async function plainKindOfFile(
  source: Source,
  options: ReadOptions,
  context: ReadContext,
): Promise<KnownKind | undefined> {
  const [best, second] = await fittingKinds(source, options, context);
  return best === undefined || best.own < 2 || best.own === second?.own ? undefined : best.name;
}

interface Fitting {
  readonly name: KnownKind;
  /** How many columns are there under their own names. */
  readonly own: number;
}

/** The kinds whose required columns a file has, the best first. */
async function fittingKinds(source: Source, options: ReadOptions, context: ReadContext): Promise<Fitting[]> {
  const matchers = CANDIDATES.map(({ name, columns }) => ({
    name: name as KnownKind,
    columns,
    matcher: headerMatcher(name, columns, options.map),
  }));
  const all = matchers.map(({ matcher }) => matcher);
  const { header } = await readSample(source, all, options, context, 0);
  const names = new Set(header.map(fold));
  const complete = matchers
    .filter(({ matcher }) => matcher.match(header).complete)
    .map(({ name, columns }) => ({ name, own: columns.filter((column) => names.has(fold(column.name))).length }))
    .sort((a, b) => b.own - a.own);
  return complete.filter(({ name, own }) => !complete.some((other) => other.name === YIELDS[name] && other.own >= own));
}
