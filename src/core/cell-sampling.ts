import { type Unknown, unknown } from '../stats/unknown.ts';
import { COHORTS, type Cohort } from './cohort.ts';
import { byCohort, type Grid, type Place } from './grid.ts';
import type { SpendCell } from './rows.ts';
import { labelAt, positionOf } from './timeline.ts';

/** Only the spread within each cohort and period is known: each grid pair moves one mean by its standard error. */
export interface CellSampling {
  readonly kind: 'closed form';
  readonly grids: readonly { readonly cohort: Cohort; readonly up: Grid; readonly down: Grid }[];
}

/** Fifty years of months: each mean is moved by itself, so that the work grows with the square of the periods. */
const MOST_PERIODS = 600;

/** Moves each mean by `spend_sd ÷ √n`, up and down; unknown where a cell that the return rests on does not tell. */
export function cellSampling(
  cells: readonly SpendCell[],
  grid: Grid,
  needed: readonly Place[],
): CellSampling | Unknown {
  if (!cells.some((cell) => cell.spendSd !== undefined))
    return unknown('the spending file has neither person_id nor spend_sd, and either would give them');
  if (grid.time.length > MOST_PERIODS) return unknown(`they are worked out for up to ${MOST_PERIODS} periods`);
  if (grid.lines.length > 1) return unknown('spending is split by line, and spend_sd is that of each line alone');
  const errors = byCohort(() => new Array<number | Unknown | undefined>(grid.time.length));
  for (const cell of cells) {
    if (cell.people > 0) errors[cell.cohort][positionOf(grid.time, cell.period)] = standardError(cell);
  }
  for (const { cohort, at } of needed) {
    const error = errors[cohort][at];
    if (typeof error === 'number') continue;
    return unknown(`${error?.unknown ?? BLANK} for ${cohort} in ${labelAt(grid.time, at)}`);
  }
  const grids: CellSampling['grids'][number][] = [];
  for (const cohort of COHORTS) {
    errors[cohort].forEach((error, at) => {
      if (typeof error !== 'number' || error === 0) return;
      grids.push({ cohort, up: moved(grid, cohort, at, error), down: moved(grid, cohort, at, -error) });
    });
  }
  return { kind: 'closed form', grids };
}

const BLANK = 'spend_sd is blank';

function standardError({ spendSd, people, sampleSize = people }: SpendCell): number | Unknown {
  if (spendSd === undefined) return unknown(BLANK);
  // Between one person and nobody else there is no spread: 0 is not a measurement.
  if (sampleSize < 2 && spendSd === 0) return unknown('spend_sd is that of one person');
  return spendSd / Math.sqrt(sampleSize);
}

function moved(grid: Grid, cohort: Cohort, at: number, by: number): Grid {
  const lines = grid.lines.map((line) => {
    const series = [...line.mean[cohort]];
    series[at] = (series[at] ?? 0) + by;
    return { ...line, mean: { ...line.mean, [cohort]: series } };
  });
  return { ...grid, lines };
}
