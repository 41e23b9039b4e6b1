import { ReadFailure } from './failure.ts';
import type { ReadContext } from './options.ts';
import { listSources, type Source } from './sources.ts';

/** Does `read` for each source in turn. Why one cannot be read goes into the problems, and the source is left out. */
export async function eachSource<T>(
  args: readonly string[],
  context: ReadContext,
  read: (source: Source) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (const source of await listSources(args, context)) {
    try {
      results.push(await read(source));
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      const place = typeof error.line === 'number' ? { line: error.line } : {};
      for (const complaint of error.complaints) context.problems.add({ ...complaint, file: source.name, ...place });
    }
  }
  return results;
}
