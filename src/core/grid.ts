import { COHORTS, type Cohort, LINES, type Line } from './cohort.ts';
import { type Money, toNumber, ZERO } from './money.ts';
import type { SpendCell } from './rows.ts';
import { positionOf, type Timeline } from './timeline.ts';

/** The spending cells on a timeline of their own, from the first to the last period with spending. */
export interface Grid {
  readonly time: Timeline;
  /** The lines that spending is split by, or the single line `all`. */
  readonly lines: readonly GridLine[];
  readonly people: Readonly<Record<Cohort, readonly (number | null)[]>>;
  readonly retained: Readonly<Record<Cohort, readonly (number | null)[]>>;
}

export interface GridLine {
  readonly name: Line | 'all';
  /** Position of the first period in which the line has a row. */
  readonly first: number;
  /** Spending per person: null where the cohort has no row, or nobody in it. */
  readonly mean: Readonly<Record<Cohort, readonly (number | null)[]>>;
}

/** A cohort in one period of the grid. */
export interface Place {
  readonly cohort: Cohort;
  readonly at: number;
}

/**
 * Cells to means per line, cohort and period. A line that has no row in a period for any cohort did not exist yet and
 * counts as nothing spent (`checkCells` has refused the other gaps).
 */
export function spendGrid(cells: readonly SpendCell[], time: Timeline): Grid {
  const names = LINES.filter((line) => cells.some((cell) => cell.line === line));
  const people = byCohort(() => new Array<number | null>(time.length).fill(null));
  const retained = byCohort(() => new Array<number | null>(time.length).fill(null));
  const sums = new Map<Line | 'all', Record<Cohort, Money[]>>();
  for (const name of names.length > 0 ? names : (['all'] as const)) {
    sums.set(
      name,
      byCohort(() => new Array<Money>(time.length).fill(ZERO)),
    );
  }
  for (const cell of cells) {
    const at = positionOf(time, cell.period);
    people[cell.cohort][at] = cell.people;
    retained[cell.cohort][at] = cell.retained ?? retained[cell.cohort][at] ?? null;
    const series = sums.get(cell.line ?? 'all')?.[cell.cohort];
    if (series !== undefined) series[at] = (series[at] ?? ZERO) + cell.spend;
  }
  const lines = [...sums].map(([name, spend]) => ({
    name,
    first: firstOf(cells, name, time),
    mean: means(spend, people),
  }));
  return { time, lines, people, retained };
}

function firstOf(cells: readonly SpendCell[], line: Line | 'all', time: Timeline): number {
  let first = time.length;
  for (const cell of cells) if ((cell.line ?? 'all') === line) first = Math.min(first, positionOf(time, cell.period));
  return first;
}

function means(spend: Record<Cohort, Money[]>, people: Record<Cohort, (number | null)[]>): GridLine['mean'] {
  return byCohort((cohort) =>
    spend[cohort].map((sum, at) => {
      const n = people[cohort][at];
      return n === null || n === undefined || n === 0 ? null : toNumber(sum) / n;
    }),
  );
}

/** One value per cohort. */
export function byCohort<T>(make: (cohort: Cohort) => T): Record<Cohort, T> {
  return Object.fromEntries(COHORTS.map((cohort) => [cohort, make(cohort)])) as Record<Cohort, T>;
}
