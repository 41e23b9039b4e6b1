import type { CohortRules } from '../../core/raw.ts';
import type { Window } from './cohorts.ts';
import { type Dialect, literal } from './dialect.ts';

/** How the sources fit together, in one row. */
export function match(sql: Dialect, { unit }: CohortRules, { last }: Window, today: string): string {
  const now = `${literal(today)}::DATE`;
  const one = (name: string, from: string) => `(SELECT count(*) FROM ${from})::INTEGER AS ${name}`;
  return `SELECT ${[
    one('members', 'person WHERE settles IS NOT NULL'),
    one('matched', 'person WHERE settles IS NOT NULL AND bought = 1'),
    one('buyers', 'person WHERE bought = 1'),
    one(
      'never_joined',
      '(SELECT DISTINCT id FROM members WHERE joined IS NULL AND id NOT IN (SELECT id FROM stretch)) outsider',
    ),
    one('distinct_members', '(SELECT DISTINCT id FROM members) listed'),
    one('member_rows', 'members'),
    one('left_before', 'members WHERE gone < joined'),
    one('joined_after', `(SELECT id FROM stretch GROUP BY id HAVING min(joins) > ${last}) late`),
    one('former', `(SELECT id FROM stretch GROUP BY id HAVING min(joins) <= ${last} AND max(leaves) <= ${last}) gone`),
    one('outsiders', '(SELECT DISTINCT id FROM contributions WHERE id NOT IN (SELECT id FROM stretch)) outsider'),
    one('future_members', `members WHERE joined > ${now} OR gone > ${now} OR contributed > ${now}`),
    `(SELECT coalesce(sum(rows), 0) FROM spent WHERE period > ${sql.periodOf(now, unit)})::INTEGER AS future_transactions`,
    one('future_activity', `contributions WHERE date > ${now}`),
    one('future_customers', `customers WHERE since > ${now}`),
    one('last_known', 'members WHERE contributed IS NOT NULL'),
    '(SELECT max(last_day) FROM spent)::VARCHAR AS last_day',
  ].join(', ')}`;
}

/** Members without transactions whose id is that of a buyer but for case and spaces. */
export function almostMatching(sql: Dialect): string {
  return `SELECT count(*)::INTEGER AS n FROM person
    WHERE settles IS NOT NULL AND bought = 0
      AND ${sql.foldedId('id')} IN (SELECT ${sql.foldedId('id')} FROM person WHERE settles IS NULL AND bought = 1)`;
}
