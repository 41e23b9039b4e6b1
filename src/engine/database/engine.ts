import type { CohortQuestion, Engine, EngineContext, RawSources } from '../engine.ts';
import type { ShownStatement } from '../sql/show.ts';
import { answer, statementsOf } from './answer.ts';
import type { Connection } from './connection.ts';
import type { DatabaseSource } from './source.ts';

/** The engine of a database: it connects for each question, and has gone when that is answered. */
export interface DatabaseEngine extends Engine {
  /**
   * The statements that `cohortSums` runs, in their order. Those that look at the tables are run, since the others hold what
   * they answer; nothing is added up. Undefined where the tables have problems, which are then in `context.problems`.
   */
  statements(
    sources: RawSources,
    question: CohortQuestion,
    context: EngineContext,
  ): Promise<readonly ShownStatement[] | undefined>;
}

export function databaseEngine(source: DatabaseSource): DatabaseEngine {
  return {
    name: source.kind === 'postgres' ? 'PostgreSQL' : 'ClickHouse',
    cohortSums: (sources, question, context) =>
      connected(source, context, (connection) => answer(connection, sources, question, source, context)),
    statements: (sources, question, context) =>
      connected(source, context, (connection) => statementsOf(connection, sources, question, source, context)),
  };
}

async function connected<T>(
  source: DatabaseSource,
  context: EngineContext,
  ask: (connection: Connection) => Promise<T>,
): Promise<T> {
  context.progress({ doing: `connecting to ${source.shown}` });
  const connection = await connect(source, context);
  try {
    return await ask(connection);
  } finally {
    await connection.close();
  }
}

async function connect(source: DatabaseSource, context: EngineContext): Promise<Connection> {
  if (source.kind === 'postgres') return (await import('./postgres/connection.ts')).connectPostgres(source, context);
  return (await import('./clickhouse/connection.ts')).connectClickhouse(source, context);
}
