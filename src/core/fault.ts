import type { Cohort, Line } from './cohort.ts';

/** Why rows that are fine one by one cannot be computed together. */
export type FaultCode =
  | 'SPEND_EMPTY'
  | 'UNIT_MIXED'
  | 'CELL_DUPLICATE'
  | 'GROUP_MISSING'
  | 'SPEND_HOLE'
  | 'COHORT_ROW_MISSING'
  | 'NOBODY_TO_COMPARE'
  | 'LINE_ROW_MISSING'
  | 'PEOPLE_DIFFER_BY_LINE'
  | 'RETAINED_DIFFER_BY_LINE'
  | 'BASELINE_OUTSIDE_SPEND'
  | 'BASELINE_UNIT'
  | 'BASELINE_WITHOUT_NEWCOMERS'
  | 'WINDOW_EMPTY';

export interface Fault {
  readonly code: FaultCode;
  readonly period?: string;
  readonly cohort?: Cohort;
  readonly line?: Line;
  /** Index in `input.spend` of the cell that is wrong, or of the one after the gap. */
  readonly cell?: number;
  /** Index of the cell that it contradicts. */
  readonly otherCell?: number;
  /** A period that would do instead. */
  readonly instead?: string;
}

/** Thrown by `calculateRoi` for input that has no answer; every fault is listed. */
export class CalculationError extends Error {
  override readonly name = 'CalculationError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(describe).join('; '));
    this.faults = faults;
  }
}

function describe(fault: Fault): string {
  return [fault.code, fault.period, fault.cohort, fault.line].filter((part) => part !== undefined).join(' ');
}
