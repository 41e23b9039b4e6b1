import type { Cohort } from '../core/cohort.ts';
import type { CostCategory } from '../core/rows.ts';

/** Where the figures came from, so that an explanation can name the rows. */
export interface Provenance {
  /** Rows of each cost file by category, as they were written: a recurring cost is one row. */
  readonly costs: readonly CostRows[];
  /** The row of a cohort in a period; undefined where there is none. */
  readonly spend: (cohort: Cohort, period: string) => SpendRow | undefined;
}

export interface CostRows {
  readonly file: string;
  readonly category: CostCategory;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly rows: number;
}

export interface SpendRow {
  /** `spend.csv:145` */
  readonly where: string;
  readonly people: number;
  readonly spend: number;
}
