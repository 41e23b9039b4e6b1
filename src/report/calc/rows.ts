import type { CohortFigures, PeriodFigures, RoiResult } from '../../core/result.ts';
import type { Report } from '../report.ts';

const COHORT_COLUMNS = ['people', 'spend_per_person', 'uplift', 'return'] as const;

const HEADER = [
  'period',
  'cost',
  'return',
  'profit',
  'roi',
  'cumulative_cost',
  'cumulative_return',
  'cumulative_profit',
  'cumulative_roi',
  'cash_cost',
  'drift',
  ...COHORT_COLUMNS.map((column) => `active_${column}`),
  ...COHORT_COLUMNS.map((column) => `lurker_${column}`),
  'other_returns',
  ...['return', 'profit', 'cumulative_profit'].flatMap((column) => [`${column}_low`, `${column}_high`]),
];

/** A row per period: what `--format csv` writes. */
export function periodRows({ periods }: RoiResult): Report['table'] {
  const rows = periods.map((row) => [
    row.period,
    ...[row.cost, row.return, row.profit, row.roi],
    ...[row.cumulative.cost, row.cumulative.return, row.cumulative.profit, row.cumulative.roi],
    row.cashCost,
    row.drift,
    ...cohortCells(row.cohorts.active),
    ...cohortCells(row.cohorts.lurker),
    row.otherReturns,
    ...intervalCells(row.interval),
  ]);
  return [HEADER, ...rows];
}

/** The 95% intervals, or empty fields. */
function intervalCells(interval: PeriodFigures['interval']): (number | null)[] {
  if (interval === null) return new Array<null>(6).fill(null);
  return [...interval.return, ...interval.profit, ...interval.cumulativeProfit];
}

function cohortCells(figures: CohortFigures | undefined): (number | null)[] {
  if (figures === undefined) return COHORT_COLUMNS.map(() => null);
  return [figures.people, figures.spendPerPerson, figures.uplift, figures.return];
}
