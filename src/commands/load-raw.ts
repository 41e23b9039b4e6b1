import type { CohortSums, Engine, RawSources } from '../engine/engine.ts';
import type { Problems } from '../errors/problem.ts';
import type { CohortOptions } from '../schema/cohort-options.ts';
import type { RawOptions, Services } from './command.ts';
import { asksDatabase, engineContext, rulesOf } from './raw-files.ts';

/** Adds raw exports up to cohorts. Problems go into `problems`; undefined where there are any. */
export async function loadRaw(
  sources: RawSources,
  raw: RawOptions,
  options: CohortOptions,
  services: Services,
  problems: Problems,
  squares: boolean,
): Promise<CohortSums | undefined> {
  const engine = await engineFor(sources, raw, services);
  const question = { ...rulesOf(options), squares };
  return engine.cohortSums(sources, question, engineContext(raw, options, services, problems));
}

/** The database that `--source` names, or for files the engine that is part of the program; each is loaded where it is asked. */
async function engineFor(sources: RawSources, raw: RawOptions, services: Services): Promise<Engine> {
  if (!asksDatabase(raw)) return (await import('../engine/duckdb/cohorts.ts')).duckdb;
  const { databaseNamed } = await import('./source.ts');
  return databaseNamed(sources, raw, services);
}
