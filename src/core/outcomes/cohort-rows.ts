import { type Moments, momentsFromSd } from '../../stats/moments.ts';
import type { Cohort } from '../cohort.ts';
import { formatPeriod, type Period } from '../period.ts';
import { countTotals } from './collect.ts';
import { type Collected, type Measured, noPeople } from './measured.ts';
import { comparedPeriods } from './periods.ts';
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
  const pairs = Array.from({ length: outcomes }, (_, outcome): Pair => {
    if (periods.length === 0) return [undefined, undefined];
    const known = periods.map((period) => ({ period, cohorts: cohortsIn(rows, outcome, period) }));
    return comparedPeriods(known, choice);
  });
  const measured = pairs.map((pair, at) =>
    measure(
      rows.filter(({ outcome }) => outcome === at),
      pair,
    ),
  );
  const last = Math.max(...pairs.map(([, to]) => to?.index ?? 0));
  const people = noPeople();
  for (const { cohort, people: n, period } of rows) {
    if (period === undefined || period.index === last) people[cohort] = Math.max(people[cohort], n);
  }
  const answered = Object.values(people).reduce((sum, n) => sum + n, 0);
  const labels = periods.map(formatPeriod);
  return { rows: 'cohorts', periods: labels, measured, counts: totals.totals(), people, transitions: null, answered };
}

function cohortsIn(rows: readonly CohortOutcome[], of: number, { index }: Period): Set<Cohort> {
  return new Set(
    rows.flatMap(({ outcome, cohort, period }) => (outcome === of && period?.index === index ? [cohort] : [])),
  );
}

type Pair = readonly [first: Period | undefined, last: Period | undefined];

function measure(rows: readonly CohortOutcome[], [first, last]: Pair): Measured {
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
