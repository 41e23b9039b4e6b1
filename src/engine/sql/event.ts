import type { EventPlan, EventRules } from '../../core/event/plan.ts';
import { GROUPS } from '../../core/groups.ts';
import { type EventDialect, literal } from './dialect.ts';

/**
 * From attendances and transactions to what `event-tally.ts` puts around the event dates: sums by group and day of those who
 * never attended, and row by row the transactions for which it matters whose they are. (Adding those up by person's place
 * and day as well takes longer than the join before it, since hardly two fall together.)
 */

/** Between the names of several events on one day: none can hold it. */
export const BETWEEN = '\u001f';

/** Known since ever, where everybody in the files is compared. */
const EVER = -1_000_000;

/** Attendances, each once, and the first of each person with that day's events and the next day with one. */
export function debuts(sql: EventDialect, tables: readonly string[]): string[] {
  return [
    `CREATE TABLE attendance AS SELECT DISTINCT id, ${sql.dayNumber('date')} AS day, event FROM (${all(tables)}) listed`,
    `CREATE TABLE debut AS
     SELECT first.id, first.day,
       ${sql.joined('event', 'attendance.day = first.day', BETWEEN)} AS events,
       min(attendance.day) FILTER (WHERE attendance.day > first.day) AS again
     FROM attendance JOIN (SELECT id, min(day) AS day FROM attendance GROUP BY id) first ON first.id = attendance.id
     GROUP BY first.id, first.day`,
  ];
}

const all = (tables: readonly string[]) => tables.map((table) => `SELECT * FROM ${table}`).join(' UNION ALL ');

/** One row per person who is in another file than that of the events: since when, and their first event. */
export function eventPeople(sql: EventDialect, { population }: EventRules): string {
  return `CREATE TABLE person AS
    SELECT known.id, ${sql.groupOf('known.id')} AS grp, ${population === 'all' ? EVER : 'known.day'} AS known,
      debut.day AS debut, debut.events, debut.again
    FROM (
      SELECT id, min(day) AS day FROM (
        SELECT id, ${sql.dayNumber('first')} AS day FROM buyers
        UNION ALL SELECT id, ${sql.dayNumber('since')} FROM customers
        UNION ALL SELECT id, ${sql.dayNumber('joined')} FROM members WHERE joined IS NOT NULL
      ) seen GROUP BY id
    ) known LEFT JOIN debut ON debut.id = known.id`;
}

/** Those who came to their first event on a date of the plan. */
export function attendees({ dates }: EventPlan): string[] {
  const rows = dates.map((day, at) => `(${at}, ${day})`).join(', ');
  return [
    `CREATE TABLE slot AS SELECT * FROM (VALUES ${rows}) listed(nth, day)`,
    `CREATE TABLE attendee AS
     SELECT person.id, person.grp, person.known, person.events, person.again, slot.nth, slot.day
     FROM person JOIN slot ON slot.day = person.debut`,
  ];
}

/** Whether an attendee was known early enough, and whether they attended again within the days after. */
const knownBefore = ({ lead }: EventPlan) => `known < day - ${lead}`;
const attendedAgain = ({ days }: EventPlan) => `coalesce(again <= day + ${days - 1}, false)`;
const compared = (plan: EventPlan, { clean }: EventRules) =>
  clean ? `${knownBefore(plan)} AND NOT ${attendedAgain(plan)}` : knownBefore(plan);

/** Nobody's party: the people who never attended. */
const OTHERS = -1;

/**
 * The attendees that are compared in parties, one for each date and day's events; those who never attended; and everybody
 * with a number, their place (party and group in one number), the day since when their transactions count or since when
 * they are known, and the first and the last day on which it matters whose a transaction is.
 */
export function watched(plan: EventPlan, rules: EventRules): string[] {
  const { days, lead } = plan;
  return [
    `CREATE TABLE party AS
     SELECT (row_number() OVER (ORDER BY nth, events) - 1)::INTEGER AS who, nth, events
     FROM (SELECT DISTINCT nth, events FROM attendee WHERE ${compared(plan, rules)}) shown`,
    'CREATE TABLE never AS SELECT id, grp, known FROM person WHERE debut IS NULL',
    `CREATE TABLE watched AS
     SELECT (row_number() OVER () - 1)::INTEGER AS person, id, place::INTEGER AS place, since, again,
       DATE '1970-01-01' + since AS first, DATE '1970-01-01' + since + ${lead + days - 1} AS last
     FROM (
       SELECT id, ${OTHERS * GROUPS} + grp AS place, known AS since, 0 AS again FROM never
       UNION ALL
       SELECT id, who * ${GROUPS} + grp, day - ${lead}, ${attendedAgain(plan)}::INTEGER
       FROM attendee JOIN party ON party.nth = attendee.nth AND party.events IS NOT DISTINCT FROM attendee.events
       WHERE ${compared(plan, rules)}
     ) counting`,
  ];
}

