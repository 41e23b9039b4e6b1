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
  /** A row for each number from `first` to below `end`. */
  eachFrom(first: string, end: string): string;
}

export const DUCKDB: Dialect = {
  periodOf(date, unit) {
    if (unit === 'year') return `year(${date})::INTEGER`;
    const inYear = unit === 'quarter' ? `4 + quarter(${date})` : `12 + month(${date})`;
    return `(year(${date}) * ${inYear} - 1)::INTEGER`;
  },
  addDays: (date, days) => `(${date} + ${days})`,
  groupOf: (id) => `('0x' || substr(md5(${id}), 1, 2))::UTINYINT`,
  foldedId: (id) => String.raw`lower(regexp_replace(${id}, '[\s\p{Z}]+', '', 'g'))`,
  minorUnits: (amount, decimals) => `(${amount} * ${10 ** decimals})::HUGEINT`,
  eachFrom: (first, end) => `unnest(range(${first}, ${end}))::INTEGER`,
};

/** A text as SQL writes it, whatever it holds. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
