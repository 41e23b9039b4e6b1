import type { CohortRules } from '../../core/raw.ts';
import type { Dialect } from './dialect.ts';

/**
 * From members and transactions to people and sums, in stages. Each stage is a SELECT over named relations: DuckDB makes a
 * table of it and goes on from there, a database gets all of them nested in one another, as a single statement. Therefore
 * they are plain: one join each, no window function, no column that is renamed to the name of another.
 *
 * All of it works on numbers of periods: joining on day j makes somebody a newcomer in the periods from that of j to before
 * that of j + 90 days, because those are the periods whose last day is less than 90 days after j; leaving on day l ends the
 * membership before the period of l.
 */

/** Numbers of the first and the last period with transactions, or the SQL that tells them. */
export interface Window<N = number> {
  readonly first: N;
  readonly last: N;
}

/**
 * What the stages start from. `spent` holds what was spent in which period, row by row unless its squares are wanted;
 * `buyers`, where stages are tables, the day of each buyer's first transaction.
 */
export type Source = 'members' | 'customers' | 'contributions' | 'spent' | 'buyers';
/** What nested stages start from. */
export type NestedSource = Exclude<Source, 'buyers'>;
export type Stage = 'stretch' | 'span' | 'presence' | 'person' | 'active';

/** What a stage is made for, and how it names the ones before. */
export interface Plan {
  readonly sql: Dialect;
  readonly rules: CohortRules;
  readonly window: Window<number | string>;
  /** Whether anybody has several memberships, and whether anybody is known to have contributed. */
  readonly again: boolean;
  readonly active: boolean;
  readonly customers: boolean;
  /** Whether each stage is there to be read many times, as a table. */
  readonly tables: boolean;
  /** A relation by the name of what it holds. */
  ref(name: Source | Stage): string;
}

/** A membership without an end. */
const OPEN = 1_000_000;

export const STAGES = { stretch, span, presence, person, active } as const satisfies Record<
  Stage,
  (plan: Plan) => string
>;

/** A stretch of membership: the periods in which it begins, in which it is over, and in which one is settled. */
function stretch({ sql, rules: { unit, newcomerDays }, ref }: Plan): string {
  return `SELECT id, ${sql.periodOf('joined', unit)} AS began,
  CASE WHEN gone >= joined THEN ${sql.periodOf('gone', unit)} ELSE ${OPEN} END AS ended,
  ${sql.periodOf(sql.addDays('joined', newcomerDays), unit)} AS settled
FROM ${ref('members')}
WHERE joined IS NOT NULL`;
}

/**
 * One row per member: from when to when, from which period no newcomer any more (which the first joining decides), and how
 * many stretches. Whoever has several is in the periods that `presence` tells, and `joins` and `leaves` hold none.
 */
function span({ ref }: Plan): string {
  return `SELECT id, min(began) AS joins, CASE WHEN count(*) = 1 THEN max(ended) ELSE min(began) END AS leaves,
  min(settled) AS settles, max(ended) AS over_by, count(*) AS stretches
FROM ${ref('stretch')}
GROUP BY id`;
}

/** The periods in which those with several stretches are members. */
function presence({ sql, window: { first, last }, ref }: Plan): string {
  const stays = `(
    SELECT id, settles, greatest(began, ${first}) AS f, least(ended, ${last} + 1) AS t
    FROM ${ref('stretch')}
    ${sql.join} (SELECT id, settles FROM ${ref('span')} WHERE stretches > 1) repeated USING (id)
  ) stay`;
  return `SELECT DISTINCT id, settles, period FROM (
  ${sql.each('id, settles', stays, { name: 'period', first: 'f', end: 't', where: 'f < t' })}
) present`;
}

/** One row per person: since which period known, whether there are transactions, and the membership, 0 for who has none. */
function person({ sql, rules: { unit }, customers, tables, ref }: Plan): string {
  const none = '0 AS j, 0 AS l, 0 AS s, 0 AS o, 0 AS n';
  const [bought, buying] = tables ? [sql.periodOf('first', unit), ref('buyers')] : ['period', ref('spent')];
  const listed = `UNION ALL SELECT id, ${sql.periodOf('since', unit)} AS seen, 0 AS buys, ${none} FROM ${ref('customers')}`;
  return `SELECT id, ${sql.groupOf('id')} AS grp, min(seen) AS known, max(buys) AS bought, max(j) AS joins, max(l) AS leaves, max(s) AS settles,
  max(o) AS over_by, max(n) AS stretches
FROM (
  SELECT id, ${bought} AS seen, 1 AS buys, ${none} FROM ${buying}
  ${customers ? listed : ''}
  UNION ALL
  SELECT id, joins AS seen, 0 AS buys, joins AS j, leaves AS l, settles AS s, over_by AS o, stretches AS n FROM ${ref('span')}
) appearance
GROUP BY id`;
}

