import type { DateRange, Horizon, Ledger, RoiResult } from '../../core/result.ts';
import { periodsPerYear } from '../../core/timeline.ts';
import { amount, change, percent, period, range, signedPercent, text, unknown } from '../cells.ts';
import type { Block, Cell, Column, Phrase } from '../report.ts';
import { accountPictures, band, breakEvenMarkers } from './pictures.ts';

const columns = (first: string, sure: boolean): Column[] => [
  { header: first, align: 'left', priority: 1 },
  { header: 'Cost', align: 'right', priority: 2 },
  { header: 'Return', align: 'right', priority: 2 },
  { header: 'Profit', align: 'right', priority: 1 },
  { header: 'ROI', align: 'right', priority: 1 },
  ...(sure ? [{ header: '95% interval', align: 'right', priority: 4 } as const] : []),
  { header: 'Cumulative profit', align: 'right', priority: 3 },
];

/** Cost, return, profit and ROI by year, with the latest twelve months beside the whole. */
export function yearSection(result: RoiResult): Block {
  const perYear = periodsPerYear(result.unit);
  const sure = result.totals.interval !== null;
  const rows = Object.entries(result.years).map(([year, horizon]) => {
    const label =
      horizon.periods < perYear
        ? `${year} (${horizon.periods} ${result.unit}${horizon.periods === 1 ? '' : 's'})`
        : year;
    return horizonRow(text(label), horizon, cumulativeAt(result, horizon.to), sure);
  });
  const months = result.latest12.periods === perYear ? 'Latest 12 months' : 'All periods';
  const only = result.latest12.periods === result.totals.periods;
  if (!only) rows.push(horizonRow(text(months), result.latest12, cumulativeAt(result, result.latest12.to), sure));
  const total = horizonRow(text('Whole window'), result.totals, amount(result.totals.profit), sure);
  return {
    kind: 'section',
    id: 'years',
    title: 'By year',
    blocks: [{ kind: 'table', columns: columns('Year', sure), rows, total }],
  };
}

/** The same for each period: what `--by month` adds. */
export function periodSection(result: RoiResult): Block {
  const rows = result.periods.map((row) => ledgerRow(period(row.period), row, amount(row.cumulative.profit)));
  const title = `By ${result.unit}`;
  const name = title.slice(3, 4).toUpperCase() + title.slice(4);
  return { kind: 'section', id: 'periods', title, blocks: [{ kind: 'table', columns: columns(name, false), rows }] };
}

function ledgerRow(label: Cell, ledger: Ledger, cumulative: Cell): Cell[] {
  const roi = signedPercent(ledger.roi, ledger.roiReason);
  return [label, amount(ledger.cost), amount(ledger.return), amount(ledger.profit), roi, cumulative];
}

/** The row of a horizon, with the interval of its ROI where the table has that column. */
function horizonRow(label: Cell, horizon: Horizon, cumulative: Cell, sure: boolean): Cell[] {
  const row = ledgerRow(label, horizon, cumulative);
  if (!sure) return row;
  const roi = horizon.interval?.roi ?? null;
  const interval =
    roi === null
      ? unknown(horizon.intervalReason ?? 'the ROI is unknown')
      : range(signedPercent(roi[0]), signedPercent(roi[1]));
  return row.toSpliced(-1, 0, interval);
}

function cumulativeAt(result: RoiResult, label: string): Cell {
  const row = result.periods.find((figures) => figures.period === label);
  return row === undefined ? unknown('the period is not in the window') : amount(row.cumulative.profit);
}

/** Two lines, cost and return, with the slopes of the latest periods. */
export function trendSection(result: RoiResult): Block {
  const { periods, trend, unit } = result;
  const chart: Block = {
    kind: 'chart',
    description: `Cost and return per ${unit}, ${result.window.from} to ${result.window.to}`,
    yLabel: `per ${unit}`,
    x: periods.map((row) => row.period),
    series: [
      { name: 'return', values: periods.map((row) => row.return), ...band(periods.map((row) => row.interval?.return)) },
      { name: 'cost', values: periods.map((row) => row.cost) },
    ],
    ...breakEvenMarkers(result),
  };
  const slope = (key: 'return' | 'cost' | 'profit'): Phrase => {
    const value = change(trend[key], trend.reason);
    if (trend.interval === null) return [value];
    const [low, high] = trend.interval[key];
    return [value, '  ', range(change(low), change(high))];
  };
  const facts = (['return', 'cost', 'profit'] as const).map((key) => ({
    label: `${key[0]?.toUpperCase()}${key.slice(1)}, each ${unit}`,
    value: slope(key),
  }));
  const latest = trend.periods === 1 ? unit : `${trend.periods} ${unit}s`;
  const note: Phrase = [`slope of the latest ${latest}, with its 95% interval`];
  return { kind: 'section', id: 'trend', title: 'Trend', note, blocks: [chart, { kind: 'facts', facts }] };
}

/** When it pays, by itself and as a whole, and what the money was worth meanwhile. */
export function breakEvenSection(result: RoiResult): Block {
  const { breakEven, unit, economics } = result;
  const at = (value: string | null, reason: string | undefined, range?: DateRange | null): Phrase =>
    value === null ? [`not yet: ${reason}`, ...dates(range)] : [period(value), ...dates(range)];
  const ranges = breakEven.interval;
  const facts: { label: string; value: Phrase }[] = [
    { label: `Of the ${unit}`, value: at(breakEven.period, breakEven.periodReason, ranges?.period) },
    { label: 'Of the whole', value: at(breakEven.cumulative, breakEven.cumulativeReason, ranges?.cumulative) },
  ];
  if (breakEven.cumulative === null) {
    const basis = ', if profit keeps to the line fitted to the latest periods';
    const projected = breakEven.projected;
    const value: Phrase =
      projected === null
        ? [`none: ${breakEven.projectedReason}`]
        : [period(projected), ...dates(ranges?.projected), basis];
    facts.push({ label: 'Projected', value });
  }
  if (economics !== null) {
    facts.push(
      {
        label: 'Net present value',
        value: [amount(economics.npv), ' at ', percent(economics.discountRate), ' a year'],
      },
      {
        label: 'Internal rate of return',
        value: economics.irr === null ? [`none: ${economics.irrReason}`] : [percent(economics.irr), ' a year'],
      },
      { label: 'Payback of cash', value: at(economics.payback, economics.paybackReason) },
      { label: 'Discounted payback', value: at(economics.discountedPayback, economics.discountedPaybackReason) },
    );
  }
  return {
    ...{ kind: 'section', id: 'break-even', title: 'Break-even' },
    pictures: accountPictures(result),
    blocks: [{ kind: 'facts', facts }],
  };
}

/** ` (95% interval 2023-11 to 2024-06)`; an end that does not come is named so. */
function dates(range: DateRange | null | undefined): Phrase {
  if (range === null || range === undefined || (range[0] === null && range[1] === null)) return [];
  const end = (label: string | null): Phrase => (label === null ? ['later than can be seen'] : [period(label)]);
  return [' (95% interval ', ...end(range[0]), ' to ', ...end(range[1]), ')'];
}
