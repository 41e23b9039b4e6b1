import { type Unknown, unknown } from '../stats/unknown.ts';
import type { Baseline } from './baseline.ts';
import { type Cohort, RETURNING } from './cohort.ts';
import { byCohort, type Grid, type GridLine } from './grid.ts';
import { toNumber } from './money.ts';
import type { SpendCell } from './rows.ts';
import { labelAt, positionOf, type Span } from './timeline.ts';

/** Where the error of the figures comes from: what to recompute them on. */
export type Sampling = GroupSampling | CellSampling;

/** People fall into groups: each grid is that of everybody but one group, with all of the people counted. */
export interface GroupSampling {
  readonly kind: 'jackknife';
  /** `hold`: a cohort whose means stay those of everybody, to see how much of the error is its own. */
  readonly grids: (hold?: Cohort) => readonly Grid[];
}

/** Only the spread within each cohort and period is known: each grid pair moves one mean by its standard error. */
export interface CellSampling {
  readonly kind: 'closed form';
  readonly grids: readonly { readonly cohort: Cohort; readonly up: Grid; readonly down: Grid }[];
}

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
function neededCells(grid: Grid, baseline: Baseline, window: Span): { cohort: Cohort; at: number }[] {
  const needed: { cohort: Cohort; at: number }[] = baseline.weights.flatMap(({ at }) => [
    { cohort: 'newcomer' as const, at },
    { cohort: 'non_member' as const, at },
  ]);
  for (let at = window.start; at <= window.end; at++) {
    needed.push({ cohort: 'non_member', at });
    for (const cohort of RETURNING) if ((grid.people[cohort][at] ?? 0) > 0) needed.push({ cohort, at });
  }
  return needed;
}

function groupSampling(
  cells: readonly SpendCell[],
  grid: Grid,
  needed: ReturnType<typeof neededCells>,
): GroupSampling | Unknown {
  const groups = new Map<number, SpendCell[]>();
  for (const cell of cells) {
    if (cell.people === 0 && cell.spend === 0n) continue;
    const own = groups.get(cell.group ?? 0) ?? [];
    groups.set(cell.group ?? 0, own);
    own.push(cell);
  }
  if (groups.size < 2) return unknown('all people fall into one group');
  const grids = (hold?: Cohort) => [...groups.values()].map((own) => without(grid, own, hold));
  for (const left of grids()) {
    const empty = needed.find(({ cohort, at }) => left.lines.some((line) => line.mean[cohort][at] === null));
    if (empty !== undefined) {
      return unknown(`too few people: one group of them is all of ${empty.cohort} in ${labelAt(grid.time, empty.at)}`);
    }
  }
  return { kind: 'jackknife', grids };
}

/** The means of everybody but the people of `cells`; how many people there are stays as it is. */
function without(grid: Grid, cells: readonly SpendCell[], hold?: Cohort): Grid {
  const lines = grid.lines.map((line): GridLine => {
    const mean = byCohort((cohort) => [...line.mean[cohort]]);
    for (const cell of cells) {
      if ((cell.line ?? 'all') !== line.name || cell.cohort === hold) continue;
      const at = positionOf(grid.time, cell.period);
      const n = grid.people[cell.cohort][at] ?? 0;
      const rest = n - cell.people;
      const sum = (line.mean[cell.cohort][at] ?? 0) * n;
      mean[cell.cohort][at] = rest > 0 ? (sum - toNumber(cell.spend)) / rest : null;
    }
    return { ...line, mean };
  });
  return { ...grid, lines };
}

function cellSampling(
  cells: readonly SpendCell[],
  grid: Grid,
  needed: ReturnType<typeof neededCells>,
): CellSampling | Unknown {
  if (!cells.some((cell) => cell.spendSd !== undefined))
    return unknown('the spending file has neither person_id nor spend_sd, and either would give them');
  if (grid.lines.length > 1) return unknown('spending is split by line, and spend_sd is that of each line alone');
  const errors = byCohort(() => new Array<number | undefined>(grid.time.length));
  for (const cell of cells) {
    const n = cell.sampleSize ?? cell.people;
    if (cell.spendSd !== undefined && n > 0) {
      errors[cell.cohort][positionOf(grid.time, cell.period)] = cell.spendSd / Math.sqrt(n);
    }
  }
  const missing = needed.find(({ cohort, at }) => errors[cohort][at] === undefined);
  if (missing !== undefined) {
    return unknown(`spend_sd is blank for ${missing.cohort} in ${labelAt(grid.time, missing.at)}`);
  }
  const grids = Object.entries(errors).flatMap(([cohort, series]) =>
    series.flatMap((error, at) =>
      error === undefined || error === 0
        ? []
        : [
            {
              cohort: cohort as Cohort,
              up: moved(grid, cohort as Cohort, at, error),
              down: moved(grid, cohort as Cohort, at, -error),
            },
          ],
    ),
  );
  return { kind: 'closed form', grids };
}

function moved(grid: Grid, cohort: Cohort, at: number, by: number): Grid {
  const lines = grid.lines.map((line) => {
    const series = [...line.mean[cohort]];
    series[at] = (series[at] ?? 0) + by;
    return { ...line, mean: { ...line.mean, [cohort]: series } };
  });
  return { ...grid, lines };
}
