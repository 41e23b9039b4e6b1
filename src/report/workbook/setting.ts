import type { SheetCell } from '../workbook.ts';

/** A line of the sheet Inputs: label, value, what it does; and the name that formulas call the value by. */
export interface Setting {
  readonly label: string;
  readonly value: SheetCell | null;
  readonly says: string;
  readonly name?: string;
  readonly words?: readonly string[];
}
