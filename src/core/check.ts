import { RETURNING } from './cohort.ts';
import type { Fault } from './fault.ts';
import { formatPeriod, type Unit } from './period.ts';
import type { SpendCell } from './rows.ts';
import { labelAt, positionOf, type Timeline, timeline } from './timeline.ts';

/** The periods from the first to the last spending cell; undefined where there is none, or the units differ. */
export function spendTimeline(cells: readonly SpendCell[]): Timeline | undefined {
  const first = cells[0];
  if (first === undefined || cells.some((cell) => cell.period.unit !== first.period.unit)) return undefined;
  let [low, high] = [first.period.index, first.period.index];
  for (const { period } of cells) {
    low = Math.min(low, period.index);
    high = Math.max(high, period.index);
  }
  const unit: Unit = first.period.unit;
  return timeline({ unit, index: low }, { unit, index: high });
}

/** Everything that keeps the spending cells from being compared with each other, in the order of the periods. */
export function checkCells(cells: readonly SpendCell[]): Fault[] {
  if (cells.length === 0) return [{ code: 'SPEND_EMPTY' }];
  const time = spendTimeline(cells);
  if (time === undefined) return mixedUnits(cells);
  const byPeriod = groupByPosition(cells, time);
  const faults: Fault[] = [];
  const started = new Set<string>();
  for (let at = 0; at < time.length; at++) {
    const here = byPeriod[at] ?? [];
    const context = { cells, here, period: labelAt(time, at), next: firstCellAfter(byPeriod, at) };
    if (here.length === 0) {
      faults.push({ code: 'SPEND_HOLE', period: context.period, ...near(context.next) });
      continue;
    }
    faults.push(...duplicates(context), ...missingCohorts(context, started), ...linesAgree(context));
    for (const index of here) started.add(cells[index]!.cohort);
  }
  return faults;
}

interface Here {
  readonly cells: readonly SpendCell[];
  /** Indexes of the cells of this period. */
  readonly here: readonly number[];
  readonly period: string;
  /** Index of a cell of a later period. */
  readonly next: number | undefined;
}

function mixedUnits(cells: readonly SpendCell[]): Fault[] {
  const other = cells.findIndex((cell) => cell.period.unit !== cells[0]!.period.unit);
  return [{ code: 'UNIT_MIXED', period: formatPeriod(cells[other]!.period), cell: other, otherCell: 0 }];
}

function groupByPosition(cells: readonly SpendCell[], time: Timeline): number[][] {
  const groups: number[][] = Array.from({ length: time.length }, () => []);
  cells.forEach((cell, index) => {
    groups[positionOf(time, cell.period)]?.push(index);
  });
  return groups;
}

function firstCellAfter(byPeriod: readonly (readonly number[])[], at: number): number | undefined {
  for (let later = at + 1; later < byPeriod.length; later++) {
    const index = byPeriod[later]?.[0];
    if (index !== undefined) return index;
  }
  return undefined;
}

function near(cell: number | undefined): { cell?: number } {
  return cell === undefined ? {} : { cell };
}

function duplicates({ cells, here, period }: Here): Fault[] {
  const seen = new Map<string, number>();
  const faults: Fault[] = [];
  for (const index of here) {
    const { cohort, line } = cells[index]!;
    const key = `${cohort}|${line ?? ''}`;
    const otherCell = seen.get(key);
    if (otherCell !== undefined) faults.push({ code: 'CELL_DUPLICATE', period, cohort, cell: index, otherCell });
    else seen.set(key, index);
  }
  return faults;
}

function missingCohorts({ cells, here, period }: Here, started: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const present = new Set(here.map((index) => cells[index]!.cohort));
  const nearby = near(here[0]);
  if (!present.has('non_member')) faults.push({ code: 'COHORT_ROW_MISSING', period, cohort: 'non_member', ...nearby });
  for (const cohort of RETURNING) {
    if (started.has(cohort) && !present.has(cohort))
      faults.push({ code: 'COHORT_ROW_MISSING', period, cohort, ...nearby });
  }
  for (const index of here) {
    const cell = cells[index]!;
    if (cell.cohort === 'non_member' && cell.people === 0) {
      faults.push({ code: 'NOBODY_TO_COMPARE', period, cohort: 'non_member', cell: index });
    }
  }
  return faults;
}

/** Where spending is split by line, every cohort of the period has the same lines, with the same people on each. */
function linesAgree({ cells, here, period }: Here): Fault[] {
  const faults: Fault[] = [];
  const lines = new Set(here.map((index) => cells[index]!.line));
  const firstOf = new Map<string, number>();
  for (const index of here) {
    const { cohort, people } = cells[index]!;
    const first = firstOf.get(cohort);
    if (first === undefined) firstOf.set(cohort, index);
    else if (cells[first]!.people !== people) {
      faults.push({ code: 'PEOPLE_DIFFER_BY_LINE', period, cohort, cell: index, otherCell: first });
    }
  }
  for (const [, first] of firstOf) {
    const { cohort } = cells[first]!;
    for (const line of lines) {
      if (here.some((index) => cells[index]!.cohort === cohort && cells[index]!.line === line)) continue;
      faults.push({ code: 'LINE_ROW_MISSING', period, cohort, ...(line === undefined ? {} : { line }), cell: first });
    }
  }
  return faults;
}
