import { decimalsOf, PLAIN_AMOUNT, PLAIN_DAY, type TableDialect } from '../table.ts';

/** A text in which a backslash is one. */
const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const isDay = (text: string) => `match(${text}, ${literal(PLAIN_DAY)})`;
const isAmount = (text: string) => `match(${text}, ${literal(PLAIN_AMOUNT)})`;
/** A moment that a text names: it has a time and a zone. */
const MOMENT = '[T ][0-9]{2}:[0-9]{2}.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$';
/** What a column without a value holds in a table that knows no null. */
const ZERO_DAY = '1970-01-01';

/** ClickHouse, from 18.16 on: without null where a join finds nobody, and with types that have to be told. */
export const CLICKHOUSE: TableDialect = {
  periodOf(date, unit) {
    const day = `assumeNotNull(${date})`;
    if (unit === 'year') return `toInt32(toYear(${day}))`;
    return unit === 'quarter'
      ? `toInt32(toYear(${day}) * 4 + toQuarter(${day}) - 1)`
      : `toInt32(toYear(${day}) * 12 + toMonth(${day}) - 1)`;
  },
  addDays: (date, days) => `(${date} + ${days})`,
  groupOf: (id) => `reinterpretAsUInt8(substring(MD5(assumeNotNull(${id})), 1, 1))`,
  foldedId: (id) => `replaceRegexpAll(lowerUTF8(${id}), ${literal(String.raw`[\s\p{Z}]+`)}, '')`,
  minorUnits: (amount, decimals) => `toDecimal128(${amount} * ${10 ** decimals}, 0)`,
  each(columns, from, { name, first, end, where }) {
    const number = `toInt32(assumeNotNull(${first}) + arrayJoin(range(toUInt32(assumeNotNull(${end} - ${first})))))`;
    // The condition has to hold before numbers are made: a range below zero would be one of billions.
    const taken = where === undefined ? from : `(SELECT * FROM ${from} WHERE ${where}) taken`;
    return `SELECT ${columns}, ${number} AS ${name} FROM ${taken}`;
  },
  textOf: (number) => `toString(${number})`,
  whole: (number) => `toInt32(${number})`,
  concat: (...texts) => `concat(${texts.join(', ')})`,
  literal,
  join: 'ALL INNER JOIN',
  leftJoin: 'ALL LEFT JOIN',
  identifier: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  idOf: (column, { holds }) => (holds === 'text' ? column : `toString(${column})`),
  trimmed: (id) => `replaceRegexpAll(${id}, ${literal(String.raw`^\s+|\s+$`)}, '')`,
  isSpaced: (id) => `match(${id}, ${literal(String.raw`^\s|\s$`)})`,
  dayOf(column, { holds }, zone) {
    if (holds === 'day') return `CASE WHEN ${column} > toDate(0) THEN ${column} END`;
    if (holds === 'time' || holds === 'moment')
      return `CASE WHEN ${column} > toDateTime(0) THEN toDate(${column}, ${literal(zone ?? 'UTC')}) END`;
    // Each branch of a condition is worked out for all rows, so that none may fail.
    const plain = `toDate(CASE WHEN ${isDay(column)} THEN substring(assumeNotNull(${column}), 1, 10) ELSE ${literal(ZERO_DAY)} END)`;
    const moment = `match(${column}, ${literal(MOMENT)}) AND ${isDay(column)}`;
    const parsed = `parseDateTimeBestEffort(CASE WHEN ${moment} THEN assumeNotNull(${column}) ELSE '2000-01-01 00:00:00' END)`;
    const there = `toDate(${parsed}, ${literal(zone ?? 'UTC')})`;
    const day = zone === undefined ? plain : `CASE WHEN ${moment} THEN ${there} ELSE ${plain} END`;
    return `CASE WHEN ${day} > toDate(0) THEN ${day} END`;
  },
  isNoDay(column, { holds }) {
    if (holds === 'text') return `${column} != '' AND (NOT ${isDay(column)} OR ${column} < '1970-01-02')`;
    return `${column} < ${holds === 'day' ? 'toDate(0)' : 'toDateTime(0)'}`;
  },
  amountOf(column, held) {
    const decimals = decimalsOf(held);
    if (held.holds === 'text')
      return `toDecimal128(CASE WHEN ${isAmount(column)} THEN assumeNotNull(${column}) ELSE '0' END, 2)`;
    if (held.holds === 'float') return `toDecimal128(toString(round(${column}, 6)), 6)`;
    return `toDecimal128(${column}, ${decimals})`;
  },
  isNoAmount(column, { holds }) {
    if (holds === 'text') return `${column} != '' AND NOT ${isAmount(column)}`;
    return holds === 'float' ? `isNaN(${column}) OR isInfinite(${column})` : '0';
  },
  isBlank: (column, { holds }) =>
    `${column} IS NULL${holds === 'text' ? ` OR match(${column}, ${literal(String.raw`^\s*$`)})` : ''}`,
  noDay: 'CAST(NULL AS Nullable(Date))',
  day: (text) => `toDate(${literal(text)})`,
  days: ['1970-01-02', '2105-12-31'],
};