/** The periods in which a settled member counts as active. */
function active(plan: Plan): string {
  const { sql, rules, window, again, ref } = plan;
  const { first, last } = window;
  const from = sql.periodOf('day', rules.unit);
  const until = sql.periodOf(sql.addDays('day', rules.activeDays), rules.unit);
  const counted = `(
      SELECT id, greatest(${from}, ${first}) AS f, least(${until}, ${last} + 1) AS t FROM ${ref('contributions')}
    ) contribution`;
  const seen = `(
  SELECT DISTINCT id, period FROM (
    ${sql.each('id', counted, { name: 'period', first: 'f', end: 't', where: 'f < t' })}
  ) counted
) seen`;
  const once = `SELECT id, period FROM ${seen}
${sql.join} (SELECT id, joins, leaves, settles FROM ${ref('span')} WHERE stretches = 1) own USING (id)
WHERE period >= settles AND period >= joins AND period < leaves`;
  if (!again) return once;
  return `${once}
UNION ALL
SELECT id, period FROM ${seen}
${sql.join} (SELECT id, period FROM ${ref('presence')} WHERE period >= settles) own USING (id, period)`;
}

/**
 * Changes in the number of people: per group, period and cohort (0 non-member, 1 newcomer, 2 lurker, 3 active). Added up
 * over the periods they give the people, without a row for each person and period.
 */
export function peopleSteps(plan: Plan): string {
  const { sql, again, active: someActive, ref } = plan;
  const each = (columns: string, from: string, steps: string) =>
    `(${sql.each(columns, from, { name: 'step', first: '0', end: steps })}) stepping`;
  const here = (stage: Stage, cohort: string) => {
    const placed = `(SELECT ${sql.groupOf('id')} AS grp, period, ${cohort} AS c FROM ${ref(stage)}) placed`;
    const from = stage === 'presence' ? 0 : 2;
    return `SELECT grp, CASE WHEN step < 2 THEN ${from} ELSE c END AS cohort,
    CASE WHEN step IN (0, 2) THEN period ELSE period + 1 END AS place, CASE WHEN step IN (1, 2) THEN 1 ELSE -1 END AS change
  FROM ${each('grp, period, c', placed, '4')}`;
  };
  const parts = [lives(plan, each)];
  if (again) parts.push(here('presence', 'CASE WHEN period < settles THEN 1 ELSE 2 END'));
  if (someActive) parts.push(here('active', '3'));
  return `SELECT grp, place AS period, cohort, sum(change) AS n
FROM (
  ${parts.join('\n  UNION ALL\n  ')}
) steps
GROUP BY grp, place, cohort
HAVING sum(change) <> 0`;
}

/** What becomes of a person: known, then a member and no non-member any more, a newcomer, settled, and gone. */
function lives({ window: { first, last }, ref }: Plan, each: (c: string, from: string, steps: string) => string) {
  const clamped = `(
    SELECT grp, greatest(known, ${first}) AS k, greatest(joins, ${first}) AS f, least(leaves, ${last} + 1) AS t,
      settles AS s
    FROM ${ref('person')} WHERE known <= ${last}
  ) life`;
  return `SELECT grp, CASE WHEN step < 3 THEN 0 WHEN step < 5 THEN 1 ELSE 2 END AS cohort,
    CASE WHEN step = 0 THEN k WHEN step IN (1, 3) THEN f WHEN step = 4 THEN least(t, s) WHEN step = 5 THEN greatest(f, s) ELSE t END AS place,
    CASE WHEN step IN (0, 2, 3, 5) THEN 1 ELSE -1 END AS change
  FROM ${each('grp, k, f, t, s', clamped, 'CASE WHEN f < t THEN 7 ELSE 1 END')}
  WHERE step < 3 OR (step < 5 AND f < s) OR (step > 4 AND s < t)`;
}

