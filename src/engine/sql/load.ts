import type { CohortRules } from '../../core/raw.ts';
import type { RawKind } from '../../input/options.ts';
import { BARE_AMOUNT, decimalOf } from './amount.ts';
import { type Dialect, literal } from './dialect.ts';
import { hasColumn, isPlain, isTyped, type LoadableFile, relation } from './relation.ts';

/** Plain amounts with two decimals at most: what else a cast would take, it would take in silence and wrongly. */
const PLAIN = String.raw`-?[0-9]+(?:\.[0-9][0-9]?)?`;

/** One file of a kind as a table of its own, by the first statement, and what stands beside it. */
export type LoadOne = (
  sql: Dialect,
  table: string,
  file: LoadableFile,
  rules: CohortRules,
) => readonly [load: string, ...beside: string[]];

const idOf = (sql: Dialect, { normalizeIds }: CohortRules) => (normalizeIds ? sql.foldedId('person_id') : 'person_id');

/** The amount of a transaction as a number; null where it is not as plain as it looked. */
function amountOf(file: LoadableFile): string {
  if (isPlain(file) && file.bare) return 'amount';
  const comma = isPlain(file) && file.decimal === ',';
  const written = comma ? `CASE WHEN NOT contains(amount, '.') THEN replace(amount, ',', '.') END` : 'amount';
  const strict = `CASE WHEN regexp_full_match(${written}, ${literal(PLAIN)}) THEN TRY_CAST(${written} AS ${BARE_AMOUNT}) END`;
  if (isPlain(file)) return strict;
  if (!isTyped(file)) return decimalOf('amount', file.decimals);
  return file.columns.some(({ name, type }) => name === 'amount' && type === 'VARCHAR') ? strict : 'amount';
}

/** The people of a table of transactions, and its days: tables beside it. */
const buyersOf = (table: string) => `${table}_buyers`;
const daysOf = (table: string) => `${table}_days`;

/**
 * Transactions as they are, row by row, with the columns `line` and `mark` where the file has them. (Adding them up by
 * person and period was tried: it takes three times as long as keeping them, and hardly two of them share both.) Beside
 * them are the people, with the day of their first, and the days, with the number of rows and how many of these have an
 * amount that is not as plain as it looked.
 */
const transactions: LoadOne = (sql, table, file, rules) => {
  const extra = ['line', 'currency'].filter((name) => hasColumn(file, name));
  const named = extra.map((name) => (name === 'currency' ? ', currency AS mark' : `, ${name}`)).join('');
  return [
    `CREATE TABLE ${table} AS
      SELECT ${idOf(sql, rules)} AS id, date, ${amountOf(file)} AS amount${named}
      FROM ${relation(file, ['person_id', 'date', 'amount', ...extra])}`,
    `CREATE OR REPLACE TABLE ${buyersOf(table)} AS SELECT id, min(date) AS first FROM ${table} GROUP BY id`,
    `CREATE OR REPLACE TABLE ${daysOf(table)} AS
      SELECT date, count(*) AS rows, count(*) - count(amount) AS odd FROM ${table} GROUP BY date`,
  ];
};

const members: LoadOne = (sql, table, file, rules) => [
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, joined, "left" AS gone, contributed
    FROM ${relation(file, ['person_id', 'joined', 'left', 'contributed'])}`,
];

const activity: LoadOne = (sql, table, file, rules) => [
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, date FROM ${relation(file, ['person_id', 'date'])}`,
];

const customers: LoadOne = (sql, table, file, rules) => [
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, since FROM ${relation(file, ['person_id', 'since'])}`,
];

const events: LoadOne = (sql, table, file, rules) => [
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, date, event
    FROM ${relation(file, ['person_id', 'date', 'event'])}`,
];

export const LOAD = { members, transactions, activity, customers, events } as const satisfies Record<RawKind, LoadOne>;

/**
 * Blank, with spaces around (nothing sorts before ! but they and control characters), with a NUL, or with a quotation mark,
 * which may stand where none is allowed.
 */
