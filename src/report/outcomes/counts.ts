import type { OutcomesResult } from '../../core/outcomes/result.ts';
import { count, range, text, unknown } from '../cells.ts';
import type { Block, Cell, Column } from '../report.ts';
import { decimalsOf } from './measure.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Count', align: 'left', priority: 1 },
  { header: 'Total', align: 'right', priority: 1 },
  { header: 'Each period', align: 'right', priority: 1 },
  { header: '95% interval', align: 'right', priority: 2 },
];

/** Counts that have no comparison: followed over time, never a return. */
export function countSection({ counts }: OutcomesResult): Block[] {
  if (counts.length === 0) return [];
  const signed = (value: number, decimals: number): Cell => ({ kind: 'count', count: value, decimals, signed: true });
  const rows = counts.map(({ count: name, total, slope, slopeReason = '', interval }) => {
    const decimals = decimalsOf(Math.abs(slope ?? 0));
    return [
      text(name),
      count(total, '', Number.isInteger(total) ? 0 : 2),
      slope === null ? unknown(slopeReason) : signed(slope, decimals),
      interval === null ? unknown(slopeReason) : range(signed(interval[0], decimals), signed(interval[1], decimals)),
    ];
  });
  const charts = counts.flatMap(({ count: name, periods }): Block[] =>
    periods.length < 3
      ? []
      : [
          {
            kind: 'chart',
            description: `${name} by period`,
            yLabel: name,
            measure: 'count',
            x: periods.map(({ period }) => period),
            series: [{ name, values: periods.map(({ total }) => total) }],
          },
        ],
  );
  const note = ['of everybody in the file; with nobody to compare with, this is a trend and no return'];
  return [
    {
      kind: 'section',
      id: 'counts',
      title: 'Counts',
      note,
      blocks: [{ kind: 'table', columns: COLUMNS, rows }, ...charts],
    },
  ];
}
