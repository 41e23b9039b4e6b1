import { RETURNING } from '../../../core/cohort.ts';
import type { SheetRow } from '../../workbook.ts';
import { formula, line, text } from '../cells.ts';
import { CATEGORY_NAMES } from '../costs.ts';
import type { Model } from '../model.ts';
import { overlap } from '../months.ts';
import { type Figure, list, type MakePart, SUMMARY } from './part.ts';

/** What each cohort and each other source returned over the window. */
export function returnPart({ result }: Model): MakePart {
  return (first) => {
    const rows: SheetRow[] = [
      line('Return by source', 'section'),
      ['Source', 'Key in the JSON', 'Return', 'Share'].map((header) => text(header, 'header')),
    ];
    const start = first + rows.length;
    for (const [source, value] of Object.entries(result.returnsBySource)) {
      const row = first + rows.length;
      const cohort = RETURNING.find((name) => name === source);
      const own = `EXACT(return_source,A${row})*return_a_month`;
      const written =
        cohort === undefined
          ? `SUMPRODUCT(${own}*${overlap('return_from', 'return_until', 'window_from', 'window_until')})`
          : `SUM(period_${cohort}_return)`;
      rows.push([
        text(source),
        text(`returnsBySource.${source}`, 'note'),
        formula(written, value, 'money'),
        share(row, 'total_return', value, result.totals.return),
      ]);
    }
    const names = [{ name: 'source_return', range: `${SUMMARY}!$C$${start}:$C$${first + rows.length - 1}` }];
    return { rows, names: rows.length > 2 ? names : [] };
  };
}

function share(row: number, of: string, value: number, total: number) {
  return formula(`IF(${of}>0,C${row}/${of},"")`, total > 0 ? value / total : null, 'percent');
}

/** The uplift by line and by retention, where the files tell. */
export function splitParts({ result }: Model): MakePart[] {
  const { returnsByLine, retention } = result;
  const parts: MakePart[] = [];
  if (returnsByLine !== null) {
    const figures = (['existing', 'new'] as const).map(
      (name): Figure => ({
        label: `${name} products`,
        key: `returnsByLine.${name}`,
        value: formula(`SUM(line_${name}_return)`, returnsByLine[name], 'money'),
      }),
    );
    parts.push(list('Uplift by line', figures));
  }
  if (retention !== null) {
    const sum = (part: string) => RETURNING.map((cohort) => `SUM(${cohort}_by_${part})`).join('+');
    parts.push(
      list('Uplift by retention and spending', [
        {
          label: 'Customers who stayed',
          key: 'retention.retention',
          value: formula(sum('rate'), retention.retention, 'money'),
        },
        {
          label: 'Spending of each who stayed',
          key: 'retention.spendPerRetained',
          value: formula(sum('value'), retention.spendPerRetained, 'money'),
        },
      ]),
    );
  }
  return parts;
}

/** What each category cost: over the window, in the latest twelve months and in the twelve before. */
export function costPart({ result, perYear }: Model): MakePart {
  const { costsByCategory, costsByCategoryLatest12: latest, costsByCategoryBefore12: before, totals } = result;
  const twoYears = result.window.periods >= 2 * perYear;
  return (first) => {
    const heads = ['Category', 'Key in the JSON', 'Cost', 'Share', 'Latest 12 months'];
    const rows: SheetRow[] = [
      line('Cost by category', 'section'),
      [...heads, ...(twoYears ? ['12 months before', 'Change'] : [])].map((header) => text(header, 'header')),
    ];
    for (const name of CATEGORY_NAMES) {
      const row = first + rows.length;
      const [now, then] = [latest[name] ?? 0, before?.[name] ?? 0];
      const yearBefore = `(period_month>=latest_from-12)*(period_month<latest_from)`;
      rows.push([
        text(name),
        costsByCategory[name] === undefined ? null : text(`costsByCategory.${name}`, 'note'),
        formula(`SUM(period_${name})`, costsByCategory[name] ?? 0, 'money'),
        share(row, 'total_cost', costsByCategory[name] ?? 0, totals.cost),
        formula(`SUMPRODUCT((period_month>=latest_from)*period_${name})`, now, 'money'),
        ...(twoYears
          ? [
              formula(`SUMPRODUCT(${yearBefore}*period_${name})`, then, 'money'),
              formula(`IF(F${row}>0,E${row}/F${row}-1,"")`, then > 0 ? now / then - 1 : null, 'percent'),
            ]
          : []),
      ]);
    }
    const start = first + 2;
    return {
      rows,
      names: [{ name: 'category_cost', range: `${SUMMARY}!$C$${start}:$C$${start + CATEGORY_NAMES.length - 1}` }],
    };
  };
}

/** The same on cash: one-off costs when they were paid. */
export function cashPart({ result: { cash } }: Model): MakePart {
  const left =
    '(cost_category="one_off")*(cost_from<window_until)*(cost_until>window_until)*cost_a_month*(cost_until-window_until)';
  return list('On cash', [
    { label: 'Paid', key: 'cash.cost', value: formula('SUM(period_cash_cost)', cash.cost, 'money'), name: 'cash_cost' },
    { label: 'Return', key: 'cash.return', value: formula('total_return', cash.return, 'money') },
    { label: 'Profit', key: 'cash.profit', value: formula('total_return-cash_cost', cash.profit, 'money') },
    {
      label: 'ROI',
      key: 'cash.roi',
      value: formula('IF(cash_cost>0,(total_return-cash_cost)/cash_cost,"")', cash.roi, 'percent'),
    },
    {
      label: 'To be written off after the window',
      key: 'cash.notYetAmortised',
      value: formula(`SUMPRODUCT(${left})`, cash.notYetAmortised, 'money'),
    },
  ]);
}
