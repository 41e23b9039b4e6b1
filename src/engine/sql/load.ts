import type { CohortRules } from '../../core/raw.ts';
import type { RawKind } from '../../input/options.ts';
import { type Dialect, literal } from './dialect.ts';
import { BARE_AMOUNT, hasColumn, isPlain, isTyped, type LoadableFile, relation } from './relation.ts';

/** Plain amounts with two decimals at most: what else a cast would take, it would take in silence and wrongly. */
const PLAIN = String.raw`-?[0-9]+(?:\.[0-9][0-9]?)?`;

/** How a file becomes a table, and how that is checked. */
export interface Statements {
  readonly load: LoadOne;
  readonly check: (table: string) => string;
}

/** One file of a kind as a table of its own. */
export type LoadOne = (sql: Dialect, table: string, file: LoadableFile, rules: CohortRules) => string;

const idOf = (sql: Dialect, { normalizeIds }: CohortRules) => (normalizeIds ? sql.foldedId('person_id') : 'person_id');

/** The amount of a transaction as a number; null where it is not as plain as it looked. */
function amountIn(file: LoadableFile): string {
  if (isPlain(file) && file.bare) return 'amount';
  const comma = isPlain(file) && file.decimal === ',';
  const written = comma ? `CASE WHEN NOT contains(amount, '.') THEN replace(amount, ',', '.') END` : 'amount';
  const strict = `CASE WHEN regexp_full_match(${written}, ${literal(PLAIN)}) THEN TRY_CAST(${written} AS ${BARE_AMOUNT}) END`;
  if (isPlain(file)) return strict;
  if (!isTyped(file)) return `CAST(amount AS DECIMAL(38, ${file.decimals}))`;
  const isText = file.columns.some(({ name, type }) => name === 'amount' && type === 'VARCHAR');
  return isText ? strict : `TRY_CAST(amount AS DECIMAL(38, ${file.decimals}))`;
}

/** The transactions of a file, row by row: id, date, amount (null where it is not as plain as it looked), further columns. */
function purchasesOf(sql: Dialect, file: LoadableFile, rules: CohortRules, extra: readonly string[]): string {
  const amount = amountIn(file);
  return `SELECT ${idOf(sql, rules)} AS id, date, ${amount} AS amount${extra.map((name) => `, ${name}`).join('')}
    FROM ${relation(file, ['person_id', 'date', 'amount', ...extra])}`;
}

/**
 * Transactions added up by person, period, line and currency. A row that is not as plain as it looked has no period. What
 * a file does not have is not grouped by: each key and each sum costs a tenth of the whole.
 */
const transactions: LoadOne = (sql, table, file, rules) => {
  const has = (name: string) => hasColumn(file, name);
  const extra = ['line', 'currency'].filter(has);
  const keys = ['id', 'period', ...extra].join(', ');
  return `CREATE TABLE ${table} AS
    SELECT id, period, ${has('line') ? 'line' : 'NULL::VARCHAR AS line'},
      ${has('currency') ? 'currency AS mark' : 'NULL::VARCHAR AS mark'}, amount, rows, last_day
    FROM (
      SELECT ${keys}, sum(amount) AS amount, count(*) AS rows, max(date) AS last_day
      FROM (
        SELECT id, CASE WHEN amount IS NOT NULL THEN ${sql.periodOf('date', rules.unit)} END AS period, date, amount
          ${extra.map((name) => `, ${name}`).join('')}
        FROM (
          ${purchasesOf(sql, file, rules, extra)}
        ) typed
      ) placed
      GROUP BY ${keys}
    ) added`;
};

const members: LoadOne = (sql, table, file, rules) =>
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, joined, "left" AS gone, contributed
    FROM ${relation(file, ['person_id', 'joined', 'left', 'contributed'])}`;

const activity: LoadOne = (sql, table, file, rules) =>
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, date, count(*) AS rows
    FROM ${relation(file, ['person_id', 'date'])} GROUP BY ALL`;

