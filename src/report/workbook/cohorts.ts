import { COHORTS, LINES } from '../../core/cohort.ts';
import { toNumber } from '../../core/money.ts';
import { formatPeriod, monthsOf } from '../../core/period.ts';
import type { SpendCell } from '../../core/rows.ts';
import { formula, input, inputText } from './cells.ts';
import type { Model } from './model.ts';
import { firstMonth } from './months.ts';
import { layTable, type Table, type TableColumn } from './table.ts';

/** People and spending of each cohort and period, as they were read or added up from exports. */
export function cohortSheet(model: Model): Table {
  const { cells } = model;
  const has = (key: keyof SpendCell) => cells.some((cell) => cell[key] !== undefined);
  const notes = ['What each cohort spent in each period; groups of people are added up.'];
  if (has('line'))
    notes.push('Spending is split by line, and the people of a cohort are the same on each: change them on both.');
  if (model.errors?.method === 'jackknife') {
    notes.push(
      'The error bars were measured on the people behind these rows: changed people or spending move the figures, not their errors.',
    );
  }
  const small = cells.filter(({ people }) => people > 0 && people < model.minPeople).length;
  if (small > 0) {
    notes.push(
      `${small} of these rows ${small === 1 ? 'is' : 'are'} of fewer than ${model.minPeople} people, which reports do not show: the formulas need them. Mind who gets the file.`,
    );
  }
  return layTable<SpendCell>({
    name: 'Cohorts',
    title: 'Cohorts',
    notes,
    items: cells,
    grows: true,
    frozenColumns: 2,
    columns: [
      { key: 'period', header: 'Period', width: 11, cell: ({ period }) => inputText(formatPeriod(period)) },
      {
        key: 'cohort',
        header: 'Cohort',
        width: 13,
        name: 'cohort_name',
        words: COHORTS,
        cell: ({ cohort }) => inputText(cohort),
      },
      ...optional(has),
      {
        key: 'month',
        header: 'Month no.',
        width: 11,
        name: 'cohort_month',
        cell: ({ period }, { ref }) => formula(firstMonth(ref('period')), monthsOf(period).first, 'plain'),
      },
      {
        key: 'each',
        header: 'Spend each',
        width: 13,
        cell: ({ people, spend }, { ref }) =>
          formula(
            `IF(${ref('people')}=0,"",${ref('spend')}/${ref('people')})`,
            people === 0 ? null : toNumber(spend) / people,
            'price',
          ),
      },
      ...(has('spendSd') ? [variance(has('sampleSize'))] : []),
    ],
  });
}

function optional(has: (key: keyof SpendCell) => boolean): TableColumn<SpendCell>[] {
  const line: TableColumn<SpendCell> = {
    key: 'line',
    header: 'Line',
    width: 11,
    name: 'cohort_line',
    words: LINES,
    cell: (cell) => inputText(cell.line),
  };
  const counts: TableColumn<SpendCell>[] = [
    { key: 'people', header: 'People', width: 12, name: 'cohort_people', cell: ({ people }) => input(people, 'count') },
    {
      key: 'spend',
      header: 'Spend',
      width: 17,
      name: 'cohort_spend',
      cell: ({ spend }) => input(toNumber(spend), 'price'),
    },
  ];
  const sd: TableColumn<SpendCell> = {
    key: 'sd',
    header: 'Spend SD',
    width: 13,
    cell: ({ spendSd }) => input(spendSd, 'price'),
  };
  const sample: TableColumn<SpendCell> = {
    key: 'sample',
    header: 'Sample size',
    width: 12,
    cell: ({ sampleSize }) => input(sampleSize, 'count'),
  };
  const retained: TableColumn<SpendCell> = {
    key: 'retained',
    header: 'Retained',
    width: 12,
    name: 'cohort_retained',
    cell: (cell) => input(cell.retained, 'count'),
  };
  return [
    ...(has('line') ? [line] : []),
    ...counts,
    ...(has('spendSd') ? [sd] : []),
    ...(has('sampleSize') ? [sample] : []),
    ...(has('retained') ? [retained] : []),
  ];
}

/** The squared error of a mean: sd² ÷ n, or the size of the sample behind it. */
export function meanVariance({ people, spendSd, sampleSize = people }: SpendCell): number {
  return spendSd === undefined || people === 0 ? 0 : spendSd ** 2 / sampleSize;
}

const variance = (hasSample: boolean): TableColumn<SpendCell> => ({
  key: 'variance',
  header: 'Variance of the mean',
  width: 13,
  name: 'cohort_variance',
  cell: (cell, { ref }) => {
    const n = hasSample ? `IF(${ref('sample')}="",${ref('people')},${ref('sample')})` : ref('people');
    return formula(`IF(OR(${ref('sd')}="",${ref('people')}=0),0,${ref('sd')}^2/${n})`, meanVariance(cell), 'decimal');
  },
});

/** What a cohort's rows of a month add up to, as a formula. */
export function lookUpSum(what: 'spend' | 'variance', month: string, cohort: string, line?: string): string {
  const split = line === undefined ? '' : `,cohort_line,"${line}"`;
  return `SUMIFS(cohort_${what},cohort_month,${month},cohort_name,"${cohort}"${split})`;
}

/** How many people a cohort has in a month, or has retained: the same on each line, so counted once. */
export function lookUpCount(what: 'people' | 'retained', month: string, cohort: string, lines: number): string {
  const where = `(cohort_${what},cohort_month,${month},cohort_name,"${cohort}")`;
  return lines > 1 ? `IFERROR(AVERAGEIFS${where},0)` : `SUMIFS${where}`;
}
