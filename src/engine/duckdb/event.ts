import { dayNumber } from '../../core/day.ts';
import { type EventPlan, type EventRules, planOf } from '../../core/event/plan.ts';
import type { EventSums } from '../../core/event/sums.ts';
import type { CohortRules } from '../../core/raw.ts';
import type { FoundCurrency, RawKind } from '../../input/options.ts';
import { EVENTS } from '../../input/raw/events.ts';
import { CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../input/raw/kinds.ts';
import type { EngineContext, EventAnswer, EventEngine, EventQuestion } from '../engine.ts';
import { attendanceOf, type Crowd, type Debut, FATES, type Programme, peopleOf } from '../event-people.ts';
import { limbsFor, tallyOf } from '../event-tally.ts';
import { DUCKDB } from '../sql/dialect.ts';
import * as sql from '../sql/event.ts';
import { purchases, together } from '../sql/load.ts';
import { decimalsOf } from './exact.ts';
import type { Job, Loaded } from './job.ts';
import type { Session } from './session.ts';
import { type Wanted, withFiles } from './with-files.ts';

/** Event studies by DuckDB, embedded. */
export const duckdbEvents: EventEngine = {
  name: 'DuckDB',
  async eventSums(sources, question, context) {
    const wanted: Wanted[] = [
      { kind: EVENTS as Job['kind'], sources: sources.events },
      { kind: TRANSACTIONS as Job['kind'], sources: sources.transactions },
      { kind: MEMBERS as Job['kind'], sources: sources.members },
      { kind: CUSTOMERS as Job['kind'], sources: sources.customers },
    ];
    return withFiles(wanted, rulesOf(question), context, async (session, loaded) =>
      context.problems.total > 0 ? undefined : answer(session, loaded, question, context),
    );
  },
};

/** Of the rules of cohorts an event study knows one. */
const rulesOf = ({ normalizeIds }: EventQuestion): CohortRules => ({
  unit: 'month',
  newcomerDays: 1,
  activeDays: 1,
  normalizeIds,
});

/** First and last day with a transaction. */
interface Span {
  readonly first: number;
  readonly last: number;
}

async function answer(
  session: Session,
  loaded: readonly Loaded[],
  question: EventQuestion,
  context: EngineContext,
): Promise<EventAnswer> {
  const tables = (kind: RawKind) => loaded.filter(({ job }) => job.kind.name === kind).map(({ job }) => job.table);
  for (const kind of ['members', 'customers'] as const) await session.run(together(kind, tables(kind)));
  for (const statement of purchases(tables('transactions'))) await session.run(statement);
  for (const statement of sql.debuts(DUCKDB, tables('events'))) await session.run(statement, 'matching');
  const [span] = await session.rows<Span>(sql.span(DUCKDB));
  const { first, last } = span!;
  const debuts = await session.rows<Debut>(sql.DEBUTS);
  const plan = planOf(
    debuts.map(({ day }) => day),
    first,
    last,
    question.days,
  );
  const named = await session.rows<{ event: string }>(sql.EVENTS);
  const events = named.map(({ event }) => event);
  const byOneFile = tables('transactions').length === 1 && loaded.length === 1 + tables('events').length;
  const isEmpty = plan.dates.length === 0;
  const shown = isEmpty ? { ...plan, dates: [NEVER] } : plan;
  await session.run(sql.eventPeople(DUCKDB, shown, question, byOneFile), 'matching');
  const crowds = await crowdsOf(session);
  const [listed] = await session.rows<{ rows: number }>('SELECT count(*)::DOUBLE AS rows FROM attendance');
  const isAhead = last > dayNumber(context.today);
  const [ahead] = isAhead ? await session.rows<{ future: number }>(sql.after(context.today)) : [];
  const cells = isEmpty
    ? { attendeeCells: [], attendeeSums: new Float64Array(), otherSums: [] }
    : await cellsOf(session, tables('transactions'), plan, question, await programmesOf(session, plan, events), crowds);
  return {
    sums: {
      ...{ plan, first, last, events, future: ahead?.future ?? 0 },
      attendance: { rows: listed!.rows, ...attendanceOf(debuts, crowds, plan, first) },
      others: peopleOf(crowds, 'never'),
      ...cells,
    },
    currencies: loaded.map(({ currency }) => currency).filter((found): found is FoundCurrency => found !== undefined),
    inputs: loaded.map(({ summary }) => summary),
  };
}

/** A day that nobody attends on, for a plan without dates. */
const NEVER = -2_000_000;

async function programmesOf(session: Session, { dates }: EventPlan, names: readonly string[]): Promise<Programme[]> {
  const place = new Map(names.map((name, at) => [name, at]));
  const date = new Map(dates.map((day, at) => [day, at]));
  const rows = await session.rows<{ day: number; events: string | null }>(sql.PROGRAMMES);
  return rows.map(({ day, events }) => ({
    at: date.get(day) ?? -1,
    events: events === null ? [] : events.split(sql.BETWEEN).map((name) => place.get(name)!),
  }));
}

async function cellsOf(
  session: Session,
  tables: readonly string[],
  plan: EventPlan,
  rules: EventRules,
  programmes: readonly Programme[],
  crowds: readonly Crowd[],
): Promise<Pick<EventSums, 'attendeeCells' | 'attendeeSums' | 'otherSums'>> {
  const values = await valuesOf(session, rules);
  const tally = tallyOf(plan, programmes, crowds, values.limbs);
  for (const table of tables) {
    const [found] = await session.rows<{ rows: number }>(`SELECT count(*)::DOUBLE AS rows FROM ${table}`);
    const watched = sql.watchedRows(DUCKDB, table, found!.rows, plan, values);
    await session.scan(
      // The table goes while the last answer is added up, not when all is done.
      [...watched, sql.neverSums(DUCKDB, table, plan, values), `DROP TABLE ${table}`],
      (columns, rows, at) => (at < watched.length ? tally.addRows(rows, columns) : tally.addNever(rows, columns)),
      'adding up',
    );
  }
  const scale = { scale: 10 ** values.decimals, limb: sql.LIMB };
  return { ...tally.attendees(scale), otherSums: tally.otherSums(scale) };
}

async function valuesOf(session: Session, { outcome }: EventRules): Promise<sql.Values> {
  if (outcome === 'count') return { outcome, decimals: 0, limbs: 1 };
  const [found] = await session.rows<{ rows: number; size: number }>(sql.SIZES);
  const { rows, size } = found!;
  const decimals = await decimalsOf(session, 'purchases');
  return { outcome, decimals, limbs: limbsFor(size * 10 ** decimals, rows, sql.LIMB) };
}

async function crowdsOf(session: Session): Promise<Crowd[]> {
  const crowds: Crowd[] = [];
  await session.scan([sql.CROWDS], ([fate, place, since, people, again], rows) => {
    for (let row = 0; row < rows; row++) {
      crowds.push({
        fate: FATES[fate![row]!]!,
        place: place![row]!,
        since: since![row]!,
        people: people![row]!,
        again: again![row]!,
      });
    }
  });
  return crowds;
}
