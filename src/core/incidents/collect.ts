import { addToMoments, type Moments, NO_MOMENTS } from '../../stats/moments.ts';
import { COHORTS, type Cohort } from '../cohort.ts';
import { addPair, NO_PAIRS, type PairMoments } from './pair-moments.ts';

/** What happened to a person; blank is undefined. */
export interface IncidentRow {
  readonly cohort: Cohort;
  readonly transactions?: number;
  /** In the order of the columns: how often, or how much it cost. */
  readonly values: readonly (number | undefined)[];
}

/** One column of one cohort, added up. */
export interface ColumnSums {
  /** 1 for each person who has more than 0. */
  readonly any: Moments;
  readonly each: Moments;
  /** Beside the transactions of those who have them. */
  readonly pairs: PairMoments;
}

/** Sums by column and cohort; memory does not grow with the people. */
export interface IncidentSums {
  readonly people: Readonly<Record<Cohort, number>>;
  readonly columns: readonly Readonly<Record<Cohort, ColumnSums>>[];
  readonly transactions: Readonly<Record<Cohort, Moments>>;
}

const NOTHING: ColumnSums = { any: NO_MOMENTS, each: NO_MOMENTS, pairs: NO_PAIRS };

const byCohort = <T>(value: T): Record<Cohort, T> =>
  Object.fromEntries(COHORTS.map((cohort) => [cohort, value])) as Record<Cohort, T>;

export function incidentCollector(): { add(row: IncidentRow): void; sums(columns: number): IncidentSums } {
  const people = byCohort(0);
  const done = byCohort(NO_MOMENTS);
  const columns: Record<Cohort, ColumnSums>[] = [];
  return {
    add({ cohort, transactions, values }) {
      people[cohort]++;
      if (transactions !== undefined) done[cohort] = addToMoments(done[cohort], transactions);
      values.forEach((value, at) => {
        columns[at] ??= byCohort(NOTHING);
        if (value === undefined) return;
        const { any, each, pairs } = columns[at][cohort];
        columns[at][cohort] = {
          any: addToMoments(any, value > 0 ? 1 : 0),
          each: addToMoments(each, value),
          pairs: transactions === undefined ? pairs : addPair(pairs, value, transactions),
        };
      });
    },
    sums: (count) => ({
      people,
      transactions: done,
      columns: Array.from({ length: count }, (_, at) => columns[at] ?? byCohort(NOTHING)),
    }),
  };
}
