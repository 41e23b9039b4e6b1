import { DUCKDB, literal, whereOf } from '../dialect.ts';
import { decimalsOf, type TableDialect } from '../table.ts';

/**
 * Dialects whose statements are shown, to be run elsewhere: ids are text there, days dates and amounts exact numbers, as in
 * the documentation of files. What differs is taken from the manuals of the engines; none of them is asked by the program.
 */
type Own = Pick<TableDialect, 'periodOf' | 'addDays' | 'groupOf' | 'foldedId' | 'each'> & Partial<TableDialect>;

function dialect(own: Own): TableDialect {
  return {
    minorUnits: (amount, decimals) => `round(${amount} * ${10 ** decimals})`,
    textOf: (number) => `CAST(${number} AS VARCHAR)`,
    whole: (number) => `CAST(${number} AS INTEGER)`,
    concat: (...texts) => texts.join(' || '),
    literal,
    join: 'JOIN',
    leftJoin: 'LEFT JOIN',
    identifier: (name) => `"${name.replaceAll('"', '""')}"`,
    idOf: (column) => column,
    trimmed: (id) => `trim(${id})`,
    isSpaced: (id) => `${id} <> trim(${id})`,
    dayOf: (column) => column,
    isNoDay: () => '1 = 0',
    amountOf: (column, held) => `CAST(${column} AS DECIMAL(38, ${decimalsOf(held)}))`,
    isNoAmount: () => '1 = 0',
    isBlank: (column, { name }) =>
      name === 'person_id' ? `trim(${column}) = '' OR ${column} IS NULL` : `${column} IS NULL`,
    day: (text) => `DATE ${literal(text)}`,
    noDay: 'CAST(NULL AS DATE)',
    days: ['1900-02-01', '2199-12-31'],
    ...own,
  };
}

/** Year and month, or quarter, by functions of those names. */
function byYear(unit: 'month' | 'quarter' | 'year', part: (name: string) => string): string {
  if (unit === 'year') return part('year');
  return unit === 'quarter'
    ? `(${part('year')} * 4 + ${part('quarter')} - 1)`
    : `(${part('year')} * 12 + ${part('month')} - 1)`;
}

/** DuckDB, asked by somebody else. */
export const DUCKDB_TABLES: TableDialect = dialect(DUCKDB);

export const SNOWFLAKE: TableDialect = dialect({
  periodOf: (date, unit) => byYear(unit, (name) => `${name}(${date})`),
  addDays: (date, days) => `dateadd(day, ${days}, ${date})`,
  groupOf: (id) => `to_number(substr(md5(${id}), 1, 2), 'XX')`,
  foldedId: (id) => String.raw`lower(regexp_replace(${id}, '\\s+', ''))`,
  each(columns, from, range) {
    const numbers = `LATERAL FLATTEN(INPUT => ARRAY_GENERATE_RANGE(${range.first}, ${range.end})) number`;
    return `SELECT ${columns}, number.value::INTEGER AS ${range.name} FROM ${from}, ${numbers}${whereOf(range)}`;
  },
});

export const BIGQUERY: TableDialect = dialect({
  periodOf: (date, unit) => byYear(unit, (name) => `EXTRACT(${name.toUpperCase()} FROM ${date})`),
  addDays: (date, days) => `DATE_ADD(${date}, INTERVAL ${days} DAY)`,
  groupOf: (id) => `CAST(CONCAT('0x', SUBSTR(TO_HEX(MD5(${id})), 1, 2)) AS INT64)`,
  foldedId: (id) => String.raw`LOWER(REGEXP_REPLACE(${id}, r'[\s\pZ]+', ''))`,
  each(columns, from, range) {
    const numbers = `UNNEST(GENERATE_ARRAY(${range.first}, ${range.end} - 1)) AS ${range.name}`;
    return `SELECT ${columns}, ${range.name} FROM ${from}, ${numbers}${whereOf(range)}`;
  },
  textOf: (number) => `CAST(${number} AS STRING)`,
  whole: (number) => `CAST(${number} AS INT64)`,
  identifier: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  literal: (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  amountOf: (column) => `CAST(${column} AS BIGNUMERIC)`,
});

export const DATABRICKS: TableDialect = dialect({
  periodOf: (date, unit) => byYear(unit, (name) => `${name}(${date})`),
  addDays: (date, days) => `date_add(${date}, ${days})`,
  groupOf: (id) => `CAST(conv(substr(md5(${id}), 1, 2), 16, 10) AS INT)`,
  foldedId: (id) => String.raw`lower(regexp_replace(${id}, '\\s+', ''))`,
  each: (columns, from, range) =>
    `SELECT ${columns}, explode(sequence(${range.first}, ${range.end} - 1)) AS ${range.name} FROM ${from}${whereOf(range)}`,
  textOf: (number) => `CAST(${number} AS STRING)`,
  identifier: (name) => `\`${name.replaceAll('`', '``')}\``,
  literal: (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
});

export const TRINO: TableDialect = dialect({
  periodOf: (date, unit) => byYear(unit, (name) => `${name}(${date})`),
  addDays: (date, days) => `date_add('day', ${days}, ${date})`,
  groupOf: (id) => `from_base(substr(to_hex(md5(to_utf8(${id}))), 1, 2), 16)`,
  foldedId: (id) => String.raw`lower(regexp_replace(${id}, '[\s\p{Z}]+', ''))`,
  each(columns, from, range) {
    const taken = `(SELECT * FROM ${from}${whereOf(range)}) taken`;
    const numbers = `UNNEST(sequence(${range.first}, ${range.end} - 1)) AS number (${range.name})`;
    return `SELECT ${columns}, ${range.name} FROM ${taken} CROSS JOIN ${numbers}`;
  },
});
