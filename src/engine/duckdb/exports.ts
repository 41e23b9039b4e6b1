import type { CohortRules } from '../../core/raw.ts';
import { nobodyJoined } from '../../errors/engine.ts';
import type { RawKind } from '../../input/options.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../input/raw/kinds.ts';
import type { EngineContext, RawSources } from '../engine.ts';
import { type Plan, STAGES, type Stage, type Window } from '../sql/cohorts.ts';
import { DUCKDB } from '../sql/dialect.ts';
import { contributions, purchases, spent, together } from '../sql/load.ts';
import type { Job, Loaded } from './job.ts';
import { agreeOnLines, writtenLines } from './lines.ts';
import type { Session } from './session.ts';
import { withFiles } from './with-files.ts';

/**
 * Raw exports in a session: the relations `members`, `customers`, `days`, `spent`, `contributions`, `stretch`, `span` and
 * `person`.
 */
export interface LoadedExports {
  readonly session: Session;
  readonly loaded: readonly Loaded[];
  /** The periods that the transactions span. */
  readonly window: Window;
  /** What further stages are made by; they find the tables by their names. */
  readonly plan: Plan;
}

/**
 * Loads raw exports into a session of their own and asks it. Undefined where the files have problems, which are then in
 * `context.problems`. `spent` is by person and period where `byPerson` says so, else row by row.
 */
export async function withExports<T>(
  sources: RawSources,
  rules: CohortRules,
  byPerson: boolean,
  context: EngineContext,
  ask: (exports: LoadedExports) => Promise<T>,
): Promise<T | undefined> {
  const wanted = ([MEMBERS, TRANSACTIONS, ACTIVITY, CUSTOMERS] as readonly RawExport[]).map((kind) => ({
    kind,
    sources: sources[kind.name],
  }));
  return withFiles(wanted, rules, context, async (session, loaded) => {
    const exports = await prepare(loaded, session, rules, byPerson, context);
    return exports === undefined ? undefined : ask(exports);
  });
}

type RawExport = Job['kind'] & { readonly name: keyof RawSources };

async function prepare(
  loaded: readonly Loaded[],
  session: Session,
  rules: CohortRules,
  byPerson: boolean,
  context: EngineContext,
): Promise<LoadedExports | undefined> {
  const { problems } = context;
  await agreeOnLines(loaded, session, problems);
  if (problems.total > 0) return undefined;
  const window = await combine(loaded, session, rules, byPerson);
  const [joined] = await session.rows<{ n: number }>(
    'SELECT count(*)::DOUBLE AS n FROM members WHERE joined IS NOT NULL',
  );
  if (joined?.n === 0) {
    problems.add({
      ...nobodyJoined(),
      file: loaded.find(({ job }) => job.kind.name === 'members')?.summary.name ?? '',
    });
    return undefined;
  }
  const whole: Plan = {
    sql: DUCKDB,
    rules,
    window,
    again: false,
    active: false,
    customers: loaded.some(({ job }) => job.kind.name === 'customers'),
    tables: true,
    ref: (name) => name,
  };
  for (const stage of ['stretch', 'span', 'person'] as const) await makeStage(session, stage, whole);
  const [found] = await session.rows<{ again: boolean }>('SELECT count(*) > 0 AS again FROM span WHERE stretches > 1');
  return { session, loaded, window, plan: { ...whole, again: found!.again } };
}

/** Makes a table of a stage, under its name. */
export async function makeStage(session: Session, stage: Stage, plan: Plan): Promise<void> {
  await session.run(`CREATE TABLE ${stage} AS ${STAGES[stage](plan)}`, 'matching');
}

/** The tables of all files as one of each kind; gives the periods that the transactions span. */
async function combine(
  loaded: readonly Loaded[],
  session: Session,
  rules: CohortRules,
  byPerson: boolean,
): Promise<Window> {
  const parts = (kind: RawKind) =>
    loaded.filter(({ job }) => job.kind.name === kind).map(({ job: { table }, lined }) => ({ table, lined }));
  const tables = (kind: RawKind) => parts(kind).map(({ table }) => table);
  for (const kind of ['members', 'activity', 'customers'] as const) await session.run(together(kind, tables(kind)));
  for (const statement of purchases(tables('transactions'))) await session.run(statement);
  const transactions = parts('transactions');
  const lines = await writtenLines(session, transactions);
  await session.run(spent(DUCKDB, transactions, lines, rules, byPerson), 'adding up');
  // Added up, the rows are in nobody's way any more.
  if (byPerson) for (const table of tables('transactions')) await session.run(`DROP TABLE ${table}`);
  await session.run(contributions(tables('activity').length > 0), 'adding up');
  const ends = (['min', 'max'] as const).map((end) => DUCKDB.periodOf(`${end}(date)`, rules.unit));
  const [window] = await session.rows<Window>(`SELECT ${ends[0]} AS first, ${ends[1]} AS last FROM days`);
  return window!;
}
