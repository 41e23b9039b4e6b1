import type { SheetRow } from '../../workbook.ts';
import { formula, given, line, text } from '../cells.ts';
import type { Model } from '../model.ts';
import type { MakePart } from './part.ts';

/** The figures that everybody asks for, as they are now and as they were reported. */
export function headlinePart({ result, errors }: Model): MakePart {
  const { totals, latest12, verdict } = result;
  return (first) => {
    const rows: SheetRow[] = [
      line('In short', 'section'),
      ['Figure', 'Key in the JSON', 'Now', 'As reported', 'Change'].map((header) => text(header, 'header')),
    ];
    const add = (label: string, key: string, name: string, value: number | null, format: 'money' | 'percent') => {
      const row = first + rows.length;
      rows.push([
        text(label),
        text(key, 'note'),
        formula(name, value, format, 'total'),
        given(value, format),
        value === null ? null : formula(`IF(C${row}="","",ROUND(C${row}-D${row},6))`, 0, format),
      ]);
    };
    add('ROI', 'totals.roi', 'total_roi', totals.roi, 'percent');
    add('Profit', 'totals.profit', 'total_profit', totals.profit, 'money');
    add('Return', 'totals.return', 'total_return', totals.return, 'money');
    add('Cost', 'totals.cost', 'total_cost', totals.cost, 'money');
    add('ROI, latest 12 months', 'latest12.roi', 'latest_roi', latest12.roi, 'percent');
    rows.push([
      text('Verdict'),
      text('verdict', 'note'),
      errors === undefined || totals.interval === null
        ? text(verdict, 'total')
        : formula(
            'IF(total_profit_low>0,"positive",IF(total_profit_high<0,"negative","unclear"))',
            verdict,
            'plain',
            'total',
          ),
      text(verdict, 'given'),
    ]);
    if (totals.interval === null) rows.push(line(`No error bars: ${totals.intervalReason}.`, 'note'));
    return { rows };
  };
}