const BAD_ID = `id IS NULL OR id < '!' OR suffix(id, ' ') OR contains(id, chr(0)) OR contains(id, '"')`;
/** With more than single spaces between its words: our own reader writes those as one. */
const BAD_NAME = String.raw`NOT regexp_full_match(event, '[^\s\p{Z}\p{C}"]+( [^\s\p{Z}\p{C}"]+)*')`;
/** DuckDB makes 1900-01-01 of words such as "infinity", wherever it is told the format of a date. */
const badDay = (day: string) => `${day} < DATE '1900-02-01' OR ${day} > DATE '2199-12-31'`;
const checked =
  (...bad: readonly string[]) =>
  (table: string) =>
    `SELECT count(*)::DOUBLE AS rows, count(*) FILTER (${bad.join(' OR ')})::DOUBLE AS bad FROM ${table}`;

/** How many rows went into a table, and how many rows, people or days our own reader should look at. */
export const CHECK = {
  members: checked(BAD_ID, badDay('joined'), badDay('gone'), badDay('contributed')),
  transactions: (table) =>
    `SELECT coalesce(rows, 0)::DOUBLE AS rows, (bad + ids)::DOUBLE AS bad
     FROM (SELECT sum(rows) AS rows, count(*) FILTER (date IS NULL OR odd > 0 OR ${badDay('date')}) AS bad FROM ${daysOf(table)}) days,
       (SELECT count(*) FILTER (${BAD_ID}) AS ids FROM ${buyersOf(table)}) people`,
  activity: checked('date IS NULL', BAD_ID, badDay('date')),
  customers: checked('since IS NULL', BAD_ID, badDay('since')),
  events: checked('date IS NULL', BAD_ID, badDay('date'), BAD_NAME),
} as const satisfies Record<RawKind, (table: string) => string>;

const EMPTY = {
  members: 'NULL::VARCHAR AS id, NULL::DATE AS joined, NULL::DATE AS gone, NULL::DATE AS contributed',
  activity: 'NULL::VARCHAR AS id, NULL::DATE AS date',
  customers: 'NULL::VARCHAR AS id, NULL::DATE AS since',
} as const satisfies Partial<Record<RawKind, string>>;

const all = (columns: string, tables: readonly string[]) =>
  tables.map((table) => `SELECT ${columns} FROM ${table}`).join(' UNION ALL ');

/** The tables of all files of a kind as one. */
export function together(kind: keyof typeof EMPTY, tables: readonly string[]): string {
  return `CREATE VIEW ${kind} AS ${tables.length === 0 ? `SELECT ${EMPTY[kind]} WHERE false` : all('*', tables)}`;
}

/** The transactions of all files as one, their people, and their days. */
export function purchases(tables: readonly string[]): string[] {
  return [
    `CREATE VIEW purchases AS ${all('id, date, amount', tables)}`,
    `CREATE VIEW buyers AS ${all('id, first', tables.map(buyersOf))}`,
    `CREATE VIEW days AS ${all('date, rows', tables.map(daysOf))}`,
  ];
}

/** A table of transactions, and whether it has the column `line`. */
export interface Lined {
  readonly table: string;
  readonly lined: boolean;
}

/** What was spent in which period: row by row, or added up by person where their squares are wanted. */
export function spent(
  sql: Dialect,
  tables: readonly Lined[],
  lines: ReadonlyMap<string, string>,
  { unit }: CohortRules,
  byPerson: boolean,
): string {
  const cases = [...lines].map(([written, line]) => `WHEN ${literal(written)} THEN ${literal(line)}`);
  const known = cases.length === 0 ? 'line' : `CASE line ${cases.join(' ')} END`;
  const rows = tables.map(
    ({ table, lined }) => `SELECT id, ${sql.periodOf('date', unit)} AS period,
      ${lined ? known : 'NULL::VARCHAR'} AS line, amount FROM ${table}`,
  );
  if (!byPerson) return `CREATE VIEW spent AS ${rows.join(' UNION ALL ')}`;
  return `CREATE TABLE spent AS
    SELECT id, period, line, sum(amount) AS amount FROM (${rows.join(' UNION ALL ')}) placed GROUP BY id, period, line`;
}

/** Who contributed when: from the activity file, or from the last contribution of each member. */
export function contributions(fromActivity: boolean): string {
  const source = fromActivity
    ? 'SELECT id, date AS day FROM activity'
    : 'SELECT id, contributed AS day FROM members WHERE contributed IS NOT NULL';
  return `CREATE VIEW contributions AS ${source}`;
}
