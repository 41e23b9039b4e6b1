import type { Account, Comparable } from '../../core/account.ts';
import type { Movement } from '../../core/decomposition.ts';
import type { Unit } from '../../core/period.ts';
import { count, period } from '../cells.ts';
import type { Phrase } from '../report.ts';

/** One of two results, and what of it is compared. */
export interface DiffSide {
  readonly result: Comparable & {
    /** The file that it was read from. */
    readonly name: string;
    readonly currency: string | null;
    readonly options?: { readonly margin: number; readonly usefulLifeYears: number };
  };
  readonly account: Account;
}

export interface DiffFacts {
  /** `totals`, `latest12` or a year. */
  readonly horizon: string;
  readonly old: DiffSide;
  readonly now: DiffSide;
  readonly movement: Movement;
}

/** `2021-01 to 2023-12 (36 months)` */
export function spanPhrase({ from, to, periods, unit }: Account): Phrase {
  const ends: Phrase = from === to ? [period(from)] : [period(from), ' to ', period(to)];
  return [...ends, ' (', ...units(periods, unit), ')'];
}

/** `36 months` */
export function units(n: number, unit: Unit): Phrase {
  return [count(n), ` ${unit}${n === 1 ? '' : 's'}`];
}
