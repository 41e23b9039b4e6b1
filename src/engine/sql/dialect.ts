import type { Unit } from '../../core/period.ts';

/** What SQL engines write differently. The statements beside this file are made of it and of plain SQL. */
export interface Dialect {
  /** Number of the period that a date lies in, counted from the year 0 as in `core/period.ts`. */
  periodOf(date: string, unit: Unit): string;
  addDays(date: string, days: number): string;
  /** Jackknife group 0–255 of an id. */
  groupOf(id: string): string;
  /** An id without regard to case and spaces. */
  foldedId(id: string): string;
  /** Whole number of the smallest units of an amount with so many decimals, wide enough to be squared. */
  minorUnits(amount: string, decimals: number): string;
  /** The columns of a relation with a row for each number from `first` to below `end`, which is above `first` in all rows. */
  each(columns: string, from: string, range: EachNumber): string;
  /** The text of a number, exact. */
  textOf(number: string): string;
  /** A number as a whole one, which it is. */
  whole(number: string): string;
  concat(...texts: readonly string[]): string;
  /** A text as SQL writes it, whatever it holds. */
  literal(text: string): string;
  /** `JOIN` and `LEFT JOIN`, in which every row finds all of its partners. */
  readonly join: string;
  readonly leftJoin: string;
}

/** Numbers of which each gets a row, and the column that they are in. */
export interface EachNumber {
  readonly name: string;
  readonly first: string;
  readonly end: string;
  /** Rows that are taken; missing means all. */
  readonly where?: string;
}

/** The condition of a SELECT, if there is one. */
export const whereOf = ({ where }: EachNumber) => (where === undefined ? '' : ` WHERE ${where}`);

/** A text as most engines write it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What event studies need beside. */
export interface EventDialect extends Dialect {
  /** Days since 1970-01-01. */
  dayNumber(date: string): string;
  /** The texts of a group for which a condition holds, in order, with a mark between them; null where there are none. */
  joined(text: string, where: string, between: string): string;
}

export const DUCKDB: EventDialect = {
  periodOf(date, unit) {
    if (unit === 'year') return `year(${date})::INTEGER`;
    const inYear = unit === 'quarter' ? `4 + quarter(${date})` : `12 + month(${date})`;
    return `(year(${date}) * ${inYear} - 1)::INTEGER`;
  },
  addDays: (date, days) => `(${date} + ${days})`,
  dayNumber: (date) => `(${date} - DATE '1970-01-01')::INTEGER`,
  groupOf: (id) => `('0x' || substr(md5(${id}), 1, 2))::UTINYINT`,
  foldedId: (id) => String.raw`lower(regexp_replace(${id}, '[\s\p{Z}]+', '', 'g'))`,
  minorUnits: (amount, decimals) => `(${amount} * ${10 ** decimals})::HUGEINT`,
  joined: (text, where, between) =>
    `array_to_string(list_sort(list(${text}) FILTER (WHERE ${where} AND ${text} IS NOT NULL)), ${literal(between)})`,
  each: (columns, from, range) =>
    `SELECT ${columns}, unnest(range(${range.first}, ${range.end}))::INTEGER AS ${range.name} FROM ${from}${whereOf(range)}`,
  textOf: (number) => `${number}::VARCHAR`,
  whole: (number) => `CAST(${number} AS INTEGER)`,
  concat: (...texts) => texts.join(' || '),
  literal,
  join: 'JOIN',
  leftJoin: 'LEFT JOIN',
};
