import { monthsOf, type Period } from '../../core/period.ts';

/**
 * The number of a period's first month, as a formula over a cell that holds `2024-01`, `2024-Q1` or `2024`: twelve times
 * the year, plus the month from 0. Typed dates would depend on the language of the program.
 */
export function firstMonth(cell: string): string {
  const within = `IF(MID(${cell},6,1)="Q",3*VALUE(MID(${cell},7,1))-3,VALUE(MID(${cell},6,2))-1)`;
  return `12*VALUE(LEFT(${cell},4))+IF(LEN(${cell})=4,0,${within})`;
}

/** How many months the period in a cell covers, as a formula. */
export function monthCount(cell: string): string {
  return `IF(LEN(${cell})=4,12,IF(MID(${cell},6,1)="Q",3,1))`;
}

/** The month after a period, as a number. */
export function monthAfter(period: Period): number {
  const { first, count } = monthsOf(period);
  return first + count;
}

/**
 * How many months of a run (columns of a table, by name) fall into [from, until), for each of its rows: as a factor of
 * SUMPRODUCT, which knows no MIN and MAX of two columns.
 */
export function overlap(runFrom: string, runUntil: string, from: string, until: string): string {
  const end = `(${runUntil}<${until})*${runUntil}+(${runUntil}>=${until})*${until}`;
  const start = `(${runFrom}>${from})*${runFrom}+(${runFrom}<=${from})*${from}`;
  return `(${runUntil}>${from})*(${runFrom}<${until})*(${end}-(${start}))`;
}
