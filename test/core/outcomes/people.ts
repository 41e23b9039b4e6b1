import type { Cohort } from '../../../src/core/cohort.ts';
import { calculateOutcomes } from '../../../src/core/outcomes/calculate.ts';
import { collector, type PersonRow } from '../../../src/core/outcomes/collect.ts';
import {
  type CollectOptions,
  MEMBERS,
  type OutcomeName,
  type OutcomesOptions,
} from '../../../src/core/outcomes/options.ts';
import type { OutcomesResult } from '../../../src/core/outcomes/result.ts';
import { year } from '../../../src/core/period.ts';

/** A person of a test: who, what they have, and when. */
export interface Person {
  readonly id: string;
  readonly cohort: Cohort;
  readonly value: number | undefined;
  readonly year?: number;
  readonly group?: string;
  readonly stratum?: string;
}

interface Asked {
  readonly outcome?: Partial<OutcomeName>;
  readonly options?: Partial<OutcomesOptions>;
  readonly collect?: Partial<CollectOptions>;
}

/** The report's figures for one outcome of some people. */
export function outcomesOf(people: readonly Person[], { outcome, options, collect }: Asked = {}): OutcomesResult {
  const within = options?.within ?? [];
  const sums = collector({ keepValues: options?.winsorize !== undefined, within, ...collect });
  for (const person of people) sums.add(rowOf(person));
  const name: OutcomeName = { name: 'pay', kind: 'mean', money: false, direction: 'higher', ...outcome };
  const method: OutcomesOptions = { members: MEMBERS, minPeople: 1, by: [], within, ...options };
  return calculateOutcomes({ collected: sums.finish(1), outcomes: [name], counts: [] }, method);
}

function rowOf({ id, cohort, value, year: when, group, stratum }: Person): PersonRow {
  return {
    person: id,
    cohort,
    ...(when === undefined ? {} : { period: year(when) }),
    groups: group === undefined ? [] : [group],
    strata: stratum === undefined ? [] : [stratum],
    values: [value],
    counts: [],
  };
}

/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
