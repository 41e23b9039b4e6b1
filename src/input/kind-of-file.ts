import { kindUnclear } from '../errors/header.ts';
import { openSource } from './bytes.ts';
import { type ColumnName, type HeaderMatcher, headerMatcher } from './columns.ts';
import { COSTS } from './costs.ts';
import { ReadFailure } from './failure.ts';
import type { Intake } from './intake.ts';
import type { FileKind, ReadContext, ReadOptions } from './options.ts';
import { readFormat } from './read-file.ts';
import { RETURNS } from './returns.ts';
import type { Source } from './sources.ts';
import { fold } from './spelling.ts';
import { SPEND } from './spend-kind.ts';

const KINDS: readonly { readonly name: FileKind; readonly columns: readonly ColumnName[] }[] = [
  { name: 'costs', columns: COSTS.columns },
  { name: 'spend', columns: SPEND.columns },
  { name: 'returns', columns: RETURNS.columns },
];

/** Thrown to end the reading once the header is known. */
class HeaderFound extends Error {
  readonly cells: readonly string[];

  constructor(cells: readonly string[]) {
    super('header found');
    this.cells = cells;
  }
}

/** Which kind of file this is, by its header; throws ReadFailure where no kind, or more than one, fits. */
export async function kindOfFile(source: Source, options: ReadOptions, context: ReadContext): Promise<FileKind> {
  const matchers = KINDS.map(({ name, columns }) => ({
    name,
    columns,
    matcher: headerMatcher(name, columns, options.map),
  }));
  const header = await headerOf(
    source,
    options,
    context,
    matchers.map(({ matcher }) => matcher),
  );
  const names = new Set(header.map(fold));
  const fitting = matchers
    .filter(({ matcher }) => matcher.match(header).complete)
    .map(({ name, columns }) => ({ name, own: columns.filter((column) => names.has(fold(column.name))).length }))
    .sort((a, b) => b.own - a.own);
  const [best, second] = fitting;
  if (best === undefined || best.own === second?.own) {
    throw new ReadFailure(kindUnclear(fitting.map(({ name }) => name)), 1);
  }
  return best.name;
}

async function headerOf(
  source: Source,
  options: ReadOptions,
  context: ReadContext,
  matchers: readonly HeaderMatcher[],
): Promise<readonly string[]> {
  const opened = await openSource(source, context);
  try {
    await readFormat(opened.chunks, probe(matchers), options);
  } catch (error) {
    if (error instanceof HeaderFound) return error.cells;
    throw error;
  }
  return [];
}

/** Takes no record: the first line that is a header for any kind ends the reading. */
function probe(matchers: readonly HeaderMatcher[]): Intake {
  return {
    matcher: {
      weigh(cells) {
        const weights = matchers.map((matcher) => matcher.weigh(cells));
        return {
          found: Math.max(...weights.map(({ found }) => found)),
          complete: weights.some(({ complete }) => complete),
        };
      },
      match: (cells) => matchers[0]!.match(cells),
    },
    hasComments: () => true,
    header(cells) {
      throw new HeaderFound(cells);
    },
    record() {},
    close: () => ({ rows: 0, skippedRows: 0, ignoredColumns: [], decimal: null, dateOrder: null, again: undefined }),
  };
}
