import type { Fault } from '../core/fault.ts';
import { formatPeriod } from '../core/period.ts';
import type { SpendCell } from '../core/rows.ts';
import * as says from '../errors/calculation.ts';
import { noRows } from '../errors/input.ts';
import type { Complaint, Problems } from '../errors/problem.ts';
import { cellDuplicate, unitMixed } from '../errors/row.ts';

export interface Placed {
  readonly file: string;
  readonly line: number;
}

/** Adds the faults of a calculation as problems in the files that the cells came from. */
export function addFaults(
  problems: Problems,
  faults: readonly Fault[],
  cells: readonly SpendCell[],
  origins: readonly Placed[],
  firstFile: string,
): void {
  for (const fault of faults) {
    const origin = fault.cell === undefined ? undefined : origins[fault.cell];
    const other = fault.otherCell === undefined ? undefined : origins[fault.otherCell];
    const where = other === undefined ? 'another row' : `${other.file}:${other.line}`;
    const otherCell = fault.otherCell === undefined ? undefined : cells[fault.otherCell];
    problems.add({
      ...complaint(fault, where, otherCell === undefined ? '' : formatPeriod(otherCell.period)),
      file: origin?.file ?? firstFile,
      ...(origin === undefined ? {} : { line: origin.line }),
    });
  }
}

function complaint(fault: Fault, where: string, otherPeriod: string): Complaint {
  const { period = '', cohort = '', line, instead } = fault;
  switch (fault.code) {
    case 'SPEND_EMPTY':
      return noRows();
    case 'UNIT_MIXED':
      return unitMixed(period, otherPeriod, where);
    case 'CELL_DUPLICATE':
      return cellDuplicate(`${period}, ${cohort}`, where);
    case 'GROUP_MISSING':
      return says.groupMissing(cohort, period);
    case 'RETAINED_DIFFER_BY_LINE':
      return says.retainedDifferByLine(cohort, period, where);
    case 'SPEND_HOLE':
      return says.spendHole(period);
    case 'COHORT_ROW_MISSING':
      return says.cohortRowMissing(cohort, period);
    case 'NOBODY_TO_COMPARE':
      return says.nobodyToCompare(period);
    case 'LINE_ROW_MISSING':
      return says.lineRowMissing(cohort, line, period);
    case 'PEOPLE_DIFFER_BY_LINE':
      return says.peopleDifferByLine(cohort, period, where);
    case 'BASELINE_OUTSIDE_SPEND':
      return says.baselineOutside(period, instead ?? '');
    case 'BASELINE_UNIT':
      return says.baselineUnit(period);
    case 'BASELINE_WITHOUT_NEWCOMERS':
      return says.baselineWithoutNewcomers(period, instead);
    case 'WINDOW_EMPTY':
      return says.windowEmpty(instead);
  }
}
