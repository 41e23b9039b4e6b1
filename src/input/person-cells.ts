import { hash } from 'node:crypto';
import type { Cohort, Line } from '../core/cohort.ts';
import { GROUPS } from '../core/groups.ts';
import { type Money, ZERO } from '../core/money.ts';
import type { Period } from '../core/period.ts';
import type { SpendCell } from '../core/rows.ts';
import { seenPairs } from './seen-pairs.ts';

/** What one person spent in a period. */
export interface PersonRow {
  readonly period: Period;
  readonly personId: string;
  readonly cohort: Cohort;
  readonly spend: Money;
  readonly line?: Line;
}

export interface PersonCells {
  /** False where the person has a row in this period (and line) already. */
  add(row: PersonRow): boolean;
  cells(): SpendCell[];
  /** Whether every row was checked for a person who stands twice; a very long file is checked in its first part only. */
  checkedAll(): boolean;
}

interface Sums {
  readonly key: Pick<SpendCell, 'period' | 'cohort' | 'line'>;
  readonly people: Uint32Array;
  readonly spend: Money[];
}

/**
 * Adds up people into cells per period, cohort, line and group: the group is the first two hexadecimal digits of
 * md5(person id), which is the same in every engine and on every machine. Memory grows with the cells, not the rows.
 */
export function personCells(): PersonCells {
  const cells = new Map<string, Sums>();
  const seen = seenPairs();
  return {
    add({ period, personId, cohort, spend, line }) {
      const digest = hash('md5', personId, 'hex');
      const group = Number.parseInt(digest.slice(0, 2), 16);
      const when = period.index * 4 + (line === undefined ? 0 : line === 'existing' ? 1 : 2);
      if (!seen.add(digest, when)) return false;
      const id = `${cohort}|${line ?? ''}|${period.unit}${period.index}`;
      let sums = cells.get(id);
      if (sums === undefined) {
        sums = {
          key: { period, cohort, ...(line === undefined ? {} : { line }) },
          people: new Uint32Array(GROUPS),
          spend: new Array<Money>(GROUPS).fill(ZERO),
        };
        cells.set(id, sums);
      }
      sums.people[group]!++;
      sums.spend[group]! += spend;
      return true;
    },
    cells: () => [...cells.values()].flatMap(groupCells),
    checkedAll: () => !seen.full(),
  };
}

function groupCells({ key, people, spend }: Sums): SpendCell[] {
  const cells: SpendCell[] = [];
  for (let group = 0; group < GROUPS; group++) {
    if (people[group]! > 0) cells.push({ ...key, people: people[group]!, spend: spend[group]!, group });
  }
  return cells;
}
