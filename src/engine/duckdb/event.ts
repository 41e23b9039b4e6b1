import { dayNumber } from '../../core/day.ts';
import { type EventPlan, type EventRules, planOf } from '../../core/event/plan.ts';
import type { EventSums } from '../../core/event/sums.ts';
import type { CohortRules } from '../../core/raw.ts';
import type { FoundCurrency, RawKind } from '../../input/options.ts';
import { EVENTS } from '../../input/raw/events.ts';
import { CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../input/raw/kinds.ts';
import type { EngineContext, EventAnswer, EventEngine, EventQuestion } from '../engine.ts';
import { type Party, type People, watch } from '../event-people.ts';
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
  await session.run(sql.eventPeople(DUCKDB, question), 'matching');
  const [span] = await session.rows<Span>(sql.span(DUCKDB));
  const days = await session.rows<{ day: number }>('SELECT DISTINCT day FROM debut');
  const plan = planOf(
    days.map(({ day }) => day),
    span!.first,
    span!.last,
    question.days,
  );
  const isAhead = span!.last > dayNumber(context.today);
  const [ahead] = isAhead ? await session.rows<{ future: number }>(sql.after(context.today)) : [];
  const sums = {
    ...(await sumsOf(session, tables('transactions'), plan, question, span!)),
    future: ahead?.future ?? 0,
  };
  return {
    sums,
    currencies: loaded.map(({ currency }) => currency).filter((found): found is FoundCurrency => found !== undefined),
    inputs: loaded.map(({ summary }) => summary),
  };
}

async function sumsOf(
  session: Session,
  tables: readonly string[],
  plan: EventPlan,
  rules: EventRules,
  { first, last }: Span,
): Promise<Omit<EventSums, 'future'>> {
  const isEmpty = plan.dates.length === 0;
  const shown = isEmpty ? { ...plan, dates: [NEVER] } : plan;
  for (const statement of sql.attendees(shown)) await session.run(statement);
  const named = 'SELECT DISTINCT event FROM attendance WHERE event IS NOT NULL ORDER BY event';
  const events = (await session.rows<{ event: string }>(named)).map(({ event }) => event);
  const [counts] = await session.rows<Record<string, number>>(sql.attendanceCounts(shown, rules, first));
  const count = (name: string) => counts?.[name] ?? 0;
  return {
    plan,
    first,
    last,
    events,
    attendance: {
      rows: count('rows'),
      people: count('people'),
      compared: count('compared'),
      tooEarly: count('too_early'),
      tooLate: count('too_late'),
      unseen: count('unseen'),
      newcomers: count('newcomers'),
      again: count('again'),
    },
    others: count('others'),
    ...(isEmpty ? { attendeeCells: [], otherCells: [] } : await cellsOf(session, tables, plan, rules, events)),
  };
}

/** A day that nobody attends on, for a plan without dates. */
const NEVER = -2_000_000;

async function cellsOf(
  session: Session,
  tables: readonly string[],
  plan: EventPlan,
  rules: EventRules,
  events: readonly string[],
) {
  for (const statement of sql.watched(plan, rules)) await session.run(statement, 'matching');
  const parties = await partiesOf(session, events);
  const values = await valuesOf(session, rules);
  const tally = tallyOf(plan, parties, watch(parties.length, await peopleOf(session)), values.limbs);
  for (const table of tables) {
    const never = sql.neverSums(DUCKDB, table, plan, values);
    await session.scan(never, ([group, day, ...sums], rows) => tally.addNever(rows, group!, day!, sums), 'adding up');
    const [found] = await session.rows<{ rows: number }>(`SELECT count(*)::DOUBLE AS rows FROM ${table}`);
    for (const statement of sql.watchedRows(DUCKDB, table, found!.rows, plan, values)) {
      await session.scan(
        statement,
        ([person, day, ...amounts], rows) => tally.addRows(rows, person!, day!, amounts),
        'adding up',
      );
    }
  }
  const scale = { scale: 10 ** values.decimals, limb: sql.LIMB };
  return { attendeeCells: tally.attendeeCells(scale), otherCells: tally.otherCells(scale) };
}

async function valuesOf(session: Session, { outcome }: EventRules): Promise<sql.Values> {
  if (outcome === 'count') return { outcome, decimals: 0, limbs: 1 };
  const [found] = await session.rows<{ rows: number; size: number }>(sql.SIZES);
  const { rows, size } = found!;
  const decimals = await decimalsOf(session, 'purchases');
  return { outcome, decimals, limbs: limbsFor(size * 10 ** decimals, rows, sql.LIMB) };
}

async function partiesOf(session: Session, names: readonly string[]): Promise<Party[]> {
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = await session.rows<{ nth: number; events: string | null }>('SELECT nth, events FROM party ORDER BY who');
  return rows.map(({ nth, events }) => ({
    at: nth,
    events: events === null ? [] : events.split(sql.BETWEEN).map((name) => place.get(name)!),
  }));
}

async function peopleOf(session: Session): Promise<People> {
  const [counted] = await session.rows<{ people: number }>(sql.HOW_MANY);
  const column = () => new Int32Array(counted!.people);
  const people = { place: column(), since: column(), again: column() };
  await session.scan(sql.PEOPLE, ([person, place, since, again], rows) => {
    for (let row = 0; row < rows; row++) {
      const own = person![row]!;
      people.place[own] = place![row]!;
      people.since[own] = since![row]!;
      people.again[own] = again![row]!;
    }
  });
  return people;
}
