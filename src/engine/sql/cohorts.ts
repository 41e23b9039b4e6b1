import type { CohortRules } from '../../core/raw.ts';
import type { Dialect } from './dialect.ts';

/**
 * From the loaded tables to people and sums. All of it works on numbers of periods: joining on day j makes somebody a
 * newcomer in the periods from that of j to before that of j + 90 days, because those are the periods whose last day is
 * less than 90 days after j; leaving on day l ends the membership before the period of l.
 */

/** Numbers of the first and the last period with transactions. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** A membership without an end. */
const OPEN = 1_000_000;

/** One row per stretch of membership, those of a person disjoint and in order. */
export function spells(sql: Dialect, { unit, newcomerDays }: CohortRules): string[] {
  const joins = sql.periodOf('joined', unit);
  return [
    `CREATE TABLE stretch AS
     SELECT id, ${joins} AS joins,
       CASE WHEN gone >= joined THEN ${sql.periodOf('gone', unit)} ELSE ${OPEN} END AS leaves,
       ${sql.periodOf(sql.addDays('joined', newcomerDays), unit)} AS settles
     FROM members WHERE joined IS NOT NULL`,
    `CREATE TABLE repeated AS SELECT id FROM stretch GROUP BY id HAVING count(*) > 1`,
    `CREATE TABLE spell AS
     SELECT id, joins, leaves, 1 AS nth FROM stretch WHERE id NOT IN (SELECT id FROM repeated)
     UNION ALL
     SELECT id, min(joins), max(leaves), row_number() OVER (PARTITION BY id ORDER BY min(joins)) AS nth
     FROM (
       SELECT *, sum(apart) OVER (PARTITION BY id ORDER BY joins, leaves, apart DESC ROWS UNBOUNDED PRECEDING) AS island
       FROM (
         SELECT *, CASE WHEN joins <= max(leaves) OVER (
             PARTITION BY id ORDER BY joins, leaves ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) THEN 0 ELSE 1 END AS apart
         FROM stretch WHERE joins < leaves AND id IN (SELECT id FROM repeated)
       ) marked
     ) numbered
     GROUP BY id, island`,
    `CREATE TABLE again AS SELECT id, joins, leaves FROM spell WHERE nth > 1`,
  ];
}

/**
 * One row per person: group, period from which the person is known, whether there are transactions, first stretch of
 * membership, and from which period a member no longer is a newcomer (blank for whoever never joined).
 */
export function people(sql: Dialect, { unit }: CohortRules): string {
  return `CREATE TABLE person AS
    SELECT known.id, ${sql.groupOf('known.id')} AS grp, known.known, known.bought, spell.joins, spell.leaves,
      membership.settles
    FROM (
      SELECT id, min(known) AS known, max(bought) AS bought FROM (
        SELECT id, min(period) AS known, 1 AS bought FROM spent GROUP BY id
        UNION ALL SELECT id, ${sql.periodOf('since', unit)}, 0 FROM customers
        UNION ALL SELECT id, joins, 0 FROM stretch
      ) seen GROUP BY id
    ) known
    LEFT JOIN (SELECT id, min(settles) AS settles FROM stretch GROUP BY id) membership ON membership.id = known.id
    LEFT JOIN spell ON spell.id = known.id AND spell.nth = 1`;
}

/** The periods in which a settled member counts as active. `contributions` holds id and date. */
export function activity(sql: Dialect, { unit, activeDays }: CohortRules, { first, last }: Window): string {
  const from = sql.periodOf('date', unit);
  const until = sql.periodOf(sql.addDays('date', activeDays), unit);
  return `CREATE TABLE active AS
    SELECT DISTINCT seen.id, seen.period FROM (
      SELECT id, ${sql.eachFrom(`greatest(${from}, ${first})`, `least(${until}, ${last + 1})`)} AS period
      FROM contributions WHERE ${from} < ${until}
    ) seen
    JOIN person ON person.id = seen.id
    LEFT JOIN again ON again.id = seen.id AND seen.period >= again.joins AND seen.period < again.leaves
    WHERE seen.period >= person.settles
      AND ((seen.period >= person.joins AND seen.period < person.leaves) OR again.id IS NOT NULL)`;
}

/**
 * Changes in the number of people: per group, period and cohort (0 non-member, 1 newcomer, 2 lurker, 3 active). Added up
 * over the periods they give the people, without a row for each person and period.
 */
export function peopleSteps({ first, last }: Window): string {
  return `WITH stay AS (
      SELECT grp, greatest(joins, ${first}) AS f, least(leaves, ${last + 1}) AS t, settles FROM (
        SELECT grp, joins, leaves, settles FROM person WHERE joins IS NOT NULL
        UNION ALL
        SELECT grp, again.joins, again.leaves, settles FROM again JOIN person ON person.id = again.id
      ) member WHERE greatest(joins, ${first}) < least(leaves, ${last + 1})
    ), working AS (
      SELECT grp, period FROM active JOIN person ON person.id = active.id
    ), step AS (
      SELECT grp, greatest(known, ${first}) AS period, 0 AS cohort, 1 AS n FROM person WHERE known <= ${last}
      UNION ALL SELECT grp, f, 0, -1 FROM stay
      UNION ALL SELECT grp, t, 0, 1 FROM stay
      UNION ALL SELECT grp, f, 1, 1 FROM stay WHERE f < settles
      UNION ALL SELECT grp, least(t, settles), 1, -1 FROM stay WHERE f < settles
      UNION ALL SELECT grp, greatest(f, settles), 2, 1 FROM stay WHERE settles < t
      UNION ALL SELECT grp, t, 2, -1 FROM stay WHERE settles < t
      UNION ALL SELECT grp, period, 2, -1 FROM working
      UNION ALL SELECT grp, period, 3, 1 FROM working
      UNION ALL SELECT grp, period + 1, 2, 1 FROM working
      UNION ALL SELECT grp, period + 1, 3, -1 FROM working
    )
    SELECT grp, period, cohort, sum(n)::INTEGER AS n FROM step GROUP BY grp, period, cohort HAVING sum(n) <> 0`;
}

/** Which of the small tables hold anything, and what is asked for. */
export interface SumsWanted {
  readonly again: boolean;
  readonly active: boolean;
  readonly squares: boolean;
  readonly decimals: number;
}

/** Amounts and their squares per period, cohort, group and line, in smallest units. */
export function sums(sql: Dialect, { again, active, squares, decimals }: SumsWanted): string {
  const member = `spent.period >= person.joins AND spent.period < person.leaves${again ? ' OR again.id IS NOT NULL' : ''}`;
  const settled = active ? 'CASE WHEN active.id IS NOT NULL THEN 3 ELSE 2 END' : '2';
  const minor = sql.minorUnits('spent.amount', decimals);
  return `SELECT period, cohort, grp, line, sum(amount)::VARCHAR AS amount, ${squares ? 'sum(minor * minor)' : '0'}::VARCHAR AS squares
    FROM (
      SELECT spent.period, spent.line, spent.amount, person.grp, ${squares ? minor : '0'} AS minor,
        CASE WHEN ${member} THEN CASE WHEN spent.period < person.settles THEN 1 ELSE ${settled} END ELSE 0 END AS cohort
      FROM spent JOIN person ON person.id = spent.id
      ${again ? 'LEFT JOIN again ON again.id = spent.id AND spent.period >= again.joins AND spent.period < again.leaves' : ''}
      ${active ? 'LEFT JOIN active ON active.id = spent.id AND active.period = spent.period' : ''}
    ) cell
    GROUP BY period, cohort, grp, line`;
}
