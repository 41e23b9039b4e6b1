import { RETURNING, type ReturningCohort } from '../../core/cohort.ts';
import type { CohortFigures, RoiResult } from '../../core/result.ts';
import { amount, blank, change, count, period, price, range, text } from '../cells.ts';
import type { Block, Cell, Column, Phrase } from '../report.ts';
import { cohortPictures } from './pictures.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Cohort', align: 'left', priority: 1 },
  { header: 'People', align: 'right', priority: 3 },
  { header: 'Spend each', align: 'right', priority: 4 },
  { header: 'Baseline', align: 'right', priority: 6 },
  { header: 'Drift', align: 'right', priority: 5 },
  { header: 'Uplift', align: 'right', priority: 2 },
  { header: '95% interval', align: 'right', priority: 7 },
  { header: 'Return', align: 'right', priority: 1 },
];

/** Who returned what: each cohort with its latest figures and its return over the window, and the other sources. */
export function returnSection(result: RoiResult, minPeople: number): Block {
  const last = lastWithSpending(result);
  const rows = RETURNING.flatMap((cohort) => {
    const returned = result.returnsBySource[cohort];
    return returned === undefined
      ? []
      : [cohortRow(result, cohort, shownFigures(last?.cohorts[cohort], minPeople), returned)];
  });
  for (const [source, returned] of Object.entries(result.returnsBySource)) {
    if (!(RETURNING as readonly string[]).includes(source)) rows.push(sourceRow(source, returned));
  }
  const total = sourceRow('Total', result.totals.return);
  return {
    kind: 'section',
    id: 'return',
    title: 'Return',
    note: note(result, last?.period),
    pictures: cohortPictures(result),
    blocks: [withoutEmptyColumn(rows, total), ...lines(result), ...retention(result)],
  };
}

/** Without intervals their column is left out. */
function withoutEmptyColumn(rows: Cell[][], total: Cell[]): Block {
  const at = COLUMNS.findIndex(({ header }) => header === '95% interval');
  if (rows.some((row) => row[at] !== blank)) return { kind: 'table', columns: COLUMNS, rows, total };
  const cut = <T>(items: readonly T[]) => items.toSpliced(at, 1);
  return { kind: 'table', columns: cut(COLUMNS), rows: rows.map(cut), total: cut(total) };
}

function note({ baseline, window }: RoiResult, last: string | undefined): Phrase {
  const whose: Phrase = baseline.period === 'all' ? ['newcomers'] : ['newcomers of ', period(baseline.period)];
  const when: Phrase =
    last === undefined || window.periods === 1
      ? []
      : ['; each figure of ', period(last), ', return of the whole window'];
  return ['uplift over ', ...whose, ', net of what non-members changed by', ...when];
}

/** The last period of the window that has spending; a report cut by --to may end before it. */
function lastWithSpending(result: RoiResult): RoiResult['periods'][number] | undefined {
  return result.periods.findLast((figures) => figures.drift !== null);
}

function cohortRow(
  { baseline, periods }: RoiResult,
  cohort: ReturningCohort,
  { figures, reason }: ReturnType<typeof shownFigures>,
  returned: number,
): Cell[] {
  const drift = periods.findLast((row) => row.drift !== null)?.drift ?? null;
  return [
    text(cohort),
    count(figures?.people ?? null, reason),
    price(figures?.spendPerPerson ?? null, reason),
    price(baseline.newcomer),
    change(drift, 'no spending is known'),
    change(figures?.uplift ?? null, reason),
    upliftRange(figures),
    amount(returned),
  ];
}

/** What is shown of a cohort: nothing where it is so small that its figures are those of persons. */
function shownFigures(figures: CohortFigures | undefined, minPeople: number) {
  const few = figures !== undefined && figures.people > 0 && figures.people < minPeople;
  return few
    ? { figures: undefined, reason: `fewer than ${minPeople} people are not shown` }
    : { figures, reason: 'nobody is in the cohort' };
}

function upliftRange(figures: CohortFigures | undefined): Cell {
  const interval = figures?.interval?.uplift;
  return interval === undefined ? blank : range(change(interval[0]), change(interval[1]));
}

function sourceRow(source: string, returned: number): Cell[] {
  return [text(source), blank, blank, blank, blank, blank, blank, amount(returned)];
}

function lines({ returnsByLine }: RoiResult): Block[] {
  if (returnsByLine === null) return [];
  const facts = [
    { label: 'From existing products', value: [amount(returnsByLine.existing)] },
    { label: 'From new products', value: [amount(returnsByLine.new)] },
  ];
  return [{ kind: 'facts', facts }];
}

function retention({ retention: split }: RoiResult): Block[] {
  if (split === null) return [];
  const facts = [
    { label: 'Of the uplift: customers who stayed', value: [amount(split.retention)] },
    { label: 'Of the uplift: spending of each who stayed', value: [amount(split.spendPerRetained)] },
  ];
  return [{ kind: 'facts', facts }];
}
