import type { EventPlan, EventRules } from '../../core/event/plan.ts';
import { GROUPS } from '../../core/groups.ts';
import { FATES, type Fate } from '../event-people.ts';
import { type EventDialect, literal } from './dialect.ts';

/**
 * From attendances and transactions to what `event-tally.ts` puts around the event dates: sums by group and day of those who
 * never attended, and row by row the transactions for which it matters whose they are. (Adding those up by place and day as
 * well takes longer than the join before it, since hardly two fall together; and one join for both gives five times the
 * rows, which take longer to add up than the second join.)
 */

/** Between the names of several events on one day: none can hold it. */
export const BETWEEN = '\u001f';

/** Known since ever, where everybody in the files is compared. */
const EVER = -1_000_000;

/**
 * Attendances, each once; the first of each person with that day's events and the next day with one; and a number for each
 * programme, which is a day with the events that somebody came to on it.
 */
export function debuts(sql: EventDialect, tables: readonly string[]): string[] {
  return [
    `CREATE TABLE attendance AS SELECT DISTINCT id, ${sql.dayNumber('date')} AS day, event FROM (${all(tables)}) listed`,
    `CREATE TABLE debut AS
     SELECT first.id, first.day,
       ${sql.joined('event', 'attendance.day = first.day', BETWEEN)} AS events,
       min(attendance.day) FILTER (WHERE attendance.day > first.day) AS again
     FROM attendance JOIN (SELECT id, min(day) AS day FROM attendance GROUP BY id) first ON first.id = attendance.id
     GROUP BY first.id, first.day`,
    `CREATE TABLE programme AS
     SELECT (row_number() OVER (ORDER BY day, events) - 1)::INTEGER AS nth, day, events
     FROM (SELECT DISTINCT day, events FROM debut) held`,
  ];
}

const all = (tables: readonly string[]) => tables.map((table) => `SELECT * FROM ${table}`).join(' UNION ALL ');

/** The names of the events. */
export const EVENTS = 'SELECT DISTINCT event FROM attendance WHERE event IS NOT NULL ORDER BY event';

/** How many people came to their first event on each day. */
export const DEBUTS = 'SELECT day, count(*)::INTEGER AS people FROM debut GROUP BY day';

/** The programmes by their numbers. */
export const PROGRAMMES = 'SELECT day, events FROM programme ORDER BY nth';

/**
 * One row per person who is in another file than that of the events: what becomes of them, their place (programme and group
 * in one number, below 0 for who never attended), the day since when their transactions count or since when they are known,
 * and the first and the last day on which it matters whose a transaction is. With `byOneFile` there is no other file than
 * one of transactions, in which each buyer stands once.
 */
export function eventPeople(sql: EventDialect, plan: EventPlan, rules: EventRules, byOneFile: boolean): string {
  const { dates, days, lead } = plan;
  const { population, clean } = rules;
  const fate = (name: Fate) => FATES.indexOf(name);
  const buyers = `SELECT id, ${sql.dayNumber('first')} AS day FROM buyers`;
  const seen = `SELECT id, min(day) AS day FROM (
          ${buyers}
          UNION ALL SELECT id, ${sql.dayNumber('since')} FROM customers
          UNION ALL SELECT id, ${sql.dayNumber('joined')} FROM members WHERE joined IS NOT NULL
        ) seen GROUP BY id`;
  return `CREATE TABLE person AS
    SELECT id, fate, CASE fate WHEN ${fate('never')} THEN grp - ${GROUPS} WHEN ${fate('compared')} THEN nth * ${GROUPS} + grp ELSE 0 END AS place,
      since, again,
      CASE WHEN counts THEN DATE '1970-01-01' + since END AS first,
      CASE WHEN counts THEN DATE '1970-01-01' + since + ${lead + days - 1} END AS last
    FROM (
      SELECT id, grp, nth, again, fate, fate IN (${fate('never')}, ${fate('compared')}) AS counts,
        CASE fate WHEN ${fate('never')} THEN known WHEN ${fate('compared')} THEN debut - ${lead} ELSE 0 END AS since
      FROM (
        SELECT id, grp, known, debut, nth, coalesce(again, 0) AS again,
          CASE WHEN debut IS NULL THEN ${fate('never')} WHEN NOT planned THEN ${fate('outside')}
            WHEN known >= debut - ${lead} THEN ${fate('newcomer')}
            WHEN ${clean} AND again = 1 THEN ${fate('again')} ELSE ${fate('compared')} END AS fate
        FROM (
          SELECT known.id, ${sql.groupOf('known.id')}::INTEGER AS grp, ${population === 'all' ? EVER : 'known.day'} AS known,
            debut.day AS debut, nth, planned, (debut.again <= debut.day + ${days - 1})::INTEGER AS again
          FROM (${byOneFile ? buyers : seen}) known LEFT JOIN (
            SELECT id, debut.day, debut.again, nth, debut.day IN (${dates.join(', ')}) AS planned
            FROM debut JOIN programme ON programme.day = debut.day AND programme.events IS NOT DISTINCT FROM debut.events
          ) debut ON debut.id = known.id
        ) told
      ) fated
    ) placed`;
}

/** How many people there are by what becomes of them, place and day, in an order that leaves no trace in the rounding. */
export const CROWDS = `SELECT fate::INTEGER AS fate, place, since, count(*)::INTEGER AS people, sum(again)::INTEGER AS again
  FROM person GROUP BY fate, place, since ORDER BY fate, place`;

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
    FROM ${table} JOIN (SELECT id, (place + ${GROUPS})::UTINYINT AS grp FROM person WHERE place < 0) never ON never.id = ${table}.id
    WHERE ${inPlan(sql, plan)} GROUP BY grp, date`;
}

/** Rows of transactions that are joined at once: what they give waits in at most a hundred megabytes for being added up. */
const AT_ONCE = 8_388_608;

/**
 * Statements that together give the transactions for which it matters whose they are: the place of the person, the day
 * since when theirs count, the day and the value.
 */
export function watchedRows(sql: EventDialect, table: string, rows: number, plan: EventPlan, values: Values): string[] {
  const day = sql.dayNumber('date');
  return Array.from({ length: Math.ceil(rows / AT_ONCE) }, (_, at) => {
    const [from, to] = [at * AT_ONCE, (at + 1) * AT_ONCE - 1];
    const piece = rows > AT_ONCE ? ` AND ${table}.rowid BETWEEN ${from} AND ${to}` : '';
    return `SELECT place, since, ${day}, ${valuesOf(sql, values).join(', ')}
      FROM ${table} JOIN person ON person.id = ${table}.id AND date BETWEEN first AND last
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
