import { join } from 'node:path';
import type { CohortRules } from '../../core/raw.ts';
import type { AnyKind } from '../../input/kind.ts';
import type { FoundCurrency, InputSummary, RawKind } from '../../input/options.ts';
import type { Source } from '../../input/sources.ts';
import type { EngineContext } from '../engine.ts';
import { DUCKDB } from '../sql/dialect.ts';
import { LOAD } from '../sql/load.ts';
import { isPlain, type LoadableFile } from '../sql/relation.ts';
import type { Session } from './session.ts';

/** A file, the table that it goes into, and the place for its checked rows should our own reader have to read it. */
export interface Job {
  readonly source: Source;
  readonly kind: AnyKind<unknown> & { readonly name: RawKind };
  readonly table: string;
  readonly checkedPath: string;
}

/** What became of a file. */
export interface Loaded {
  readonly job: Job;
  readonly summary: InputSummary;
  /** Whether the file has a column of lines. */
  readonly lined: boolean;
  readonly currency?: FoundCurrency;
}

export interface Loader {
  readonly session: Session;
  readonly rules: CohortRules;
  readonly context: EngineContext;
}

/** The table of a file, and the place for its checked rows. */
export function jobFor(source: Source, kind: Job['kind'], index: number, scratch: string): Job {
  const table = `${kind.name}_${index}`;
  return { source, kind, table, checkedPath: join(scratch, `${table}.csv`) };
}

/** Makes the table of a file, and what stands beside it. */
export async function loadTable(job: Job, file: LoadableFile, { session, rules }: Loader): Promise<void> {
  const [load, ...beside] = LOAD[job.kind.name](DUCKDB, job.table, file, rules);
  await session.run(load, `reading ${job.source.name}`, isPlain(file) ? file.records : undefined);
  for (const statement of beside) await session.run(statement, 'grouping by person and day');
}
