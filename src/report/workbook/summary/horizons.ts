import type { Horizon } from '../../../core/result.ts';
import type { SheetCell, SheetRow } from '../../workbook.ts';
import { formula, given, line, text } from '../cells.ts';
import type { Model } from '../model.ts';
import { type MakePart, SUMMARY } from './part.ts';

/** A stretch of the window, with the months it runs over as formulas. */
export interface Stretch {
  readonly label: string;
  readonly key: string;
  readonly horizon: Horizon;
  readonly from: SheetCell | null;
  readonly until: SheetCell | null;
}

const HEADS = ['Horizon', 'Key in the JSON', 'From month no.', 'Until month no.', 'Cost', 'Return', 'Profit', 'ROI'];

/** Cost, return, profit and ROI of each year, the latest twelve months and the whole window. */
export function horizonPart(model: Model): MakePart {
  return (first) => {
    const head: SheetRow[] = [
      line('By year', 'section'),
      [...HEADS, 'Cumulative profit'].map((header) => text(header, 'header')),
    ];
    const stretches = stretchesOf(model);
    const at = (i: number) => first + head.length + i;
    const cells = (column: string, from: number, to = from) => `${SUMMARY}!$${column}$${at(from)}:$${column}$${at(to)}`;
    const [latest, total] = [stretches.length - 2, stretches.length - 1];
    const names = [
      ...(['cost', 'return', 'profit', 'roi'] as const).flatMap((figure, i) => [
        { name: `total_${figure}`, range: cell('EFGH'[i]!, at(total)) },
        { name: `latest_${figure}`, range: cell('EFGH'[i]!, at(latest)) },
      ]),
      { name: 'latest_from', range: cell('C', at(latest)) },
      { name: 'years_cost', range: cells('E', 0, latest - 1) },
      { name: 'years_return', range: cells('F', 0, latest - 1) },
    ];
    return { rows: [...head, ...stretches.map((stretch, i) => stretchRow(stretch, at(i), model))], names };
  };
}

const cell = (column: string, row: number) => `${SUMMARY}!$${column}$${row}`;

/** The years, the latest twelve months and the whole, in the order of their rows. */
export function stretchesOf({ result, window }: Model): Stretch[] {
  const years = Object.entries(result.years).map(([year, horizon]): Stretch => {
    const from = Math.max(window.from, 12 * Number(year));
    const until = Math.min(window.until, 12 * Number(year) + 12);
    return { label: year, key: `years.${year}`, horizon, from: given(from, 'plain'), until: given(until, 'plain') };
  });
  const latest = Math.max(window.from, window.until - 12);
  const end = formula('window_until', window.until, 'plain');
  return [
    ...years,
    {
      label: 'Latest 12 months',
      key: 'latest12',
      horizon: result.latest12,
      from: formula('MAX(window_from,window_until-12)', latest, 'plain'),
      until: end,
    },
    {
      label: 'Whole window',
      key: 'totals',
      horizon: result.totals,
      from: formula('window_from', window.from, 'plain'),
      until: end,
    },
  ];
}

function stretchRow(stretch: Stretch, row: number, { result }: Model): SheetRow {
  const { label, key, horizon, from, until } = stretch;
  const total = key === 'totals' ? 'total' : undefined;
  const inside = `(period_month>=C${row})*(period_month<D${row})`;
  const last = result.periods.find(({ period }) => period === horizon.to)?.cumulative.profit ?? null;
  return [
    text(label, total),
    text(key, 'note'),
    from,
    until,
    formula(`SUMPRODUCT(${inside}*period_cost)`, horizon.cost, 'money', total),
    formula(`SUMPRODUCT(${inside}*period_return)`, horizon.return, 'money', total),
    formula(`F${row}-E${row}`, horizon.profit, 'money', total),
    formula(`IF(E${row}>0,G${row}/E${row},"")`, horizon.roi, 'percent', total),
    formula(`SUMPRODUCT((period_month<D${row})*period_profit)`, last, 'money', total),
  ];
}
