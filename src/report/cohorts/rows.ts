import { COHORTS } from '../../core/cohort.ts';
import { type Money, money, toNumber } from '../../core/money.ts';
import { formatPeriod } from '../../core/period.ts';
import type { SpendCell } from '../../core/rows.ts';
import { sdOf } from '../../core/spread.ts';
import type { Report } from '../report.ts';

/** People of one cohort, and group where they are told apart, in one period (and line). */
export interface CohortCell extends SpendCell {
  readonly group: number;
  readonly squares: bigint;
}

/** Groups added up, in the order of periods, cohorts and lines. */
export function wholeCohorts(cells: readonly CohortCell[]): CohortCell[] {
  const whole = new Map<string, CohortCell>();
  for (const cell of cells) {
    const key = `${cell.period.index}|${cell.cohort}|${cell.line ?? ''}`;
    const before = whole.get(key);
    whole.set(key, before === undefined ? cell : added(before, cell));
  }
  return inOrder([...whole.values()]);
}

function added(one: CohortCell, { people, spend, squares }: CohortCell): CohortCell {
  return { ...one, people: one.people + people, spend: one.spend + spend, squares: one.squares + squares };
}

function inOrder(cells: readonly CohortCell[]): CohortCell[] {
  const place = ({ cohort }: CohortCell) => COHORTS.indexOf(cohort);
  return [...cells].sort(
    (a, b) =>
      a.period.index - b.period.index ||
      place(a) - place(b) ||
      (a.line ?? '').localeCompare(b.line ?? '', 'en') ||
      a.group - b.group,
  );
}

/** The rows of a spending file: by cohort with the spread between people, or by jackknife group. */
export function spendTable(cells: readonly CohortCell[], byGroup: boolean, currency: string | null): Report['table'] {
  const lines = cells.some(({ line }) => line !== undefined);
  const header = [
    'period',
    'cohort',
    ...(byGroup ? ['group'] : []),
    ...(lines ? ['line'] : []),
    'people',
    'spend',
    ...(byGroup ? [] : ['spend_sd']),
    ...(currency === null ? [] : ['currency']),
  ];
  const rows = (byGroup ? inOrder(cells) : wholeCohorts(cells)).map((cell) => [
    formatPeriod(cell.period),
    cell.cohort,
    ...(byGroup ? [cell.group.toString(16).padStart(2, '0')] : []),
    ...(lines ? [cell.line ?? ''] : []),
    cell.people,
    exactNumber(cell.spend),
    ...(byGroup ? [] : [sdOf(cell.people, cell.spend, cell.squares)]),
    ...(currency === null ? [] : [currency]),
  ]);
  return [header, ...rows];
}

/** The number, or its digits where a number would not hold all of them. */
function exactNumber(amount: Money): number | string {
  const number = toNumber(amount);
  if (money(number) === amount) return number;
  const digits = String(amount < 0n ? -amount : amount).padStart(13, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, '');
}
