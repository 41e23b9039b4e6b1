import { formatPeriod, shift } from '../../core/period.ts';
import { periodAt } from '../../core/timeline.ts';
import { formula, given, text } from './cells.ts';
import type { Model } from './model.ts';
import { layTable, type Table } from './table.ts';

/** How far ahead a projection looks, as the calculation does. */
const YEARS = 10;

interface Step {
  readonly ahead: number;
  readonly label: string;
  readonly profit: number;
  readonly sum: number;
}

/** Profit along the fitted line after the window, and the sum that it brings; undefined where there is no line. */
export function projectionSheet(model: Model, periods: Table): Table | undefined {
  const { trend, window } = model.result;
  if (trend.profit === null) return undefined;
  const profits = periods.span('profit', window.periods - trend.periods);
  const numbers = periods.span('number', window.periods - trend.periods);
  return layTable<Step>({
    name: 'Projection',
    title: 'If profit goes on along the fitted line',
    notes: [`The line through the profit of the latest ${trend.periods} periods, ${YEARS} years ahead.`],
    items: stepsOf(model),
    columns: [
      { key: 'period', header: 'Period', width: 11, name: 'ahead_label', cell: ({ label }) => text(label) },
      {
        key: 'ahead',
        header: 'Periods ahead',
        width: 14,
        name: 'ahead_number',
        cell: ({ ahead }) => given(ahead, 'plain'),
      },
      {
        key: 'profit',
        header: 'Profit on the line',
        width: 18,
        cell: ({ profit }, { ref }) =>
          formula(
            `INTERCEPT(${profits},${numbers})+SLOPE(${profits},${numbers})*(${window.periods}+${ref('ahead')})`,
            profit,
            'price',
          ),
      },
      {
        key: 'sum',
        header: 'Cumulative profit',
        width: 18,
        name: 'ahead_sum',
        cell: ({ sum }, { soFar }) => formula(`SUM(period_profit)+SUM(${soFar('profit')})`, sum, 'price'),
      },
    ],
  });
}

function stepsOf({ result, workings: { time }, perYear }: Model): Step[] {
  const profits = result.periods.map(({ profit }) => profit);
  const latest = profits.slice(-result.trend.periods);
  const slope = result.trend.profit ?? 0;
  const mean = latest.reduce((sum, value) => sum + value, 0) / latest.length;
  const last = mean + (slope * (latest.length - 1)) / 2;
  let sum = profits.reduce((total, value) => total + value, 0);
  return Array.from({ length: YEARS * perYear }, (_, i) => {
    const ahead = i + 1;
    const profit = last + slope * ahead;
    sum += profit;
    return { ahead, label: formatPeriod(shift(periodAt(time, time.length - 1), ahead)), profit, sum };
  });
}
