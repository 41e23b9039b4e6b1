import type { Money } from '../money.ts';
import { MONEY_DECIMALS } from '../money.ts';
import type { Period } from '../period.ts';

/** People who joined in the same period, or have not joined, over every period of a panel. */
export interface PanelCohort {
  /** Place of the period of joining among those of the panel, from 1 on; null for who has not joined by its end. */
  readonly joined: number | null;
  readonly people: number;
  /** Mean outcome in each period. */
  readonly means: Float64Array;
  /** Σ (yₛ − ȳₛ)(yₜ − ȳₜ) over the people, for each pair of periods: entry s·T + t. */
  readonly scatter: Float64Array;
}

/** What is known of the same people over consecutive periods, without a row for any of them. */
export interface Panel {
  readonly periods: readonly Period[];
  readonly cohorts: readonly PanelCohort[];
}

/** Exact sums over the people of a cohort, as an engine gives them. */
export interface CohortTotals {
  readonly joined: Period | null;
  readonly people: number;
  /** By period of the panel. */
  readonly sums: readonly Money[];
  /** Σ yₛ·yₜ in squared units of Money, by pair of periods: entry s·T + t. */
  readonly products: readonly bigint[];
}

const SCALE = 10 ** MONEY_DECIMALS;

/** The panel behind exact sums: n·Σxy − Σx·Σy is taken in whole numbers, so that nothing cancels. */
export function panelOfTotals(periods: readonly Period[], totals: readonly CohortTotals[]): Panel {
  const [first] = periods;
  const length = periods.length;
  const cohorts = totals.map(({ joined, people, sums, products }): PanelCohort => {
    const n = BigInt(people);
    const scatter = new Float64Array(length * length);
    for (let s = 0; s < length; s++) {
      for (let t = 0; t < length; t++) {
        const exact = n * products[s * length + t]! - sums[s]! * sums[t]!;
        scatter[s * length + t] = Number(exact) / people / SCALE / SCALE;
      }
    }
    const means = Float64Array.from(sums, (sum) => Number(sum) / people / SCALE);
    return { joined: joined === null ? null : joined.index - (first?.index ?? 0), people, means, scatter };
  });
  return { periods, cohorts: inOrder(cohorts) };
}

/** A person of a panel; `joined` as in `PanelCohort`. */
export interface PanelPerson {
  readonly joined: number | null;
  readonly outcomes: ArrayLike<number>;
}

/** The panel of people one by one: means first, then what they scatter around them. */
export function panelOfPeople(periods: readonly Period[], people: readonly PanelPerson[]): Panel {
  const length = periods.length;
  const byJoining = new Map<number | null, PanelPerson[]>();
  for (const person of people) {
    const own = byJoining.get(person.joined) ?? [];
    byJoining.set(person.joined, own);
    own.push(person);
  }
  const cohorts = [...byJoining].map(([joined, own]): PanelCohort => {
    const means = new Float64Array(length);
    for (const { outcomes } of own) for (let t = 0; t < length; t++) means[t]! += outcomes[t]! / own.length;
    const scatter = new Float64Array(length * length);
    const apart = new Float64Array(length);
    for (const { outcomes } of own) {
      for (let t = 0; t < length; t++) apart[t] = outcomes[t]! - means[t]!;
      for (let s = 0; s < length; s++) {
        for (let t = 0; t < length; t++) scatter[s * length + t]! += apart[s]! * apart[t]!;
      }
    }
    return { joined, people: own.length, means, scatter };
  });
  return { periods, cohorts: inOrder(cohorts) };
}

/** By period of joining, those who have not joined last. */
function inOrder(cohorts: readonly PanelCohort[]): PanelCohort[] {
  const place = ({ joined }: PanelCohort) => joined ?? Number.POSITIVE_INFINITY;
  return [...cohorts].sort((a, b) => place(a) - place(b));
}
