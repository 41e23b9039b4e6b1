import { type Moments, momentsFromSd } from '../../stats/moments.ts';
import type { Cohort } from '../cohort.ts';
import { formatPeriod, type Period } from '../period.ts';
import { countTotals } from './collect.ts';
import { type Collected, type Measured, noPeople } from './measured.ts';
import { placeKeeper, type Sample } from './sample.ts';

/** An outcome of a whole cohort. */
export interface CohortOutcome {
  /** Place of the outcome among all. */
  readonly outcome: number;
  readonly cohort: Cohort;
  readonly period?: Period;
  readonly people: number;
  /** Mean, or share of the people (0–1). */
  readonly value: number;
  readonly isShare: boolean;
  readonly sd?: number;
}

/** Rows of cohorts, as if their people had been added up: a mean needs a standard deviation to have an interval. */
export function collectCohorts(
  rows: readonly CohortOutcome[],
  counts: readonly { readonly count: number; readonly period?: Period; readonly total: number }[],
  outcomes: number,
  choice: { readonly before?: Period; readonly after?: Period },
): Collected {
  const totals = countTotals();
  for (const { count, period, total } of counts) {
    const values: (number | undefined)[] = [];
    values[count] = total;
    totals.add(Array.from(values), period);
  }
  const all = new Map(rows.flatMap(({ period }) => (period === undefined ? [] : [[period.index, period] as const])));
  const periods = [...all.values()].sort((a, b) => a.index - b.index);
  const [first, last] = [choice.before ?? periods[0], choice.after ?? periods.at(-1)];
  const measured = Array.from({ length: outcomes }, (_, at) =>
    measure(
      rows.filter(({ outcome }) => outcome === at),
      first,
      last,
    ),
  );
  const people = noPeople();
  for (const { cohort, people: n, period } of rows) {
    if (period?.index === last?.index) people[cohort] = Math.max(people[cohort], n);
  }
  const answered = Object.values(people).reduce((sum, n) => sum + n, 0);
  const labels = periods.map(formatPeriod);
  return { rows: 'cohorts', periods: labels, measured, counts: totals.totals(), people, transitions: null, answered };
}

function measure(rows: readonly CohortOutcome[], first: Period | undefined, last: Period | undefined): Measured {
  const hasSpread = rows.every(({ sd, isShare }) => isShare || sd !== undefined);
  const of = (period: Period | undefined) => sampleOf(rows.filter((row) => row.period?.index === period?.index));
  const base = { missing: noPeople(), hasSpread };
  const [before, after] = [of(first), of(last)];
  const label = (period: Period | undefined) => (period === undefined ? null : formatPeriod(period));
  const [from, to] = [label(first), label(last)];
  if (from === null || from === to || after.cells.length === 0 || before.cells.length === 0) {
    const isLast = after.cells.length > 0;
    return { estimate: 'gap', to: isLast ? to : from, sample: isLast ? after : before, ...base };
  }
  return { estimate: 'cohort change', from, to, before, after, ...base };
}

function sampleOf(rows: readonly CohortOutcome[]): Sample {
  const place = placeKeeper();
  return { cells: rows.map((row) => ({ place: place(row.cohort, [], []), moments: momentsOfRow(row) })) };
}

function momentsOfRow({ people, value, isShare, sd }: CohortOutcome): Moments {
  if (isShare) return { n: people, mean: value, m2: people * value * (1 - value) };
  return momentsFromSd(people, value, sd ?? 0);
}
