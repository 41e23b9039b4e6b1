import { literal } from '../dialect.ts';
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
    const year = `extract(year FROM ${date})::integer`;
    if (unit === 'year') return year;
    return unit === 'quarter'
      ? `(${year} * 4 + extract(quarter FROM ${date})::integer - 1)`
      : `(${year} * 12 + extract(month FROM ${date})::integer - 1)`;
  },
  addDays: (date, days) => `(${date} + ${days})`,
  groupOf: (id) => `('x' || substr(md5(${id}), 1, 2))::bit(8)::integer`,
  foldedId: (id) => String.raw`lower(regexp_replace(${id}, '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', '', 'g'))`,
  minorUnits: (amount, decimals) => `round(${amount} * ${10 ** decimals})`,
  each: (columns, from, { name, first, end }) =>
    `SELECT ${columns}, generate_series(${first}, ${end} - 1) AS ${name} FROM ${from}`,
  textOf: (number) => `${number}::text`,
  literal: (text) => (text.includes('\\') ? `E${literal(text.replaceAll('\\', '\\\\'))}` : literal(text)),
  join: 'JOIN',
  leftJoin: 'LEFT JOIN',
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  idOf: (column, { holds }) => (holds === 'text' ? column : `${column}::text`),
  trimmed: (id) => `btrim(${id}, ${SPACES})`,
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
    const endless = `'NaN', 'Infinity', '-Infinity'`;
    if (holds === 'float') return `${column}::text IN (${endless})`;
    return holds === 'decimal' ? `${column}::text IN (${endless})` : 'false';
  },
  isBlank: (column, { holds }) =>
    holds === 'text' ? `${column} IS NULL OR btrim(${column}, ${SPACES}) = ''` : `${column} IS NULL`,
  day: (text) => `DATE ${literal(text)}`,
  firstDay: '1900-02-01',
};
