import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { CohortRules } from '../../core/raw.ts';
import { listSources } from '../../input/sources.ts';
import type { EngineContext } from '../engine.ts';
import { type Job, jobFor, type Loaded } from './job.ts';
import { loadFile } from './load.ts';
import { openSession, type Session } from './session.ts';

/** Files of one kind, as the user named them. */
export interface Wanted {
  readonly kind: Job['kind'];
  readonly sources: readonly string[];
}

/**
 * Loads files into a session of their own, each into a table, and asks it. What is wrong with them is in
 * `context.problems` by then; a file that could not be loaded is not among the `loaded`.
 */
export async function withFiles<T>(
  wanted: readonly Wanted[],
  rules: CohortRules,
  context: EngineContext,
  ask: (session: Session, loaded: readonly Loaded[]) => Promise<T>,
): Promise<T> {
  const scratch = await context.scratch();
  const jobs: Job[] = [];
  for (const { kind, sources } of wanted) {
    const found = await listSources(sources, context);
    jobs.push(...found.map((source, index) => jobFor(source, kind, index, scratch)));
  }
  const files = jobs.flatMap(({ source, checkedPath }) => [
    ...(source.path === undefined ? [] : [resolve(context.cwd ?? '.', source.path)]),
    checkedPath,
  ]);
  const memory = context.memory ?? `${Math.floor(totalmem() / 2 ** 21)}MiB`;
  const threads = context.threads ?? availableParallelism();
  const session = await openSession({ files, spill: `${scratch}/spill`, memory, threads }, context);
  try {
    const loaded: Loaded[] = [];
    for (const job of jobs) {
      const file = await loadFile(job, { session, rules, context });
      if (file !== undefined) loaded.push(file);
    }
    return await ask(session, loaded);
  } finally {
    session.close();
  }
}