/** Amounts, and their squares where they are asked for, per period, cohort, group and line. */
export function sums(plan: Plan, wanted: { readonly squares: boolean; readonly decimals: number }): string {
  const { sql, again, active: someActive, ref } = plan;
  const present = again ? ' OR p = 1' : '';
  const settled = someActive ? 'CASE WHEN a = 1 THEN 3 ELSE 2 END' : '2';
  const minor = sql.minorUnits('amount', wanted.decimals);
  const squares = wanted.squares ? ', sum(minor * minor) AS squares' : '';
  return `SELECT period, cohort, grp, line, sum(amount) AS total${squares}
FROM (
  SELECT period, line, amount, ${plan.tables ? 'grp' : `${sql.groupOf('id')} AS grp`},${wanted.squares ? ` ${minor} AS minor,` : ''}
    CASE WHEN (period >= j AND period < l)${present} THEN CASE WHEN period < s THEN 1 ELSE ${settled} END ELSE 0 END AS cohort
  FROM ${beside(plan, ref('spent'))}
) placed
GROUP BY period, cohort, grp, line`;
}

/**
 * Spending with what is known of the person in that period beside it. Where it is at hand, the table of people spares
 * working out the group for each row; nested, it would be worked out from all transactions once more.
 */
function beside({ sql, again, active: someActive, tables, ref }: Plan, spent: string): string {
  const stay = 'coalesce(joins, 0) AS j, coalesce(leaves, 0) AS l, coalesce(settles, 0) AS s';
  const who = tables
    ? `${sql.join} (SELECT id, grp, joins, leaves, settles FROM ${ref('person')}) known USING (id)`
    : `${sql.leftJoin} (SELECT id, joins, leaves, settles FROM ${ref('span')}) membership USING (id)`;
  const own = `id, period, line, amount${tables ? ', grp' : ''}`;
  let columns = `${own}, j, l, s`;
  let from = `(
    SELECT ${own}, ${stay} FROM ${spent}
    ${who}
  ) spending`;
  const add = (name: string, stage: Stage, mark: string) => {
    from = `(
    SELECT ${columns}, coalesce(${mark}x, 0) AS ${mark} FROM ${from}
    ${sql.leftJoin} (SELECT id, period, 1 AS ${mark}x FROM ${ref(stage)}) ${name} USING (id, period)
  ) spending`;
    columns += `, ${mark}`;
  };
  if (again) add('again', 'presence', 'p');
  if (someActive) add('contributing', 'active', 'a');
  return from;
}

/** People and amounts in one answer, for who runs it elsewhere: per period, cohort, group and line. */
export function cells(plan: Plan, lines: readonly string[]): string {
  const {
    sql,
    window: { last },
  } = plan;
  const steps = `(\n${peopleSteps(plan)}\n) step`;
  const range = { name: 'in_period', first: 'period', end: `${last} + 1`, where: `period <= ${last}` };
  const counted = `SELECT in_period, cohort, grp, sum(n) AS people FROM (
${sql.each('period, cohort, grp, n', steps, range)}
) stepping
GROUP BY in_period, cohort, grp
HAVING sum(n) > 0`;
  const each = lines.map(
    (line) => `SELECT in_period AS period, cohort, grp, ${sql.literal(line)} AS line, people AS m, 0 AS s FROM (
${counted}
) counted`,
  );
  return `SELECT period, cohort, grp, line, max(m) AS people, sum(s) AS spend FROM (
${each.join('\nUNION ALL\n')}
UNION ALL
SELECT period, cohort, grp, line, 0 AS m, total AS s FROM (
${sums(plan, { squares: false, decimals: 0 })}
) summed
) both_parts
GROUP BY period, cohort, grp, line`;
}

/** All stages nested in one another. */
export function nested(plan: Omit<Plan, 'ref' | 'tables'>, sources: Readonly<Record<NestedSource, string>>): Plan {
  const whole: Plan = {
    ...plan,
    tables: false,
    ref: (name) => {
      const text = name in STAGES ? STAGES[name as Stage](whole) : sources[name as NestedSource];
      return `(\n${text}\n) AS ${name}`;
    },
  };
  return whole;
}
