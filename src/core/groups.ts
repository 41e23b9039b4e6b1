import type { Fault } from './fault.ts';
import type { Money } from './money.ts';
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

/** The groups of one period, cohort and line as they are added up. */
interface Sum {
  readonly cell: SpendCell;
  readonly index: number;
  /** Where each group stood in the input, or −1; the last place is that of a cell without a group. */
  readonly seen: Int32Array;
  people: number;
  spend: Money;
  /** Undefined as soon as one group does not tell. */
  retained: number | undefined;
}

/** Adds up the groups of each period, cohort and line. Cells without groups pass unchanged. */
export function collapseGroups(cells: readonly SpendCell[]): Collapsed {
  if (!cells.some((cell) => cell.group !== undefined)) return { cells, index: cells.map((_, i) => i), faults: [] };
  const sums = new Map<string, Sum>();
  const faults: Fault[] = [];
  // Most cells follow one of the same sum.
  let sum: Sum | undefined;
  cells.forEach((cell, index) => {
    if (sum === undefined || !isAlike(sum.cell, cell)) sum = sums.get(keyOf(cell));
    const before = sum?.seen[cell.group ?? GROUPS] ?? -1;
    const otherCell = before >= 0 ? before : cell.group === undefined ? sum?.index : undefined;
    if (cell.group === undefined || otherCell !== undefined) faults.push(faultOf(cell, index, otherCell));
    if (sum === undefined) {
      sum = begin(cell, index);
      sums.set(keyOf(cell), sum);
    } else add(sum, cell, index);
  });
  const collapsed = [...sums.values()];
  return { cells: collapsed.map(wholeOf), index: collapsed.map(({ index }) => index), faults };
}

const keyOf = ({ period, cohort, line }: SpendCell) => `${period.unit}${period.index}${cohort}${line ?? ''}`;

function isAlike(one: SpendCell, { period: { unit, index }, cohort, line }: SpendCell): boolean {
  return one.period.index === index && one.cohort === cohort && one.line === line && one.period.unit === unit;
}

function faultOf({ group, period, cohort }: SpendCell, cell: number, otherCell: number | undefined): Fault {
  const code = group === undefined ? 'GROUP_MISSING' : 'CELL_DUPLICATE';
  return { code, period: formatPeriod(period), cohort, cell, ...(otherCell === undefined ? {} : { otherCell }) };
}

function begin(cell: SpendCell, index: number): Sum {
  const { people, spend, retained, group = GROUPS } = cell;
  const seen = new Int32Array(GROUPS + 1).fill(-1);
  seen[group] = index;
  return { cell, index, seen, people, spend, retained };
}

function add(sum: Sum, { group = GROUPS, people, spend, retained }: SpendCell, index: number): void {
  sum.seen[group] = index;
  sum.people += people;
  sum.spend += spend;
  sum.retained = sum.retained === undefined || retained === undefined ? undefined : sum.retained + retained;
}

function wholeOf({ cell: { period, cohort, line }, people, spend, retained }: Sum): SpendCell {
  return {
    period,
    cohort,
    ...(line === undefined ? {} : { line }),
    people,
    spend,
    ...(retained === undefined ? {} : { retained }),
  };
}
