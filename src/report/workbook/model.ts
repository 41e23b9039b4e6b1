import { collapseGroups } from '../../core/groups.ts';
import type { RoiInput } from '../../core/input.ts';
import { MONTHS_PER } from '../../core/period.ts';
import type { RoiResult } from '../../core/result.ts';
import type { SpendCell } from '../../core/rows.ts';
import { periodsPerYear } from '../../core/timeline.ts';
import { prepare, type Workings } from '../../core/workings.ts';
import type { LedgerFacts } from './facts.ts';

/** What a workbook is made of. */
export interface WorkbookSource extends LedgerFacts {
  /** The verdict in words, as the report has it. */
  readonly verdict: readonly string[];
}

/** The source, and what lies between its rows and its figures. */
export interface Model extends WorkbookSource {
  readonly workings: Workings;
  /** Spending as the sheet shows it: groups of people added up, in the order of time. */
  readonly cells: readonly SpendCell[];
  readonly margin: number;
  readonly monthsPer: number;
  readonly perYear: number;
  /** First month of the window, and the month after it, since the year 0. */
  readonly window: { readonly from: number; readonly until: number };
  /** Position of the first period of the window among those with spending. */
  readonly offset: number;
  /** `Monthly`, `Quarterly` or `Yearly`: the name of the sheet with a row for each period. */
  readonly periodSheet: string;
  readonly errors: Errors | undefined;
}

/** How the intervals of the report are made; undefined where it has none. */
export interface Errors {
  readonly method: 'closed form' | 'jackknife';
  /** How many standard errors an interval reaches to each side. */
  readonly critical: number;
  /** Of the jackknife. */
  readonly groups: number;
}

const SHEETS = { month: 'Monthly', quarter: 'Quarterly', year: 'Yearly' } as const;

export function modelOf(source: WorkbookSource): Model {
  const { result, rows, method } = source;
  const workings = prepare(rows, method);
  const { time, grid } = workings;
  const monthsPer = MONTHS_PER[time.unit];
  const cells = collapseGroups(rows.spend).cells.toSorted((a, b) => a.period.index - b.period.index);
  return {
    ...source,
    workings,
    cells,
    margin: method.margin ?? 1,
    monthsPer,
    perYear: periodsPerYear(time.unit),
    window: { from: time.first * monthsPer, until: (time.first + time.length) * monthsPer },
    offset: time.first - grid.time.first,
    periodSheet: SHEETS[time.unit],
    errors: errorsOf(result, rows),
  };
}

function errorsOf({ uncertainty, totals, years }: RoiResult, rows: RoiInput): Errors | undefined {
  if (uncertainty === null || uncertainty.method === 'least squares') return undefined;
  const sure = [totals, ...Object.values(years)].find(({ interval }) => (interval?.detectable.return ?? 0) > 0);
  const critical = sure === undefined ? 0 : halfWidth(sure.interval!.return) / standardError(sure.interval!.detectable);
  const inhabited = rows.spend.filter(({ people, spend }) => people > 0 || spend !== 0n);
  return { method: uncertainty.method, critical, groups: new Set(inhabited.map(({ group = 0 }) => group)).size };
}

/** How many standard errors the smallest effect is that data show in four tries out of five. */
export const DETECTABLE = 2.8016;

/** The standard error that the smallest detectable return was made of. */
function standardError({ return: smallest }: { readonly return: number }): number {
  return smallest / DETECTABLE;
}

export function halfWidth([low, high]: readonly [number, number]): number {
  return (high - low) / 2;
}
