import { type Baseline, lineBaseline } from './baseline.ts';
import { RETURNING, type ReturningCohort } from './cohort.ts';
import type { Grid, GridLine } from './grid.ts';

/** The uplift of one cohort, one value per period of the grid. */
export interface CohortUplift {
  readonly people: readonly number[];
  /** Spending per person; null where the cohort has nobody. */
  readonly mean: readonly (number | null)[];
  /** `(m(c, t) − m(non_member, t)) − gap(B)`, below zero as it comes; null where the cohort has nobody. */
  readonly uplift: readonly (number | null)[];
  /** `uplift × people × margin`; 0 where the cohort has nobody. */
  readonly return: readonly number[];
}

export interface Uplift {
  readonly cohorts: Readonly<Partial<Record<ReturningCohort, CohortUplift>>>;
  /** The return of both cohorts by line and period; the lines add up to the whole. */
  readonly returnByLine: ReadonlyMap<GridLine['name'], readonly number[]>;
  /** What non-members changed by since the baseline. */
  readonly drift: readonly number[];
}

/** What active members and lurkers spend beyond the baseline's newcomers, net of what non-members changed by anyway. */
export function computeUplift(grid: Grid, baseline: Baseline, margin: number): Uplift {
  const length = grid.time.length;
  const gaps = grid.lines.map((line) => lineBaseline(line, baseline));
  const returnByLine = new Map(grid.lines.map((line) => [line.name, new Array<number>(length).fill(0)]));
  const drift = grid.people.non_member.map((_, at) =>
    grid.lines.reduce((sum, line, i) => sum + ((line.mean.non_member[at] ?? 0) - (gaps[i]?.nonMember ?? 0)), 0),
  );
  const cohorts: Partial<Record<ReturningCohort, CohortUplift>> = {};
  for (const cohort of RETURNING) {
    const counts = grid.people[cohort];
    if (counts.every((n) => n === null)) continue;
    const people = counts.map((n) => n ?? 0);
    const [mean, uplift] = [new Array<number | null>(length).fill(null), new Array<number | null>(length).fill(null)];
    const returns = new Array<number>(length).fill(0);
    grid.lines.forEach((line, i) => {
      const gap = gaps[i]?.gap ?? 0;
      people.forEach((n, at) => {
        const m = line.mean[cohort][at];
        if (m === null || m === undefined) return;
        const beyond = m - (line.mean.non_member[at] ?? 0) - gap;
        const value = beyond * n * margin;
        mean[at] = (mean[at] ?? 0) + m;
        uplift[at] = (uplift[at] ?? 0) + beyond;
        returns[at] = (returns[at] ?? 0) + value;
        const lineReturns = returnByLine.get(line.name);
        if (lineReturns !== undefined) lineReturns[at] = (lineReturns[at] ?? 0) + value;
      });
    });
    cohorts[cohort] = { people, mean, uplift, return: returns };
  }
  return { cohorts, returnByLine, drift };
}
