/** The length of a reporting period. */
export type Unit = 'month' | 'quarter' | 'year';

/** A calendar period: `index` counts months, quarters or years since the year 0. */
export interface Period {
  readonly unit: Unit;
  readonly index: number;
}

export const MONTHS_PER = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Unit, number>;

export function month(year: number, monthOfYear: number): Period {
  return { unit: 'month', index: year * 12 + monthOfYear - 1 };
}

export function quarter(year: number, quarterOfYear: number): Period {
  return { unit: 'quarter', index: year * 4 + quarterOfYear - 1 };
}

export function year(value: number): Period {
  return { unit: 'year', index: value };
}

const CANONICAL = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/i;

/** Reads `2024-01`, `2024-Q1` or `2024`; undefined for anything else. Other spellings are the readers' business. */
export function parsePeriod(text: string): Period | undefined {
  const match = CANONICAL.exec(text.trim());
  if (match === null) return undefined;
  const y = Number(match[1]);
  if (match[2] !== undefined) return month(y, Number(match[2]));
  if (match[3] !== undefined) return quarter(y, Number(match[3]));
  return year(y);
}

/** `2024-01`, `2024-Q1` or `2024`. */
export function formatPeriod(period: Period): string {
  const perYear = 12 / MONTHS_PER[period.unit];
  const y = String(Math.floor(period.index / perYear)).padStart(4, '0');
  const part = (period.index % perYear) + 1;
  if (period.unit === 'year') return y;
  return period.unit === 'quarter' ? `${y}-Q${part}` : `${y}-${String(part).padStart(2, '0')}`;
}

/** The months since the year 0 that a period covers: first, and how many. */
export function monthsOf(period: Period): { first: number; count: number } {
  const count = MONTHS_PER[period.unit];
  return { first: period.index * count, count };
}

/** The period of `unit` that holds the given month (months since the year 0). */
export function periodOfMonth(monthIndex: number, unit: Unit): Period {
  return { unit, index: Math.floor(monthIndex / MONTHS_PER[unit]) };
}

/** The period `steps` later in the same unit. */
export function shift(period: Period, steps: number): Period {
  return { unit: period.unit, index: period.index + steps };
}

/** The calendar year that a period lies in. */
export function yearOf(period: Period): number {
  return Math.floor(monthsOf(period).first / 12);
}
