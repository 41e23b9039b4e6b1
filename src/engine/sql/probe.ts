import type { CohortRules } from '../../core/raw.ts';
import type { Statement } from './statement.ts';
import { columnNamed, rowsOf, type Table, type TableDialect, type Taking, takenFrom } from './table.ts';
import { DAYS, isWrong, type Tables, wrongRows } from './tables.ts';

/** What is asked of a table first, in one pass: its rows, whether any of them is odd, and the days that they span. */
export function glance(kind: keyof Tables, table: Table, sql: TableDialect, taking: Taking): Statement {
  const take = takenFrom(sql, table, taking);
  const [dayName] = Object.keys(DAYS[kind]);
  const odd = [...wrongRows(kind, table, sql, taking).map(({ condition }) => condition), take.isSpaced];
  return {
    name: `rows of ${kind}`,
    says: `How many rows of ${kind} there are, whether any is odd, and which days they span.`,
    keys: [],
    sums: ['all_rows', 'odd'],
    least: ['first_day'],
    most: ['last_day'],
    text: `SELECT count(*) AS all_rows, sum(is_odd) AS odd, min(own_day) AS first_day, max(own_day) AS last_day
FROM (
  SELECT CASE WHEN ${odd.map((condition) => `(${condition})`).join('\n    OR ')} THEN 1 ELSE 0 END AS is_odd,
    ${take.day(dayName!) ?? sql.noDay} AS own_day
  FROM ${rowsOf(sql, table)}
) glanced_at`,
  };
}

/** What is asked of a table where some rows are odd, or in the future: how many of them, and in which way. */
export function probe(
  kind: keyof Tables,
  table: Table,
  sql: TableDialect,
  taking: Taking,
  rules: CohortRules,
  today: string,
): Statement {
  const take = takenFrom(sql, table, taking);
  const wrong = wrongRows(kind, table, sql, taking);
  const [dayName] = Object.keys(DAYS[kind]);
  const day = take.day(dayName!) ?? sql.noDay;
  const flags = wrong.map(({ condition }, at) => `CASE WHEN ${condition} THEN 1 ELSE 0 END AS w${at}`);
  const sum = (condition: string, name: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;
  const period = sql.periodOf('sound_day', rules.unit);
  const now = sql.periodOf(sql.day(today), rules.unit);
  const later = kind === 'transactions' ? `${period} > ${now}` : `sound_day > ${sql.day(today)}`;
  return {
    name: `odd rows of ${kind}`,
    says: `What is wrong with rows of ${kind}, and which days the others span.`,
    keys: [],
    sums: ['all_rows', 'wrong', 'spaced', 'later', ...wrong.map((_, at) => `wrong_${at}`)],
    least: ['first_period'],
    most: ['last_period', 'last_day'],
    text: `SELECT count(*) AS all_rows, sum(is_wrong) AS wrong, sum(is_spaced) AS spaced,
  ${wrong.map((_, at) => `sum(w${at}) AS wrong_${at}`).join(', ')},
  ${sum(`sound_day IS NOT NULL AND ${later}`, 'later')},
  min(CASE WHEN sound_day IS NOT NULL THEN ${period} END) AS first_period,
  max(CASE WHEN sound_day IS NOT NULL THEN ${period} END) AS last_period, max(sound_day) AS last_day
FROM (
  SELECT ${isWrong(wrong)} AS is_wrong, CASE WHEN ${take.isSpaced} THEN 1 ELSE 0 END AS is_spaced,
    ${flags.join(',\n    ')},
    CASE WHEN ${isWrong(wrong)} = 0 THEN ${day} END AS sound_day
  FROM ${rowsOf(sql, table)}
) looked_at`,
  };
}

/** A column that says of each row which of two lines it is, or which currency, has few texts. */
const MOST_TEXTS = 100;

/** The texts of a column that has few: of the line, or of the currency. */
export function texts(
  table: Table,
  name: 'line' | 'currency',
  sql: TableDialect,
  taking: Taking,
): Statement | undefined {
  if (columnNamed(table, name) === undefined) return undefined;
  return {
    name: `${name} of transactions`,
    says: `What is written in the column ${name}.`,
    keys: ['written'],
    sums: ['times'],
    limit: MOST_TEXTS,
    text: `SELECT written, count(*) AS times FROM (
  SELECT ${takenFrom(sql, table, taking).text(name)} AS written FROM ${rowsOf(sql, table)}
) marked
GROUP BY written`,
  };
}
