import type { Unknown } from '../stats/unknown.ts';
import type { Baseline } from './baseline.ts';
import { type CellSampling, cellSampling } from './cell-sampling.ts';
import { RETURNING } from './cohort.ts';
import type { Grid, Place } from './grid.ts';
import { type GroupSampling, groupSampling } from './group-sampling.ts';
import type { SpendCell } from './rows.ts';
import type { Span } from './timeline.ts';

/** Where the error of the figures comes from: what to recompute them on. */
export type Sampling = GroupSampling | CellSampling;

/** What to recompute the figures on, or why the input shows no error. `window` is that of the report on the grid. */
export function samplingOf(
  cells: readonly SpendCell[],
  grid: Grid,
  baseline: Baseline,
  window: Span,
): Sampling | Unknown {
  const needed = neededCells(grid, baseline, window);
  return cells.some((cell) => cell.group !== undefined)
    ? groupSampling(cells, grid, needed)
    : cellSampling(cells, grid, needed);
}

/** The cells that the return rests on. */
function neededCells(grid: Grid, baseline: Baseline, window: Span): Place[] {
  const needed: Place[] = baseline.weights.flatMap(({ at }) => [
    { cohort: 'newcomer' as const, at },
    { cohort: 'non_member' as const, at },
  ]);
  for (let at = window.start; at <= window.end; at++) {
    needed.push({ cohort: 'non_member', at });
    for (const cohort of RETURNING) if ((grid.people[cohort][at] ?? 0) > 0) needed.push({ cohort, at });
  }
  return needed;
}
