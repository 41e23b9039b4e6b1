import { dayNumber } from '../../core/day.ts';
import { formatPeriod, monthsOf, parsePeriod, periodOfMonth } from '../../core/period.ts';

/** Figures that stand in no report by themselves, but that a monthly job wants to watch. */
export interface Derived {
  readonly freshness: { readonly days: number };
  /** People of the last period by cohort, and those of the smallest cohort. */
  readonly people: Readonly<Record<string, number | null | string>>;
  /** How raw exports fit together; null where the spending is not from any. */
  readonly match: unknown;
  readonly matchReason?: string;
}

export interface CalcData {
  readonly window: { readonly to: string };
  readonly match?: unknown;
  readonly periods: readonly { readonly cohorts: Readonly<Record<string, { readonly people: number }>> }[];
}

/** `freshness.days`: whole days from the end of the last period until `today` (`2024-01-31`), 0 while it lasts. */
export function derivedFrom(calc: CalcData, today: string): Derived {
  const { first, count } = monthsOf(parsePeriod(calc.window.to)!);
  const dayAfter = `${formatPeriod(periodOfMonth(first + count, 'month'))}-01`;
  const days = Math.max(0, dayNumber(today) - dayNumber(dayAfter) + 1);
  const cohorts = Object.entries(calc.periods.at(-1)?.cohorts ?? {}).map(
    ([name, { people }]) => [name, people] as const,
  );
  const smallest = Math.min(...cohorts.map(([, people]) => people));
  const people = { ...Object.fromEntries(cohorts), smallest: Number.isFinite(smallest) ? smallest : null };
  const { match = null } = calc;
  return {
    freshness: { days },
    people: { ...people, smallestReason: 'no cohort of members has people' },
    match,
    ...(match === null
      ? { matchReason: 'the spending comes from a file of cohorts, not from members and transactions' }
      : {}),
  };
}
