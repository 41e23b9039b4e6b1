import type { Plan } from './cohorts.ts';

/** How the sources fit together, in statements of one row each. Everything counts people, however many rows they have. */

/** From the people: members, buyers, both, who joined after the last period, who is no member any more at its end. */
export function personCounts({ window: { last }, ref }: Plan): string {
  const count = (name: string, condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;
  return `SELECT ${[
    count('members', 'stretches > 0'),
    count('matched', 'stretches > 0 AND bought = 1'),
    count('buyers', 'bought = 1'),
    count('joined_after', `stretches > 0 AND joins > ${last}`),
    count('former', `stretches > 0 AND joins <= ${last} AND over_by <= ${last}`),
  ].join(',\n  ')}
FROM ${ref('person')}`;
}

/** From the member list: rows and people, who never joined, odd rows. `now` is the day of the run as SQL has it. */
export function memberCounts({ ref }: Plan, now: string): string {
  const rows = (name: string, condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;
  return `SELECT count(*) AS people, sum(listed) AS all_rows, sum(CASE WHEN dated = 0 THEN 1 ELSE 0 END) AS never_joined,
  sum(CASE WHEN dated > 1 THEN 1 ELSE 0 END) AS repeated, sum(before) AS left_before, sum(future) AS future_rows,
  sum(last_known) AS last_contributions
FROM (
  SELECT id, count(*) AS listed, ${rows('dated', 'joined IS NOT NULL')}, ${rows('before', 'gone < joined')},
    ${rows('future', `joined > ${now} OR gone > ${now} OR contributed > ${now}`)},
    ${rows('last_known', 'contributed IS NOT NULL')}
  FROM ${ref('members')} GROUP BY id
) listed_people`;
}

/** People who contributed and never joined. */
export function outsiders({ ref }: Plan): string {
  return `SELECT count(*) AS n FROM (
  SELECT id, max(m) AS member FROM (
    SELECT id, 0 AS m FROM ${ref('contributions')}
    UNION ALL SELECT id, 1 AS m FROM ${ref('span')}
  ) either
  GROUP BY id
) contributor WHERE member = 0`;
}

/**
 * Members without transactions whose id is that of a buyer but for case and spaces. (Looking the ones up among the others
 * was tried: PostgreSQL, which cannot know how many there are, compares each with each.)
 */
export function almostMatching({ sql, ref }: Plan): string {
  return `SELECT coalesce(sum(without), 0) AS n FROM (
  SELECT folded, sum(1 - bought) AS without, max(bought) AS buyers FROM (
    SELECT ${sql.foldedId('id')} AS folded, bought FROM ${ref('person')}
    WHERE (stretches > 0 AND bought = 0) OR (stretches = 0 AND bought = 1)
  ) apart
  GROUP BY folded
) alike WHERE buyers = 1`;
}
