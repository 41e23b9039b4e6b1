import type { Cohort } from '../cohort.ts';
import { formatPeriod, type Period } from '../period.ts';
import type { Collected, MeasuredGap } from './measured.ts';
import { noPeople } from './measured.ts';
import type { CollectOptions } from './options.ts';
import { type PanelPerson, panel } from './panel.ts';
import { placeKeeper, type SampleBuilder, sampleBuilder } from './sample.ts';

/** A person in a period, or in a file without periods. Values stand in the order of the outcomes; blank is undefined. */
export interface PersonRow {
  /** A digest of the person's id. */
  readonly person: string;
  readonly cohort: Cohort;
  readonly period?: Period;
  readonly groups: readonly string[];
  readonly strata: readonly string[];
  readonly values: readonly (number | undefined)[];
  readonly counts: readonly (number | undefined)[];
}

export interface Collector {
  /** False where the person has a row in this period already. */
  add(row: PersonRow): boolean;
  finish(outcomes: number): Collected;
}

/**
 * Adds people up. Without periods memory grows with places and outcomes; with periods each person is remembered until
 * the end, so that the same people can be compared with themselves.
 */
export function collector(options: CollectOptions): Collector {
  const place = placeKeeper();
  const counts = countTotals();
  const people = noPeople();
  const missing: Record<Cohort, number>[] = [];
  const builders: SampleBuilder[] = [];
  const byPeriod = panel(options);
  let answered = 0;

  const addToSamples = ({ cohort, groups, strata, values }: PersonRow) => {
    const where = place(cohort, groups, strata);
    people[cohort]++;
    values.forEach((value, at) => {
      builders[at] ??= sampleBuilder(options.keepValues);
      missing[at] ??= noPeople();
      if (value === undefined) missing[at][cohort]++;
      else builders[at].add(where, value);
    });
  };

  return {
    add(row) {
      if (row.period !== undefined) {
        const person: PanelPerson = { place: place(row.cohort, row.groups, row.strata), values: row.values };
        if (!byPeriod.add(row.person, row.period, person)) return false;
      } else addToSamples(row);
      counts.add(row.counts, row.period);
      if (row.values.some((value) => value !== undefined)) answered++;
      return true;
    },
    finish(outcomes) {
      if (byPeriod.size() > 0) return { ...byPeriod.finish(outcomes), counts: counts.totals(), rows: 'people' };
      const measured = Array.from({ length: outcomes }, (_, at): MeasuredGap => {
        const sample = builders[at]?.sample() ?? { cells: [] };
        return { estimate: 'gap', to: null, sample, missing: missing[at] ?? noPeople(), hasSpread: true };
      });
      const totals = counts.totals();
      return { rows: 'people', periods: [], measured, counts: totals, people, transitions: null, answered };
    },
  };
}

interface CountTotals {
  add(values: readonly (number | undefined)[], period: Period | undefined): void;
  totals(): Collected['counts'];
}

/** Sums of each count by period, in the order of time. */
export function countTotals(): CountTotals {
  const sums: Map<number, { label: string; total: number }>[] = [];
  return {
    add(values, period) {
      values.forEach((value, at) => {
        sums[at] ??= new Map();
        if (value === undefined) return;
        const key = period?.index ?? 0;
        const sum = sums[at].get(key) ?? { label: period === undefined ? '' : formatPeriod(period), total: 0 };
        sum.total += value;
        sums[at].set(key, sum);
      });
    },
    totals: () =>
      sums.map((byPeriod) =>
        [...byPeriod].sort(([a], [b]) => a - b).map(([, { label, total }]) => ({ period: label, total })),
      ),
  };
}
