import { DEFAULT_USEFUL_LIFE_YEARS } from '../../core/input.ts';
import { toNumber } from '../../core/money.ts';
import { formatPeriod, MONTHS_PER, monthsOf, type Period } from '../../core/period.ts';
import { CATEGORIES, type CostCategory, type CostRow } from '../../core/rows.ts';
import { formula, input, inputText } from './cells.ts';
import type { Model } from './model.ts';
import { firstMonth, monthAfter, monthCount } from './months.ts';
import { layTable, type Table } from './table.ts';

/** A cost as the sheet shows it, with the months that it is paid in and spread over. */
interface Cost {
  readonly row: CostRow;
  readonly amount: number;
  readonly from: number;
  /** Months of one payment. */
  readonly step: number;
  readonly paidUntil: number;
  readonly until: number;
}

export const CATEGORY_NAMES = Object.keys(CATEGORIES) as CostCategory[];

/** The costs as they were read, each with the month it begins in, the month it ends before, and what a month bears. */
export function costSheet(model: Model): Table {
  const items = model.rows.costs.flatMap(payments).map((row) => costOf(row, model));
  return layTable<Cost>({
    name: 'Costs',
    title: 'Costs',
    notes: [
      'As they were read: rows that differ in item alone are added up, shares are taken off, and a one-off cost that recurs has a row for each time.',
      'Change the blue cells, or insert rows above the grey line and copy the formulas down.',
    ],
    grows: true,
    items,
    columns: [
      { key: 'period', header: 'Period', width: 11, cell: ({ row }) => inputText(formatPeriod(row.period)) },
      {
        key: 'until',
        header: 'Until',
        width: 11,
        cell: ({ row }) => inputText(row.until === undefined ? undefined : formatPeriod(row.until)),
      },
      {
        key: 'category',
        header: 'Category',
        width: 12,
        name: 'cost_category',
        words: CATEGORY_NAMES,
        cell: ({ row }) => inputText(row.category),
      },
      { key: 'amount', header: 'Amount', width: 15, name: 'cost_amount', cell: ({ amount }) => input(amount, 'price') },
      {
        key: 'life',
        header: 'Useful life years',
        width: 13,
        cell: ({ row }) => input(row.usefulLifeYears, 'plain'),
      },
      {
        key: 'from',
        header: 'From month no.',
        width: 13,
        name: 'cost_from',
        cell: ({ from }, { ref }) => formula(firstMonth(ref('period')), from, 'plain'),
      },
      {
        key: 'step',
        header: 'Months each',
        width: 13,
        cell: ({ step }, { ref }) => formula(monthCount(ref('period')), step, 'plain'),
      },
      {
        key: 'paid',
        header: 'Paid until month no.',
        width: 13,
        name: 'cost_paid_until',
        cell: ({ paidUntil }, { ref }) => {
          const last = `IF(${ref('until')}="",${ref('from')}+${ref('step')},${firstMonth(ref('until'))}+${monthCount(ref('until'))})`;
          return formula(`IF(${ref('category')}="one_off",${ref('from')}+1,${last})`, paidUntil, 'plain');
        },
      },
      {
        key: 'spread',
        header: 'Spread until month no.',
        width: 13,
        name: 'cost_until',
        cell: ({ until }, { ref }) => {
          const life = `MAX(1,ROUND(12*IF(${ref('life')}="",useful_life,${ref('life')}),0))`;
          return formula(`IF(${ref('category')}="one_off",${ref('from')}+${life},${ref('paid')})`, until, 'plain');
        },
      },
      {
        key: 'cash',
        header: 'Cash a month',
        width: 15,
        name: 'cost_cash_a_month',
        cell: ({ row, amount, step }, { ref }) =>
          formula(
            `IF(${ref('category')}="one_off",${ref('amount')},${ref('amount')}/${ref('step')})`,
            isOneOff(row) ? amount : amount / step,
            'price',
          ),
      },
      {
        key: 'month',
        header: 'Cost a month',
        width: 15,
        name: 'cost_a_month',
        cell: ({ row, amount, step, from, until }, { ref }) =>
          formula(
            `IF(${ref('category')}="one_off",${ref('amount')}/(${ref('spread')}-${ref('from')}),${ref('cash')})`,
            isOneOff(row) ? amount / (until - from) : amount / step,
            'price',
          ),
      },
    ],
  });
}

const isOneOff = ({ category }: CostRow) => category === 'one_off';

/** A one-off cost that recurs, once for each time: each is spread over a life of its own. */
function payments(row: CostRow): CostRow[] {
  const { until, ...once } = row;
  if (!isOneOff(row) || until === undefined) return [row];
  const times: CostRow[] = [];
  for (let period: Period = row.period; monthsOf(period).first < monthAfter(until); ) {
    times.push({ ...once, period });
    period = { ...period, index: period.index + 1 };
  }
  return times;
}

function costOf(row: CostRow, { method }: Model): Cost {
  const { first: from, count: step } = monthsOf(row.period);
  const paid = row.until === undefined ? from + step : monthsOf(row.until).first + MONTHS_PER[row.until.unit];
  const life = row.usefulLifeYears ?? method.usefulLifeYears ?? DEFAULT_USEFUL_LIFE_YEARS;
  return {
    row,
    amount: toNumber(row.amount),
    from,
    step,
    paidUntil: isOneOff(row) ? from + 1 : paid,
    until: isOneOff(row) ? from + Math.max(1, Math.round(life * 12)) : paid,
  };
}
