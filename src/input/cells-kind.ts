import { cellRow } from '../schema/cells.ts';
import type { SpendRecord } from '../schema/spend.ts';
import type { Kind } from './kind.ts';
import { SPEND } from './spend-kind.ts';

const COLUMNS = ['period', 'cohort', 'group', 'line', 'people', 'spend'];

/**
 * Spending by cohort and jackknife group, as the statements of `--show-sql` answer. Where it may hold persons or means as
 * well, a column that is lost on the way would be found out by nobody.
 */
export const CELLS: Kind<SpendRecord> = {
  ...SPEND,
  columns: SPEND.columns
    .filter(({ name }) => COLUMNS.includes(name))
    .map(({ group: _, ...column }) => ({ ...column, required: column.name !== 'line' })),
  schema: cellRow.whole,
  narrow: cellRow.only,
};
