import { toNumber } from '../../core/money.ts';
import { formatPeriod, monthsOf } from '../../core/period.ts';
import type { ReturnRow } from '../../core/rows.ts';
import { formula, input, inputText } from './cells.ts';
import type { Model } from './model.ts';
import { firstMonth, monthCount } from './months.ts';
import { layTable, type Table } from './table.ts';

/** Returns other than spending, each with the part of it that counts; undefined where there are none. */
export function returnSheet({ rows, margin }: Model): Table | undefined {
  const items = rows.returns ?? [];
  if (items.length === 0) return undefined;
  const counted = ({ amount, attribution = 1, kind }: ReturnRow) =>
    toNumber(amount) * attribution * (kind === 'revenue' ? margin : 1);
  return layTable<ReturnRow>({
    name: 'Returns',
    title: 'Other returns',
    notes: [
      'What counts is the amount times the share put down to the community; the margin applies to revenue, not to savings.',
    ],
    grows: true,
    items,
    columns: [
      { key: 'period', header: 'Period', width: 11, cell: ({ period }) => inputText(formatPeriod(period)) },
      { key: 'source', header: 'Source', width: 26, name: 'return_source', cell: ({ source }) => inputText(source) },
      { key: 'kind', header: 'Kind', width: 11, words: ['revenue', 'saving'], cell: ({ kind }) => inputText(kind) },
      { key: 'amount', header: 'Amount', width: 15, cell: ({ amount }) => input(toNumber(amount), 'price') },
      {
        key: 'attribution',
        header: 'Attribution',
        width: 12,
        cell: ({ attribution }) => input(attribution, 'percent'),
      },
      {
        key: 'counted',
        header: 'Counted',
        width: 15,
        name: 'return_counted',
        cell: (row, { ref }) => {
          const share = `IF(${ref('attribution')}="",1,${ref('attribution')})`;
          return formula(`${ref('amount')}*${share}*IF(${ref('kind')}="revenue",margin,1)`, counted(row), 'price');
        },
      },
      {
        key: 'from',
        header: 'From month no.',
        width: 13,
        name: 'return_from',
        cell: ({ period }, { ref }) => formula(firstMonth(ref('period')), monthsOf(period).first, 'plain'),
      },
      {
        key: 'until',
        header: 'Until month no.',
        width: 13,
        name: 'return_until',
        cell: ({ period }, { ref }) => {
          const { first, count } = monthsOf(period);
          return formula(`${ref('from')}+${monthCount(ref('period'))}`, first + count, 'plain');
        },
      },
      {
        key: 'month',
        header: 'Counted a month',
        width: 16,
        name: 'return_a_month',
        cell: (row, { ref }) =>
          formula(
            `${ref('counted')}/(${ref('until')}-${ref('from')})`,
            counted(row) / monthsOf(row.period).count,
            'price',
          ),
      },
    ],
  });
}
