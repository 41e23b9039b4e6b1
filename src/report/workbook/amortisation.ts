import { toNumber } from '../../core/money.ts';
import { monthsOf } from '../../core/period.ts';
import { CATEGORIES } from '../../core/rows.ts';
import { labelAt, periodAt } from '../../core/timeline.ts';
import { formula, given, text } from './cells.ts';
import { CATEGORY_NAMES } from './costs.ts';
import { growsName } from './inputs.ts';
import type { Model } from './model.ts';
import { overlap } from './months.ts';
import { layTable, type Table, type TableColumn } from './table.ts';

/** A period of the window. */
export interface Span {
  readonly at: number;
  readonly label: string;
  readonly month: number;
  readonly until: number;
}

/** The periods of the window, with their months. */
export function spansOf({ workings: { time }, monthsPer }: Model): Span[] {
  return Array.from({ length: time.length }, (_, at) => {
    const { first: month } = monthsOf(periodAt(time, at));
    return { at, label: labelAt(time, at), month, until: month + monthsPer };
  });
}

/** The columns that say which period a row is of. */
export function spanColumns<Item extends Span>(): TableColumn<Item>[] {
  return [
    { key: 'period', header: 'Period', width: 11, cell: ({ label }) => text(label) },
    { key: 'month', header: 'From month no.', width: 11, cell: ({ month }) => given(month, 'plain') },
    { key: 'end', header: 'Until month no.', width: 11, cell: ({ until }) => given(until, 'plain') },
  ];
}

/** What each period bears of each cost: one-off costs spread over their life, coarser ones over their months. */
export function amortisationSheet(model: Model): Table {
  const { costs, books } = model.workings;
  const amortised = (at: number, name: (typeof CATEGORY_NAMES)[number]) => toNumber(costs.amortised[name][at] ?? 0n);
  return layTable<Span>({
    name: 'Amortisation',
    title: 'Cost by period',
    notes: ['The cost a month of each row of Costs, times its months that fall into the period.'],
    items: spansOf(model),
    columns: [
      ...spanColumns<Span>(),
      ...CATEGORY_NAMES.map(
        (name): TableColumn<Span> => ({
          key: name,
          header: name,
          width: 13,
          name: `period_${name}`,
          cell: ({ at }, { ref }) =>
            formula(
              `SUMPRODUCT((cost_category="${name}")*cost_a_month*${overlap('cost_from', 'cost_until', ref('month'), ref('end'))})`,
              amortised(at, name),
              'price',
            ),
        }),
      ),
      {
        key: 'cost',
        header: 'Cost',
        width: 15,
        cell: ({ at }, { ref }) =>
          formula(`SUM(${ref('one_off')}:${ref('overhead')})`, books.numbers.cost[at] ?? 0, 'price', 'total'),
      },
      {
        key: 'growing',
        header: 'Grows with members',
        width: 18,
        name: 'period_growing_cost',
        cell: ({ at }, { ref }) =>
          formula(
            CATEGORY_NAMES.map((name) => `${ref(name)}*${growsName(name)}`).join('+'),
            CATEGORY_NAMES.reduce((sum, name) => sum + (CATEGORIES[name].variable ? amortised(at, name) : 0), 0),
            'price',
          ),
      },
      {
        key: 'cash',
        header: 'Paid in cash',
        width: 15,
        name: 'period_cash_cost',
        cell: ({ at }, { ref }) =>
          formula(
            `SUMPRODUCT(cost_cash_a_month*${overlap('cost_from', 'cost_paid_until', ref('month'), ref('end'))})`,
            books.numbers.cashCost[at] ?? 0,
            'price',
          ),
      },
    ],
  });
}
