import type { EventPlan, EventRules } from '../../core/event/plan.ts';
import { GROUPS } from '../../core/groups.ts';
import { type EventDialect, literal } from './dialect.ts';

/**
 * From attendances and transactions to people and sums that `event-tally.ts` puts around the event dates. Each transaction
 * is joined to its person once, and added up by what decides on where it counts: for those who attended by the days to
 * their event, for the others by the day itself and, as long as that matters, by the days that they have been known.
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

/** All transactions as one. */
export function purchases(tables: readonly string[]): string {
  return `CREATE VIEW purchase AS ${tables.map((table) => `SELECT id, date, amount FROM ${table}`).join(' UNION ALL ')}`;
}

/** One row per person who is in another file than that of the events: since when, and their first event. */
export function eventPeople(sql: EventDialect, { population }: EventRules, buyers: readonly string[]): string {
  return `CREATE TABLE person AS
    SELECT known.id, ${sql.groupOf('known.id')} AS grp, ${population === 'all' ? EVER : 'known.day'} AS known,
      debut.day AS debut, debut.events, debut.again
    FROM (
      SELECT id, min(day) AS day FROM (
        ${buyers.map((table) => `SELECT id, ${sql.dayNumber('first')} AS day FROM ${table}`).join(' UNION ALL ')}
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
 * The attendees that are compared in parties, one for each date and day's events; and everybody whose transactions count,
 * with the first and the last day that do, and their place: party and group in one number.
 */
export function watched(plan: EventPlan, rules: EventRules): string[] {
  const { dates, days, lead } = plan;
  const [first, last] = [dates[0]! - lead, dates.at(-1)! + days - 1];
  return [
    `CREATE TABLE party AS
     SELECT (row_number() OVER (ORDER BY nth, events) - 1)::INTEGER AS who, nth, events
     FROM (SELECT DISTINCT nth, events FROM attendee WHERE ${compared(plan, rules)}) shown`,
    `CREATE TABLE watched AS
     SELECT id, known, ${OTHERS * GROUPS} + grp AS place, ${first} AS first, ${last} AS last, false AS again
     FROM person WHERE debut IS NULL
     UNION ALL
     SELECT id, known, who * ${GROUPS} + grp, day - ${lead}, day + ${days - 1}, ${attendedAgain(plan)}
     FROM attendee JOIN party ON party.nth = attendee.nth AND party.events IS NOT DISTINCT FROM attendee.events
     WHERE ${compared(plan, rules)}`,
  ];
}

/** People of each party and group, and how many attended again. */
export function partyPeople(): string {
  return `SELECT place::INTEGER AS place, count(*)::INTEGER AS people, (count(*) FILTER (WHERE again))::INTEGER AS again
    FROM watched WHERE place >= 0 GROUP BY place ORDER BY place`;
}

/** People who never attended, by group and the first day on which an event would find them known. */
export function otherPeople({ dates, lead }: EventPlan): string {
  return `SELECT (place + ${GROUPS})::INTEGER AS "group", greatest(known + ${lead + 1}, ${dates[0]}) AS day,
      count(*)::INTEGER AS people
    FROM watched WHERE place < 0 AND known + ${lead + 1} <= ${dates.at(-1)} GROUP BY 1, 2`;
}

/** More than the days known of anybody of whom they matter. */
export const MOST_DAYS = 2048;

/**
 * Sums in smallest units, in `limbs` numbers of nine digits each where one would not be exact: by place, and by day and
 * days known in one number. Days count from the first that does; days known from 1, and 0 where they no longer matter.
 * What stands in few columns is read in little time.
 */
export function spending(
  sql: EventDialect,
  { days, lead }: EventPlan,
  rules: EventRules,
  decimals: number,
  limbs: number,
) {
  const minor = sql.minorUnits('sum(value)', decimals);
  const numbers = limbs === 1 ? [minor] : [`(${minor} % ${LIMB})`, `(${minor} // ${LIMB})`];
  return `SELECT place::DOUBLE, moment::DOUBLE, ${numbers.map((number) => `${number}::DOUBLE`).join(', ')}
    FROM (
      SELECT place, (day - first) * ${MOST_DAYS}
          + CASE WHEN place < 0 AND day - known < ${lead + days} THEN day - known + 1 ELSE 0 END AS moment,
        value
      FROM (
        SELECT place, known, first, last, ${sql.dayNumber('date')} AS day,
          ${rules.outcome === 'count' ? '1' : 'amount'} AS value
        FROM purchase JOIN watched ON watched.id = purchase.id
      ) spent WHERE day BETWEEN first AND last
    ) placed GROUP BY place, moment`;
}

/** What the second limb of a sum counts. */
export const LIMB = 1_000_000_000;

/** What becomes of those who attended, in one row. */
export function attendanceCounts(plan: EventPlan, rules: EventRules, first: number, today: string): string {
  const one = (name: string, from: string) => `(SELECT count(*) FROM ${from})::INTEGER AS ${name}`;
  const inPlan = 'day IN (SELECT day FROM slot)';
  return `SELECT ${[
    one('rows', 'attendance'),
    one('people', 'debut'),
    one('too_early', `debut WHERE NOT ${inPlan} AND day - ${plan.lead} < ${first}`),
    one('too_late', `debut WHERE NOT ${inPlan} AND day - ${plan.lead} >= ${first}`),
    one('unseen', `debut WHERE ${inPlan} AND id NOT IN (SELECT id FROM person)`),
    one('newcomers', `attendee WHERE NOT ${knownBefore(plan)}`),
    one('again', `attendee WHERE ${knownBefore(plan)} AND NOT (${compared(plan, rules)})`),
    one('compared', `attendee WHERE ${compared(plan, rules)}`),
    one('others', 'person WHERE debut IS NULL'),
    one('future', `purchase WHERE date > ${literal(today)}::DATE`),
  ].join(', ')}`;
}