const customers: LoadOne = (sql, table, file, rules) =>
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, since, count(*) AS rows
    FROM ${relation(file, ['person_id', 'since'])} GROUP BY ALL`;

const events: LoadOne = (sql, table, file, rules) =>
  `CREATE TABLE ${table} AS SELECT ${idOf(sql, rules)} AS id, date, event, count(*) AS rows
    FROM ${relation(file, ['person_id', 'date', 'event'])} GROUP BY ALL`;

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
const checked = (rows: string, bad: readonly string[]) => (table: string) =>
  `SELECT coalesce(${rows}, 0)::DOUBLE AS rows, count(*) FILTER (${bad.join(' OR ')})::DOUBLE AS bad FROM ${table}`;

/** How many rows went into a table, and how many of its own rows our reader should look at. */
export const CHECK = {
  members: checked('count(*)', [BAD_ID, badDay('joined'), badDay('gone'), badDay('contributed')]),
  transactions: checked('sum(rows)', ['period IS NULL', BAD_ID, badDay('last_day')]),
  activity: checked('sum(rows)', ['date IS NULL', BAD_ID, badDay('date')]),
  customers: checked('sum(rows)', ['since IS NULL', BAD_ID, badDay('since')]),
  events: checked('sum(rows)', ['date IS NULL', BAD_ID, badDay('date'), BAD_NAME]),
} as const satisfies Record<RawKind, (table: string) => string>;

/** The people of a table of purchases: the table beside it. */
export const buyersOf = (table: string) => `${table}_buyers`;

/**
 * Transactions as they are, row by row: where days count, adding up by person and day would save next to nothing. Beside
 * them when each person first bought something. (Scanning a plain file a second time instead of keeping its rows was
 * tried, and takes half as long again.)
 */
export const PURCHASES: Statements = {
  load: (sql, table, file, rules) => {
    const extra = ['line', 'currency'].filter((name) => hasColumn(file, name));
    const named = extra.map((name) => (name === 'currency' ? ', currency AS mark' : `, ${name}`)).join('');
    return `CREATE TABLE ${table} AS
        SELECT id, date, amount${named} FROM (${purchasesOf(sql, file, rules, extra)}) typed;
      CREATE OR REPLACE TABLE ${buyersOf(table)} AS
        SELECT id, min(date) AS first FROM ${table} GROUP BY id`;
  },
  check(table) {
    const bad = `2 * count(*) - count(date) - count(amount) + (${badDay('min(date)')} OR ${badDay('max(date)')})::INTEGER`;
    return `SELECT rows::DOUBLE AS rows, (bad + ids)::DOUBLE AS bad
      FROM (SELECT count(*) AS rows, ${bad} AS bad FROM ${table}) cells,
        (SELECT count(*) FILTER (${BAD_ID}) AS ids FROM ${buyersOf(table)}) people`;
  },
};

const EMPTY = {
  members: 'NULL::VARCHAR AS id, NULL::DATE AS joined, NULL::DATE AS gone, NULL::DATE AS contributed',
  transactions: '',
  activity: 'NULL::VARCHAR AS id, NULL::DATE AS date, 0 AS rows',
  customers: 'NULL::VARCHAR AS id, NULL::DATE AS since, 0 AS rows',
  events: '',
} as const satisfies Record<RawKind, string>;

/** The tables of all files of a kind as one. */
export function together(kind: RawKind, tables: readonly string[], name: string = kind): string {
  if (tables.length === 0) return `CREATE VIEW ${name} AS SELECT ${EMPTY[kind]} WHERE false`;
  const all = tables.map((table) => `SELECT * FROM ${table}`).join(' UNION ALL ');
  return `CREATE VIEW ${name} AS ${all}`;
}

/** Transactions of several files, or with several spellings of a line, added up once more; else as they are. */
export function spent(tables: readonly string[], lines: ReadonlyMap<string, string>, several: boolean): string {
  const [only] = tables;
  if (!several && lines.size === 0) return `ALTER TABLE ${only} RENAME TO spent`;
  const cases = [...lines].map(([written, line]) => `WHEN ${literal(written)} THEN ${literal(line)}`);
  const line = cases.length === 0 ? 'line' : `CASE line ${cases.join(' ')} END`;
  return `CREATE TABLE spent AS
    SELECT id, period, ${line} AS line, sum(amount) AS amount, sum(rows) AS rows, max(last_day) AS last_day
    FROM (${tables.map((table) => `SELECT * FROM ${table}`).join(' UNION ALL ')}) part
    GROUP BY id, period, ${line}`;
}

/** Who contributed when: from the activity file, or from the last contribution of each member. */
export function contributions(fromActivity: boolean): string {
  const source = fromActivity
    ? 'SELECT DISTINCT id, date AS day FROM activity'
    : 'SELECT DISTINCT id, contributed AS day FROM members WHERE contributed IS NOT NULL';
  return `CREATE TABLE contributions AS ${source}`;
}
