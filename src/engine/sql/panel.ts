import type { Window } from './cohorts.ts';
import type { Dialect } from './dialect.ts';

/**
 * From the tables `person` and `spent` to a balanced panel: the same people in every period of a window, all of
 * them known before it begins. Whoever spent nothing in a period has no row there and counts with 0.
 */

/** Period of joining that stands for who has not joined by the end of the window. */
export const NOT_JOINED = -1;

/** One row per person of the panel, with the period of the first joining. */
export function panelists({ first, last }: Window): string {
  return `CREATE TABLE panelist AS
    SELECT id, CASE WHEN stretches > 0 AND joins <= ${last} THEN joins ELSE ${NOT_JOINED} END AS joined
    FROM person
    WHERE known < ${first} AND (stretches = 0 OR joins > ${first})`;
}

/** People who are in no panel, in one row. */
export function panelLeftOut({ first, last }: Window): string {
  const later = `known BETWEEN ${first} AND ${last} AND (stretches = 0 OR joins > ${first})`;
  return `SELECT
      (count(*) FILTER (${later}))::INTEGER AS later,
      (count(*) FILTER (${later} AND stretches > 0 AND joins <= ${last}))::INTEGER AS later_joined,
      (count(*) FILTER (stretches > 0 AND joins <= ${first}))::INTEGER AS before
    FROM person`;
}

export const panelPeople = 'SELECT joined, count(*)::DOUBLE AS n FROM panelist GROUP BY joined';

/** Spending by person and period, in whole smallest units. */
export function panelSpending(sql: Dialect, { first, last }: Window, decimals: number): string {
  return `CREATE TABLE panel_spent AS
    SELECT panelist.joined, spent.id, spent.period, ${sql.minorUnits('sum(spent.amount)', decimals)} AS minor
    FROM spent JOIN panelist ON panelist.id = spent.id
    WHERE spent.period BETWEEN ${first} AND ${last}
    GROUP BY panelist.joined, spent.id, spent.period`;
}

export const panelSums =
  'SELECT joined, period AS t, sum(minor)::VARCHAR AS total FROM panel_spent GROUP BY joined, period';

/** Σ yₛ·yₜ over the people of a cohort, for s ≤ t: whoever spent nothing in one of the two adds nothing. */
export const panelProducts = `SELECT a.joined, a.period AS s, b.period AS t, sum(a.minor * b.minor)::VARCHAR AS total
  FROM panel_spent a JOIN panel_spent b ON a.id = b.id AND a.period <= b.period
  GROUP BY a.joined, a.period, b.period`;
