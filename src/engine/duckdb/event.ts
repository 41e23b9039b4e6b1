import { type EventPlan, type EventRules, planOf } from '../../core/event/plan.ts';
import type { EventSums } from '../../core/event/sums.ts';
import type { CohortRules } from '../../core/raw.ts';
import type { FoundCurrency, RawKind } from '../../input/options.ts';
import { EVENTS } from '../../input/raw/events.ts';
import { CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../input/raw/kinds.ts';
import type { EngineContext, EventAnswer, EventEngine, EventQuestion } from '../engine.ts';
import {
  attendeeCells,
  type OtherPeople,
  otherCells,
  type Party,
  type PartyPeople,
  readExactly,
} from '../event-tally.ts';
import { DUCKDB } from '../sql/dialect.ts';
import * as sql from '../sql/event.ts';
import { buyersOf, PURCHASES, together } from '../sql/load.ts';
import type { Job, Loaded } from './job.ts';
import type { Session } from './session.ts';
import { type Wanted, withFiles } from './with-files.ts';

/** Event studies by DuckDB, embedded. */
export const duckdbEvents: EventEngine = {
  name: 'DuckDB',
  async eventSums(sources, question, context) {
    const wanted: Wanted[] = [
      { kind: EVENTS as Job['kind'], sources: sources.events },
      { kind: TRANSACTIONS as Job['kind'], sources: sources.transactions, statements: PURCHASES },
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

async function answer(
  session: Session,
  loaded: readonly Loaded[],
  question: EventQuestion,
  context: EngineContext,
): Promise<EventAnswer> {
  const tables = (kind: RawKind) => loaded.filter(({ job }) => job.kind.name === kind).map(({ job }) => job.table);
  for (const kind of ['members', 'customers'] as const) await session.run(together(kind, tables(kind)));
  await session.run(sql.purchases(tables('transactions')));
  for (const statement of sql.debuts(DUCKDB, tables('events'))) await session.run(statement, 'matching');
  await session.run(sql.eventPeople(DUCKDB, question, tables('transactions').map(buyersOf)), 'matching');
  const [span] = await session.rows<{ first: number; last: number }>(
    `SELECT ${DUCKDB.dayNumber('min(date)')} AS first, ${DUCKDB.dayNumber('max(date)')} AS last FROM purchase`,
  );
  const days = await session.rows<{ day: number }>('SELECT DISTINCT day FROM debut');
  const { first, last } = span!;
  const plan = planOf(
    days.map(({ day }) => day),
    first,
    last,
    question.days,
  );
  const sums = await sumsOf(session, plan, question, { first, last, today: context.today });
  return {
    sums,
    currencies: loaded.map(({ currency }) => currency).filter((found): found is FoundCurrency => found !== undefined),
    inputs: loaded.map(({ summary }) => summary),
  };
}

async function sumsOf(
  session: Session,
  plan: EventPlan,
  rules: EventRules,
  { first, last, today }: { readonly first: number; readonly last: number; readonly today: string },
): Promise<EventSums> {
  const isEmpty = plan.dates.length === 0;
  const shown = isEmpty ? { ...plan, dates: [NEVER] } : plan;
  for (const statement of sql.attendees(shown)) await session.run(statement);
  const named = 'SELECT DISTINCT event FROM attendance WHERE event IS NOT NULL ORDER BY event';
  const events = (await session.rows<{ event: string }>(named)).map(({ event }) => event);
  const [counts] = await session.rows<Record<string, number>>(sql.attendanceCounts(shown, rules, first, today));
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
    future: count('future'),
    ...(isEmpty ? { attendeeCells: [], otherCells: [] } : await cellsOf(session, plan, rules, events)),
  };
}

/** A day that nobody attends on, for a plan without dates. */
const NEVER = -2_000_000;

async function cellsOf(session: Session, plan: EventPlan, rules: EventRules, events: readonly string[]) {
  for (const statement of sql.watched(plan, rules)) await session.run(statement, 'matching');
  const decimals = rules.outcome === 'count' ? 0 : await decimalsOf(session);
  const spending = await readExactly(async (limbs) => {
    const statement = sql.spending(DUCKDB, plan, rules, decimals, limbs);
    const [place, moment, ...sums] = await session.columns(statement, 'adding up');
    return { place: place!, moment: moment!, mostDays: sql.MOST_DAYS, limbs: sums };
  });
  const scale = { scale: 10 ** decimals, limb: sql.LIMB };
  const parties = await partiesOf(session, events);
  const people = await session.rows<PartyPeople>(sql.partyPeople());
  const others = await session.rows<OtherPeople>(sql.otherPeople(plan));
  return {
    attendeeCells: attendeeCells(plan, parties, people, spending, scale),
    otherCells: otherCells(plan, others, spending, scale),
  };
}

/** Decimal places of the amounts. */
async function decimalsOf(session: Session): Promise<number> {
  const [found] = await session.rows<{ decimals: number }>(
    `SELECT numeric_scale::INTEGER AS decimals FROM information_schema.columns
     WHERE table_name = 'purchase' AND column_name = 'amount'`,
  );
  return found!.decimals;
}

async function partiesOf(session: Session, names: readonly string[]): Promise<Party[]> {
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = await session.rows<{ nth: number; events: string | null }>('SELECT nth, events FROM party ORDER BY who');
  return rows.map(({ nth, events }) => ({
    at: nth,
    events: events === null ? [] : events.split(sql.BETWEEN).map((name) => place.get(name)!),
  }));
}
