import { openSource } from './bytes.ts';
import type { Cell } from './column.ts';
import type { HeaderMatcher } from './columns.ts';
import type { Intake } from './intake.ts';
import type { ReadContext, ReadOptions } from './options.ts';
import { readFormat } from './read-file.ts';
import type { Source } from './sources.ts';

/** The first records of a file. */
export interface Sample {
  readonly header: readonly string[];
  readonly records: readonly (readonly Cell[])[];
}

/** Thrown to end the reading once enough is known. */
class Enough extends Error {}

/**
 * Reads the header of a file and so many records below it. The header is the first line that is one for any of the kinds,
 * or else the line that is most of one. An empty header means that there is no record.
 */
export async function readSample(
  source: Source,
  matchers: readonly HeaderMatcher[],
  options: ReadOptions,
  context: ReadContext,
  most: number,
): Promise<Sample> {
  const records: (readonly Cell[])[] = [];
  let header: readonly string[] = [];
  const taker: Intake = {
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
      header = cells;
      if (most === 0) throw new Enough();
    },
    record(cells) {
      records.push([...cells]);
      if (records.length >= most) throw new Enough();
    },
    close: () => ({ rows: 0, skippedRows: 0, ignoredColumns: [], decimal: null, dateOrder: null, again: undefined }),
  };
  const opened = await openSource(source, context);
  try {
    await readFormat(opened.chunks, taker, options, context);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return { header, records };
}
