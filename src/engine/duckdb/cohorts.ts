import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { Line } from '../../core/cohort.ts';
import { MONEY_DECIMALS, money } from '../../core/money.ts';
import type { CohortRules, Match } from '../../core/raw.ts';
import { nobodyJoined } from '../../errors/engine.ts';
import type { FoundCurrency, RawKind } from '../../input/options.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../input/raw/kinds.ts';
import { listSources } from '../../input/sources.ts';
import type { CohortQuestion, CohortSums, Engine, EngineContext, RawSources } from '../engine.ts';
import { activity, people, peopleSteps, spells, sums, type Window } from '../sql/cohorts.ts';
import { DUCKDB } from '../sql/dialect.ts';
import { contributions, spent, together } from '../sql/load.ts';
import { almostMatching, match } from '../sql/match.ts';
import { tally } from '../tally.ts';
import { type Job, jobFor, type Loaded } from './job.ts';
import { agreeOnLines, writtenLines } from './lines.ts';
import { loadFile } from './load.ts';
import { openSession, type Session } from './session.ts';

/** DuckDB, embedded: reads plain files itself, spills to the disk what does not fit into memory. */
export const duckdb: Engine = {
  name: 'DuckDB',
  async cohortSums(sources, rules, context) {
    const scratch = await context.scratch();
    const jobs = await listJobs(sources, context, scratch);
    const files = jobs.flatMap(({ source, checkedPath }) => [
      ...(source.path === undefined ? [] : [resolve(context.cwd ?? '.', source.path)]),
      checkedPath,
    ]);
    const memory = context.memory ?? `${Math.floor(totalmem() / 2 ** 21)}MiB`;
    const threads = context.threads ?? availableParallelism();
    const session = await openSession({ files, spill: `${scratch}/spill`, memory, threads }, context);
    try {
      return await answer(jobs, session, rules, context);
    } finally {
      session.close();
    }
  },
};

async function listJobs(sources: RawSources, context: EngineContext, scratch: string): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const kind of [MEMBERS, TRANSACTIONS, ACTIVITY, CUSTOMERS] as readonly Job['kind'][]) {
    const found = await listSources(sources[kind.name], context);
    jobs.push(...found.map((source, index) => jobFor(source, kind, index, scratch)));
  }
  return jobs;
}

async function answer(
  jobs: readonly Job[],
  session: Session,
  rules: CohortQuestion,
  context: EngineContext,
): Promise<CohortSums | undefined> {
  const { problems } = context;
  const loaded: Loaded[] = [];
  for (const job of jobs) {
    const file = await loadFile(job, { session, rules, context });
    if (file !== undefined) loaded.push(file);
  }
  await agreeOnLines(loaded, session, problems);
  if (problems.total > 0) return undefined;
  const window = await combine(loaded, session);
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
  for (const statement of spells(DUCKDB, rules)) await session.run(statement, 'matching');
  await session.run(people(DUCKDB, rules), 'matching');
  await session.run(activity(DUCKDB, rules, window), 'matching');
  return {
    cells: await cellsOf(session, rules, window),
    match: await matchOf(loaded, session, rules, window, context.today),
    currencies: loaded.map(({ currency }) => currency).filter((found): found is FoundCurrency => found !== undefined),
    inputs: loaded.map(({ summary }) => summary),
  };
}

/** The tables of all files as one of each kind; gives the periods that the transactions span. */
async function combine(loaded: readonly Loaded[], session: Session): Promise<Window> {
  const tables = (kind: RawKind) => loaded.filter(({ job }) => job.kind.name === kind).map(({ job }) => job.table);
  for (const kind of ['members', 'activity', 'customers'] as const) await session.run(together(kind, tables(kind)));
  const parts = tables('transactions');
  const lines = await writtenLines(session, parts);
  const several = parts.length > 1 || loaded.some(({ currency }) => currency !== undefined);
  await session.run(spent(parts, lines, several), 'adding up');
  await session.run(contributions(tables('activity').length > 0), 'adding up');
  const [window] = await session.rows<Window>('SELECT min(period) AS first, max(period) AS last FROM spent');
  return window!;
}

async function cellsOf(session: Session, { unit, squares }: CohortQuestion, window: Window) {
  const steps = await session.rows<{ grp: number; period: number; cohort: number; n: number }>(
    peopleSteps(window),
    'adding up',
  );
  const [wanted] = await session.rows<{ again: boolean; active: boolean; decimals: number }>(
    `SELECT (SELECT count(*) > 0 FROM again) AS again, (SELECT count(*) > 0 FROM active) AS active,
       (SELECT numeric_scale FROM information_schema.columns WHERE table_name = 'spent' AND column_name = 'amount')::INTEGER AS decimals`,
  );
  const { again, active, decimals } = wanted!;
  const rows = await session.rows<{
    period: number;
    cohort: number;
    grp: number;
    line: Line | null;
    amount: string;
    squares: string;
  }>(sums(DUCKDB, { again, active, decimals, squares }), 'adding up');
  const scale = 10n ** BigInt(2 * (MONEY_DECIMALS - decimals));
  return tally(
    unit,
    window,
    steps.map(({ grp, n, ...step }) => ({ ...step, group: grp, people: n })),
    rows.map((row) => ({ ...row, group: row.grp, sum: money(row.amount), squares: BigInt(row.squares) * scale })),
  );
}

async function matchOf(
  loaded: readonly Loaded[],
  session: Session,
  rules: CohortRules,
  window: Window,
  today: string,
): Promise<Match> {
  const [found] = await session.rows<Record<string, number> & { last_day: string }>(
    match(DUCKDB, rules, window, today),
  );
  const number = (name: string) => found?.[name] ?? 0;
  const some = number('members') > number('matched') && number('buyers') > number('matched') && !rules.normalizeIds;
  const [almost] = some ? await session.rows<{ n: number }>(almostMatching(DUCKDB)) : [];
  const withRows = await session.rows<{ period: number }>('SELECT DISTINCT period FROM spent');
  const periods = new Set(withRows.map(({ period }) => period));
  const empty = Array.from({ length: window.last - window.first + 1 }, (_, at) => window.first + at).filter(
    (p) => !periods.has(p),
  );
  const hasActivity = loaded.some(({ job }) => job.kind.name === 'activity');
  return {
    members: number('members'),
    buyers: number('buyers'),
    both: number('matched'),
    neverJoined: number('never_joined'),
    repeatedMemberRows: number('member_rows') - number('distinct_members'),
    leftBeforeJoining: number('left_before'),
    joinedAfterEnd: number('joined_after'),
    formerMembers: number('former'),
    almostMatching: almost?.n ?? 0,
    activeNonMembers: hasActivity ? number('outsiders') : 0,
    contributions: hasActivity ? 'activity' : number('last_known') > 0 ? 'last' : 'none',
    future: {
      members: number('future_members'),
      transactions: number('future_transactions'),
      activity: hasActivity ? number('future_activity') : 0,
      customers: number('future_customers'),
    },
    lastTransaction: found?.last_day ?? '',
    emptyPeriods: empty.map((index) => ({ unit: rules.unit, index })),
  };
}
