import type { Fault } from './fault.ts';
import { formatPeriod } from './period.ts';
import type { SpendCell } from './rows.ts';

/** How many groups people fall into for the jackknife: the first two hexadecimal digits of md5(person id). */
export const GROUPS = 256;

/** Cells by cohort, the groups of each added up; `index[i]` is where cell i first stood in the input. */
export interface Collapsed {
  readonly cells: readonly SpendCell[];
  readonly index: readonly number[];
  readonly faults: readonly Fault[];
}

/** Adds up the groups of each period, cohort and line. Cells without groups pass unchanged. */
export function collapseGroups(cells: readonly SpendCell[]): Collapsed {
  if (!cells.some((cell) => cell.group !== undefined)) return { cells, index: cells.map((_, i) => i), faults: [] };
  const places = new Map<string, number>();
  const seen = new Map<string, number>();
  const sums: SpendCell[] = [];
  const index: number[] = [];
  const faults: Fault[] = [];
  cells.forEach((cell, i) => {
    const key = `${cell.period.unit}${cell.period.index}|${cell.cohort}|${cell.line ?? ''}`;
    const otherCell = seen.get(`${key}|${cell.group ?? ''}`);
    if (otherCell !== undefined || cell.group === undefined) {
      const { cohort, period } = cell;
      const place = places.get(key);
      const other = otherCell ?? (place === undefined ? undefined : index[place]);
      const code = cell.group === undefined ? 'GROUP_MISSING' : 'CELL_DUPLICATE';
      faults.push({
        code,
        period: formatPeriod(period),
        cohort,
        cell: i,
        ...(other === undefined ? {} : { otherCell: other }),
      });
      return;
    }
    seen.set(`${key}|${cell.group}`, i);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, sums.length);
      const { group: _, ...whole } = cell;
      sums.push(whole);
      index.push(i);
    } else {
      sums[place] = together(sums[place]!, cell);
    }
  });
  return { cells: sums, index, faults };
}

/** Two groups as one; how many were retained is known where both say so. */
function together({ retained: one, ...sum }: SpendCell, { people, spend, retained: other }: SpendCell): SpendCell {
  const retained = one === undefined || other === undefined ? {} : { retained: one + other };
  return { ...sum, people: sum.people + people, spend: sum.spend + spend, ...retained };
}
