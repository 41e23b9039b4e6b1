import { literal, whereOf } from '../dialect.ts';
import { decimalsOf, PLAIN_AMOUNT, PLAIN_DAY, type TableDialect } from '../table.ts';

const isDay = (text: string) => `${text} ~ ${literal(PLAIN_DAY)}`;
const isAmount = (text: string) => `${text} ~ ${literal(PLAIN_AMOUNT)}`;
/** Spaces and control characters, which a reader of files does not take for part of an id. */
const SPACES = String.raw`E' \t\n\r\f\x0B'`;
/** A moment that a text names: it has a time and a zone. */
const MOMENT = String.raw`[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}(:?\d{2})?)$`;

/** PostgreSQL, and what speaks its language. */
export const POSTGRES: TableDialect = {
  periodOf(date, unit) {
    const year = `date_part('year', ${date})::integer`;
    if (unit === 'year') return year;
    return unit === 'quarter'
      ? `(${year} * 4 + date_part('quarter', ${date})::integer - 1)`
      : `(${year} * 12 + date_part('month', ${date})::integer - 1)`;
  },
  addDays: (date, days) => `(${date} + ${days})`,
  groupOf: (id) => `('x' || substr(md5(${id}), 1, 2))::bit(8)::integer`,
  foldedId: (id) =>
    String.raw`lower(regexp_replace(${id}, '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', '', 'g'))`,
  minorUnits: (amount, decimals) => `round(${amount} * ${10 ** decimals})`,
  each: (columns, from, range) =>
    `SELECT ${columns}, generate_series(${range.first}, ${range.end} - 1) AS ${range.name} FROM ${from}${whereOf(range)}`,
  textOf: (number) => `${number}::text`,
  whole: (number) => `CAST(${number} AS INTEGER)`,
  concat: (...texts) => texts.join(' || '),
  literal: (text) => (text.includes('\\') ? `E${literal(text.replaceAll('\\', '\\\\'))}` : literal(text)),
  join: 'JOIN',
  leftJoin: 'LEFT JOIN',
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  idOf: (column, { holds }) => (holds === 'text' ? column : `${column}::text`),
  trimmed: (id) => `btrim(${id}, ${SPACES})`,
  isSpaced: (id) => `${id} <> btrim(${id}, ${SPACES})`,
  dayOf(column, { holds }, zone) {
    if (holds === 'day') return column;
    if (holds === 'time') return `${column}::date`;
    if (holds === 'moment') return `(${column} AT TIME ZONE ${literal(zone ?? 'UTC')})::date`;
    const plain = `substr(${column}, 1, 10)::date`;
    const there = `(${column}::timestamptz AT TIME ZONE ${literal(zone ?? 'UTC')})::date`;
    const day = zone === undefined ? plain : `CASE WHEN ${column} ~ ${literal(MOMENT)} THEN ${there} ELSE ${plain} END`;
    return `CASE WHEN ${isDay(column)} THEN ${day} END`;
  },
  isNoDay: (column, { holds }) => (holds === 'text' ? `${column} <> '' AND NOT ${isDay(column)}` : 'false'),
  amountOf(column, held) {
    if (held.holds === 'text') return `CASE WHEN ${isAmount(column)} THEN ${column}::numeric END`;
    if (held.holds === 'decimal' && held.scale !== undefined) return column;
    return held.holds === 'whole' ? `${column}::numeric` : `round(${column}::numeric, ${decimalsOf(held)})`;
  },
  isNoAmount(column, { holds }) {
    if (holds === 'text') return `${column} <> '' AND NOT ${isAmount(column)}`;
    // NaN counts as larger than any number; so many digits are more than a sum may have.
    return holds === 'whole' ? 'false' : `${column} >= 1e30 OR ${column} <= -1e30`;
  },
  isBlank: (column, { holds }) =>
    holds === 'text' ? `${column} IS NULL OR btrim(${column}, ${SPACES}) = ''` : `${column} IS NULL`,
  noDay: 'NULL::date',
  day: (text) => `DATE ${literal(text)}`,
  days: ['1900-02-01', '2199-12-31'],
};