/** How many people are watched. */
export const HOW_MANY = 'SELECT count(*)::INTEGER AS people FROM watched';

/** Who is watched: number, place, since when, and whether they attended again. */
export const PEOPLE = 'SELECT person, place, since, again FROM watched';

/** What transactions count for, and in how many numbers it is written. */
export interface Values {
  readonly outcome: EventRules['outcome'];
  readonly decimals: number;
  readonly limbs: 1 | 2;
}

/** How many amounts there are, and the sum of their absolute values. */
export const SIZES = 'SELECT count(*)::DOUBLE AS rows, sum(abs(amount))::DOUBLE AS size FROM purchases';

/** Sums of those who never attended, by group and day. */
export function neverSums(sql: EventDialect, table: string, plan: EventPlan, values: Values): string {
  const sums = valuesOf(sql, values).map((value) => `sum(${value})`);
  return `SELECT grp::INTEGER, ${sql.dayNumber('date')}, ${sums.join(', ')}
    FROM ${table} JOIN never ON never.id = ${table}.id WHERE ${inPlan(sql, plan)} GROUP BY grp, date`;
}

/** Rows of transactions that are joined at once: what they give waits in at most a hundred megabytes for being added up. */
const AT_ONCE = 8_388_608;

/** Statements that together give the transactions for which it matters whose they are: person, day and value. */
export function watchedRows(sql: EventDialect, table: string, rows: number, plan: EventPlan, values: Values): string[] {
  const day = sql.dayNumber('date');
  return Array.from({ length: Math.ceil(rows / AT_ONCE) }, (_, at) => {
    const [from, to] = [at * AT_ONCE, (at + 1) * AT_ONCE - 1];
    const piece = rows > AT_ONCE ? ` AND ${table}.rowid BETWEEN ${from} AND ${to}` : '';
    return `SELECT person, ${day}, ${valuesOf(sql, values).join(', ')}
      FROM ${table} JOIN watched ON watched.id = ${table}.id AND date BETWEEN first AND last
      WHERE ${inPlan(sql, plan)}${piece}`;
  });
}

/** Whether a transaction lies in the days that are looked at. */
function inPlan(sql: EventDialect, { dates, days, lead }: EventPlan): string {
  const dayAt = (number: number) => sql.addDays(`DATE '1970-01-01'`, number);
  return `date BETWEEN ${dayAt(dates[0]! - lead)} AND ${dayAt(dates.at(-1)! + days - 1)}`;
}

/** An amount in smallest units: rounded, or where a double would not be exact in two numbers, of which none is rounded. */
function valuesOf(sql: EventDialect, { outcome, decimals, limbs }: Values): string[] {
  if (outcome === 'count') return ['1::DOUBLE'];
  if (limbs === 1) return [`round(amount::DOUBLE * ${10 ** decimals})`];
  const minor = sql.minorUnits('amount', decimals);
  return [`(${minor} % ${LIMB})::DOUBLE`, `(${minor} // ${LIMB})::DOUBLE`];
}

/** What the second limb of a sum counts. */
export const LIMB = 10_000_000;

/** First and last day with a transaction. */
export function span(sql: EventDialect): string {
  return `SELECT ${sql.dayNumber('min(date)')} AS first, ${sql.dayNumber('max(date)')} AS last FROM days`;
}

/** How many transactions lie after a day. */
export function after(today: string): string {
  return `SELECT coalesce(sum(rows), 0)::DOUBLE AS future FROM days WHERE date > ${literal(today)}::DATE`;
}

/** What becomes of those who attended, in one row. */
export function attendanceCounts(plan: EventPlan, rules: EventRules, first: number): string {
  const one = (name: string, from: string) => `(SELECT count(*) FROM ${from})::INTEGER AS ${name}`;
  const inPlan = 'day IN (SELECT day FROM slot)';
  return `SELECT ${[
    one('rows', 'attendance'),
    one('people', 'debut'),
    one('too_early', `debut WHERE NOT ${inPlan} AND day - ${plan.lead} < ${first}`),
    one('too_late', `debut WHERE NOT ${inPlan} AND day - ${plan.lead} >= ${first}`),
    // Whoever is in another file is an attendee.
    `((SELECT count(*) FROM debut WHERE ${inPlan}) - (SELECT count(*) FROM attendee))::INTEGER AS unseen`,
    one('newcomers', `attendee WHERE NOT ${knownBefore(plan)}`),
    one('again', `attendee WHERE ${knownBefore(plan)} AND NOT (${compared(plan, rules)})`),
    one('compared', `attendee WHERE ${compared(plan, rules)}`),
    one('others', 'person WHERE debut IS NULL'),
  ].join(', ')}`;
}
