import { hash } from 'node:crypto';
import { COHORTS, LINES } from '../core/cohort.ts';
import { GROUPS } from '../core/groups.ts';
import { type Money, ZERO } from '../core/money.ts';
import { MONTHS_PER } from '../core/period.ts';
import type { SpendCell } from '../core/rows.ts';
import { seenPairs } from './seen-pairs.ts';

/** A row of one person in a period, before it is added up. */
export interface PersonRow extends Pick<SpendCell, 'period' | 'cohort' | 'line' | 'spend'> {
  readonly personId: string;
}

export interface PersonCells<Place> {
  /** False where the person has a row in this period (and line) already. `place` is where the row stands. */
  add(row: PersonRow, place: Place): boolean;
  /** The cells, each with the place of the first row of its period and cohort. */
  cells(): { readonly cell: SpendCell; readonly place: Place }[];
  /** Whether every row was checked for a person who stands twice; a very long file is checked in its first part only. */
  checkedAll(): boolean;
}

interface Sums<Place> {
  readonly key: Pick<SpendCell, 'period' | 'cohort' | 'line'>;
  readonly place: Place;
  readonly people: Uint32Array;
  readonly spend: Money[];
}

/**
 * Adds up people into cells per period, cohort, line and group: the group is the first two hexadecimal digits of
 * md5(person id), which is the same in every engine and on every machine. Memory grows with the cells, not the rows.
 */
export function personCells<Place>(): PersonCells<Place> {
  const cells = new Map<number, Sums<Place>>();
  const seen = seenPairs();
  return {
    add(row, place) {
      // A character for each byte: reading numbers from it is quicker than from hexadecimal digits.
      const digest = hash('md5', row.personId, 'binary');
      const time = timeNumber(row);
      if (!seen.add(digest, time)) return false;
      const id = time * COHORTS.length + COHORTS.indexOf(row.cohort);
      let sums = cells.get(id);
      if (sums === undefined) {
        sums = startSums(row, place);
        cells.set(id, sums);
      }
      const group = digest.charCodeAt(0);
      sums.people[group]!++;
      sums.spend[group]! += row.spend;
      return true;
    },
    cells: () => [...cells.values()].flatMap(groupCells),
    checkedAll: () => !seen.full(),
  };
}

/** A number for each period, of whatever length, and line. */
function timeNumber({ period, line }: PersonRow): number {
  const lines = line === undefined ? 0 : LINES.indexOf(line) + 1;
  return (period.index * 16 + MONTHS_PER[period.unit]) * (LINES.length + 1) + lines;
}

function startSums<Place>({ period, cohort, line }: PersonRow, place: Place): Sums<Place> {
  return {
    key: { period, cohort, ...(line === undefined ? {} : { line }) },
    place,
    people: new Uint32Array(GROUPS),
    spend: new Array<Money>(GROUPS).fill(ZERO),
  };
}

function groupCells<Place>({ key, place, people, spend }: Sums<Place>): { cell: SpendCell; place: Place }[] {
  const cells: { cell: SpendCell; place: Place }[] = [];
  for (let group = 0; group < GROUPS; group++) {
    if (people[group]! > 0)
      cells.push({ cell: { ...key, people: people[group]!, spend: spend[group]!, group }, place });
  }
  return cells;
}
