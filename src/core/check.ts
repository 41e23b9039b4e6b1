import { type Here, missingLines, unlikeLines } from './check-lines.ts';
import { type Cohort, LINES, type Line, RETURNING } from './cohort.ts';
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
  const next = firstCellsAfter(byPeriod);
  const split = LINES.filter((line) => cells.some((cell) => cell.line === line));
  const faults: Fault[] = [];
  const started = new Set<Cohort | Line>();
  for (let at = 0; at < time.length; at++) {
    const here = byPeriod[at] ?? [];
    const context = { cells, here, period: labelAt(time, at) };
    if (here.length === 0) {
      faults.push({ code: 'SPEND_HOLE', period: context.period, ...near(next[at]) });
      continue;
    }
    faults.push(...duplicates(context), ...missingCohorts(context, started));
    faults.push(...missingLines(context, split, started), ...unlikeLines(context));
    for (const index of here) {
      const { cohort, line } = cells[index]!;
      started.add(cohort);
      if (line !== undefined) started.add(line);
    }
  }
  return faults;
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

/** For each period, the index of the first cell of the next period that has any. */
function firstCellsAfter(byPeriod: readonly (readonly number[])[]): (number | undefined)[] {
  const after = new Array<number | undefined>(byPeriod.length);
  for (let at = byPeriod.length - 2; at >= 0; at--) after[at] = byPeriod[at + 1]?.[0] ?? after[at + 1];
  return after;
}

function near(cell: number | undefined): { cell?: number } {
  return cell === undefined ? {} : { cell };
}

/** A cell twice, or a cell of the whole cohort beside one of a line, which would count the same people twice. */
function duplicates({ cells, here, period }: Here): Fault[] {
  const seen: number[] = [];
  const faults: Fault[] = [];
  for (const index of here) {
    const { cohort, line } = cells[index]!;
    const otherCell = seen.find((other) => {
      const earlier = cells[other]!;
      return earlier.cohort === cohort && (earlier.line === line || earlier.line === undefined || line === undefined);
    });
    if (otherCell !== undefined) faults.push({ code: 'CELL_DUPLICATE', period, cohort, cell: index, otherCell });
    else seen.push(index);
  }
  return faults;
}

function missingCohorts({ cells, here, period }: Here, started: ReadonlySet<Cohort | Line>): Fault[] {
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
