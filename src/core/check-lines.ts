import { type Cohort, LINES, type Line } from './cohort.ts';
import type { Fault } from './fault.ts';
import type { SpendCell } from './rows.ts';

/** The cells of one period. */
export interface Here {
  readonly cells: readonly SpendCell[];
  /** Indexes of the cells of this period. */
  readonly here: readonly number[];
  readonly period: string;
}

/** Where spending is split by line, every cohort of the period has a row for each line that has begun. */
export function missingLines(
  { cells, here, period }: Here,
  split: readonly Line[],
  started: ReadonlySet<Cohort | Line>,
): Fault[] {
  const present = new Set(here.map((index) => cells[index]!.line));
  const begun = split.filter((line) => started.has(line) || present.has(line));
  const wanted = begun.length > 0 ? begun : split;
  return cellsByCohort(cells, here).flatMap(([cohort, own]) => {
    const missing = wanted.filter((line) => !own.some((index) => cells[index]!.line === line));
    return missing.map((line): Fault => ({ code: 'LINE_ROW_MISSING', period, cohort, line, cell: own[0]! }));
  });
}

/** The lines of a cohort speak of the same people, and of as many retained where they say so. */
export function unlikeLines({ cells, here, period }: Here): Fault[] {
  const faults: Fault[] = [];
  for (const [cohort, own] of cellsByCohort(cells, here)) {
    const [first, second] = LINES.map((line) => own.find((index) => cells[index]!.line === line));
    if (first === undefined || second === undefined) continue;
    const [one, other] = [cells[first]!, cells[second]!];
    const fault = { period, cohort, cell: second, otherCell: first };
    if (one.people !== other.people) faults.push({ code: 'PEOPLE_DIFFER_BY_LINE', ...fault });
    if (one.retained !== undefined && other.retained !== undefined && one.retained !== other.retained) {
      faults.push({ code: 'RETAINED_DIFFER_BY_LINE', ...fault });
    }
  }
  return faults;
}

function cellsByCohort(cells: readonly SpendCell[], here: readonly number[]): [Cohort, number[]][] {
  const groups = new Map<Cohort, number[]>();
  for (const index of here) {
    const { cohort } = cells[index]!;
    const group = groups.get(cohort);
    if (group === undefined) groups.set(cohort, [index]);
    else group.push(index);
  }
  return [...groups];
}
