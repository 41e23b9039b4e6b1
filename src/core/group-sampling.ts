import { type Unknown, unknown } from '../stats/unknown.ts';
import type { Cohort } from './cohort.ts';
import { byCohort, type Grid, type GridLine, type Place } from './grid.ts';
import { toNumber, ZERO } from './money.ts';
import type { SpendCell } from './rows.ts';
import { labelAt, positionOf } from './timeline.ts';

/** People fall into groups: each grid is that of everybody but one group, with all of the people counted. */
export interface GroupSampling {
  readonly kind: 'jackknife';
  /** `hold`: a cohort whose means stay those of everybody, to see how much of the error is its own. */
  readonly grids: (hold?: Cohort) => readonly Grid[];
}

/** Leaves out one group after the other; unknown where one of them is all of a cell that the return rests on. */
export function groupSampling(
  cells: readonly SpendCell[],
  grid: Grid,
  needed: readonly Place[],
): GroupSampling | Unknown {
  const groups = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    if (cell.people === 0 && cell.spend === ZERO) continue;
    const own = groups.get(cell.group ?? 0) ?? [];
    groups.set(cell.group ?? 0, own);
    own.push(placed(cell, grid));
  }
  if (groups.size < 2) return unknown('all people fall into one group');
  const lost = byCohort(() => new Set<number>());
  for (const own of groups.values()) for (const { cohort, at, rest } of own) if (rest <= 0) lost[cohort].add(at);
  const empty = needed.find(({ cohort, at }) => lost[cohort].has(at));
  if (empty !== undefined) {
    return unknown(`too few people: one group of them is all of ${empty.cohort} in ${labelAt(grid.time, empty.at)}`);
  }
  // In the order of the groups, so that the order of the rows leaves no trace in the rounding.
  const inOrder = [...groups].sort(([a], [b]) => a - b);
  return { kind: 'jackknife', grids: (hold) => inOrder.map(([, own]) => without(grid, own, hold)) };
}

/** One group's part of a cell of the grid. */
interface PlacedCell {
  readonly line: GridLine['name'];
  readonly cohort: Cohort;
  readonly at: number;
  /** People of the cell who are not of the group. */
  readonly rest: number;
  /** Mean of those; null where there are none. */
  readonly mean: number | null;
}

function placed({ line: own, cohort, period, people, spend }: SpendCell, grid: Grid): PlacedCell {
  const line = own ?? 'all';
  const at = positionOf(grid.time, period);
  const n = grid.people[cohort][at] ?? 0;
  const rest = n - people;
  const whole = grid.lines.find(({ name }) => name === line)?.mean[cohort][at] ?? 0;
  return { line, cohort, at, rest, mean: rest > 0 ? (whole * n - toNumber(spend)) / rest : null };
}

/** The means of everybody but the people of `cells`; how many people there are stays as it is. */
function without(grid: Grid, cells: readonly PlacedCell[], hold?: Cohort): Grid {
  const lines = grid.lines.map((line): GridLine => {
    const mean = byCohort((cohort) => [...line.mean[cohort]]);
    for (const cell of cells) {
      if (cell.line === line.name && cell.cohort !== hold) mean[cell.cohort][cell.at] = cell.mean;
    }
    return { ...line, mean };
  });
  return { ...grid, lines };
}
