import type { DatabaseSource } from '../engine/database/source.ts';
import type { CohortQuestion, Engine, RawSources } from '../engine/engine.ts';
import type { SqlDialectName } from '../engine/sql/dialect-names.ts';
import { Problems } from '../errors/problem.ts';
import { sourceNotFile } from '../errors/source.ts';
import { InputError } from '../errors/user-error.ts';
import type { Report } from '../report/report.ts';
import { sqlStatementsReport } from '../report/sql.ts';
import { cohortOptions } from '../schema/cohort-options.ts';
import { sourceOptions } from '../schema/source-options.ts';
import type { RawOptions, Services } from './command.ts';
import { checkOptions } from './options.ts';
import { asksDatabase, COHORT_OPTIONS, engineContext, rulesOf } from './raw-files.ts';
import { SOURCE_OPTIONS } from './source-options.ts';

const DEFAULT_TIMEOUT = 300;

/** The engine of the database that `--source` names. */
export async function databaseNamed(sources: RawSources, raw: RawOptions, services: Services): Promise<Engine> {
  const source = await sourceNamed(sources, raw, services);
  const { databaseEngine } = await import('../engine/database/engine.ts');
  return databaseEngine(source);
}

/** The database that `--source` names, as far as it has to be known to ask it. */
async function sourceNamed(
  sources: RawSources,
  raw: RawOptions,
  { env, cwd, note }: Services,
): Promise<DatabaseSource> {
  const { source: address = '', timeout = DEFAULT_TIMEOUT } = checkOptions(sourceOptions, raw, SOURCE_OPTIONS);
  const { readSource } = await import('../engine/source/read-source.ts');
  const { fileNamed } = await import('../engine/source/file-named.ts');
  const file = fileNamed(sources, cwd);
  if (file !== undefined) throw sourceNotFile(file);
  const { source, remarks } = await readSource(address, { env, cwd, timeout });
  note(`asking ${source.kind} at ${source.shown}`, 'detail');
  for (const remark of remarks) note(remark);
  return source;
}

/**
 * The statements that `--source` would be asked, with the columns that its tables have; for another dialect, or without a
 * source, those that the names in the documentation and `--map` make.
 */
export async function sqlReport(
  sources: RawSources,
  raw: RawOptions,
  services: Services,
  squares: boolean,
): Promise<Report> {
  const options = checkOptions(cohortOptions, raw, COHORT_OPTIONS);
  const question = { ...rulesOf(options), squares };
  const wanted = raw['dialect'] as SqlDialectName | undefined;
  const source = asksDatabase(raw) ? await sourceNamed(sources, raw, services) : undefined;
  if (source !== undefined && (wanted === undefined || wanted === source.kind)) {
    return statementsOf(source, sources, question, raw, services);
  }
  const { shownStatements } = await import('../engine/sql/show.ts');
  const problems = new Problems();
  const { read } = engineContext(raw, options, services, problems);
  const dialect = wanted ?? 'postgres';
  return sqlStatementsReport(dialect, shownStatements(dialect, sources, question, read));
}

async function statementsOf(
  source: DatabaseSource,
  sources: RawSources,
  question: CohortQuestion,
  raw: RawOptions,
  services: Services,
): Promise<Report> {
  const { databaseEngine } = await import('../engine/database/engine.ts');
  const problems = new Problems();
  const options = checkOptions(cohortOptions, raw, COHORT_OPTIONS);
  const context = engineContext(raw, options, services, problems);
  const statements = await databaseEngine(source).statements(sources, question, context);
  if (statements === undefined) throw new InputError(problems);
  return sqlStatementsReport(source.kind, statements);
}
