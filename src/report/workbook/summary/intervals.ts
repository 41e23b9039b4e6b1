import type { Horizon } from '../../../core/result.ts';
import type { SheetRow } from '../../workbook.ts';
import { formula, line, text } from '../cells.ts';
import { errorCell, within } from '../errors.ts';
import { DETECTABLE, type Errors, type Model } from '../model.ts';
import { stretchesOf } from './horizons.ts';
import { type MakePart, SUMMARY } from './part.ts';

const HEADS = [
  ...['Horizon', 'Key in the JSON', 'Error, margin 1', 'Return low', 'Return high'],
  ...['Profit low', 'Profit high', 'ROI low', 'ROI high', 'Detectable', 'Detectable ROI'],
];

/** How far the figures of each year, the latest twelve months and the whole may be off. */
export function intervalPart(model: Model, errors: Errors, years: number): MakePart {
  return (first) => {
    const head: SheetRow[] = [
      line('Intervals', 'section'),
      line(
        'The error of the return, and what follows from it; the last columns are the smallest return and ROI that the data could have told from nothing.',
        'note',
      ),
      HEADS.map((header) => text(header, 'header')),
    ];
    const stretches = stretchesOf(model);
    const at = (i: number) => first + head.length + i;
    const rows = stretches.map(({ label, key, horizon }, i): SheetRow => {
      const total = key === 'totals' ? 'total' : undefined;
      const name = [text(label, total), text(`${key}.interval`, 'note')];
      return horizon.interval === null
        ? [...name, text('–')]
        : [...name, ...cells(at(i), years + i, horizon, horizon.interval, model.margin, errors)];
    });
    const [latest, total] = [stretches.length - 2, stretches.length - 1];
    const name = (of: string, column: string, i: number) => ({ name: of, range: `${SUMMARY}!$${column}$${at(i)}` });
    return {
      rows: [...head, ...rows],
      names: [
        name('latest_error', 'C', latest),
        name('total_error', 'C', total),
        name('total_profit_low', 'F', total),
        name('total_profit_high', 'G', total),
      ],
    };
  };
}

/** `row`: where the cells stand; `figures`: the row of cost, return, profit and ROI. */
function cells(
  row: number,
  figures: number,
  { roi }: Horizon,
  interval: NonNullable<Horizon['interval']>,
  margin: number,
  errors: Errors,
): SheetRow {
  const reach = `C${row}*margin*critical`;
  const ends = (column: string, range: readonly [number, number]) => [
    formula(`${column}${figures}-${reach}`, range[0], 'money'),
    formula(`${column}${figures}+${reach}`, range[1], 'money'),
  ];
  const share = (sign: '+' | '-', value: number | null) =>
    formula(`IF(E${figures}>0,H${figures}${sign}${reach}/E${figures},"")`, roi === null ? null : value, 'percent');
  return [
    errorCell(errors, within(`C${figures}`, `D${figures}`), interval.return, margin),
    ...ends('F', interval.return),
    ...ends('G', interval.profit),
    share('-', interval.roi?.[0] ?? null),
    share('+', interval.roi?.[1] ?? null),
    formula(`${DETECTABLE}*C${row}*margin`, interval.detectable.return, 'money'),
    formula(`IF(E${figures}>0,J${row}/E${figures},"")`, interval.detectable.roi, 'percent'),
  ];
}
