import type { NamedCells, SheetChart, SheetRow, WorkbookSheet } from '../workbook.ts';
import { line } from './cells.ts';
import { memberLedgerParts } from './members/ledger.ts';
import type { Model } from './model.ts';
import { checkPart } from './summary/checks.ts';
import { headlinePart } from './summary/headline.ts';
import { horizonPart } from './summary/horizons.ts';
import { intervalPart } from './summary/intervals.ts';
import { cashPart, costPart, returnPart, splitParts } from './summary/ledger.ts';
import { marginalPart, memberIntervalPart, memberPart } from './summary/members.ts';
import { type MakePart, SUMMARY, stack } from './summary/part.ts';
import { breakEvenPart, economicsPart, trendPart } from './summary/time.ts';
import { baselinePart, parallelPart } from './summary/yardstick.ts';
import type { Table } from './table.ts';

/** Every figure of the report, as a formula over the other sheets. */
export function summarySheet(
  model: Model,
  periods: Table,
  projected: boolean,
): { readonly sheet: WorkbookSheet; readonly names: readonly NamedCells[] } {
  const { window } = model.result;
  const head = [
    line(`Community ROI · ${window.from}${window.from === window.to ? '' : ` to ${window.to}`}`, 'title'),
    line(
      'Every figure is a formula over the blue cells of Inputs, Costs, Returns and Cohorts; grey figures are values.',
      'note',
    ),
  ];
  const { rows, names } = stack(head, [
    headlinePart(model),
    () => ({ rows: new Array<SheetRow>(CHART_ROWS).fill([]) }),
    horizonPart(model),
    ...intervals(model),
    returnPart(model),
    ...splitParts(model),
    costPart(model),
    cashPart(model),
    baselinePart(model),
    parallelPart(model),
    memberPart(model),
    ...asked(memberIntervalPart(model)),
    marginalPart(model),
    trendPart(model, periods),
    breakEvenPart(model, projected),
    ...asked(economicsPart(model)),
    ...memberLedgerParts(model),
    checkPart(model),
  ]);
  const first = rows.findIndex((row, i) => i > head.length && row.length === 0);
  return {
    sheet: {
      name: SUMMARY,
      widths: [44, 31, ...new Array<number>(9).fill(17)],
      rows,
      landscape: true,
      chart: chart(model, periods, first),
    },
    names,
  };
}

/** The rows that a chart takes. */
const CHART_ROWS = 16;

/** The intervals refer to the rows of the table above them, which ends two rows before they begin. */
function intervals(model: Model): MakePart[] {
  const { errors } = model;
  if (errors === undefined) return [];
  const horizons = Object.keys(model.result.years).length + 2;
  return [(first) => intervalPart(model, errors, first - 1 - horizons)(first)];
}

const asked = (part: MakePart | undefined): MakePart[] => (part === undefined ? [] : [part]);

/** Cost and return of each period, below the headline. */
function chart({ result }: Model, periods: Table, first: number): SheetChart {
  return {
    title: `Cost and return per ${result.unit}`,
    from: { row: first + 1, column: 0 },
    to: { row: first + CHART_ROWS, column: 7 },
    labels: periods.span('period'),
    series: [
      { name: 'Return', values: periods.span('return'), color: '0072B2' },
      { name: 'Cost', values: periods.span('cost'), color: 'D55E00' },
    ],
  };
}
