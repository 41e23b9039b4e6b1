import type { PeriodFigures } from '../../core/result.ts';
import { type Span, spanColumns, spansOf } from './amortisation.ts';
import { formula, given } from './cells.ts';
import type { Model } from './model.ts';
import { overlap } from './months.ts';
import { type Here, layTable, type Table, type TableColumn } from './table.ts';

interface Row extends Span {
  readonly figures: PeriodFigures;
  /** Cash and discounted cash of the period, and their sums so far. */
  readonly flow: number;
  readonly flowSoFar: number;
  readonly discounted: number;
  readonly discountedSoFar: number;
}

/** Cost, return, profit and ROI by period, and their sums so far: what everything over time is computed from. */
export function periodSheet(model: Model, amortisation: Table, uplift: Table, returns: Table | undefined): Table {
  return layTable<Row>({
    name: model.periodSheet,
    title: `By ${model.result.unit}`,
    notes: ['Cost comes from the sheet Amortisation, return from Uplift and Returns.'],
    items: rowsOf(model),
    columns: [
      ...spanColumns<Row>().map((column) =>
        column.key === 'period'
          ? { ...column, name: 'period_label' }
          : column.key === 'month'
            ? { ...column, name: 'period_month' }
            : column,
      ),
      { key: 'number', header: 'No.', width: 6, name: 'period_number', cell: ({ at }) => given(at + 1, 'plain') },
      carried(
        'cost',
        'Cost',
        'period_cost',
        (at) => amortisation.at('cost', at),
        ({ cost }) => cost,
      ),
      carried(
        'active',
        'Active return',
        undefined,
        (at) => uplift.at('active_return', at),
        ({ cohorts }) => cohorts.active?.return ?? 0,
      ),
      carried(
        'lurker',
        'Lurker return',
        undefined,
        (at) => uplift.at('lurker_return', at),
        ({ cohorts }) => cohorts.lurker?.return ?? 0,
      ),
      {
        key: 'other',
        header: 'Other returns',
        width: 15,
        name: 'period_other_return',
        cell: ({ figures }, { ref }) =>
          returns === undefined
            ? given(0, 'price')
            : formula(
                `SUMPRODUCT(return_a_month*${overlap('return_from', 'return_until', ref('month'), ref('end'))})`,
                figures.otherReturns,
                'price',
              ),
      },
      {
        key: 'return',
        header: 'Return',
        width: 15,
        name: 'period_return',
        cell: ({ figures }, { ref }) =>
          formula(`${ref('active')}+${ref('lurker')}+${ref('other')}`, figures.return, 'price', 'total'),
      },
      {
        key: 'profit',
        header: 'Profit',
        width: 15,
        name: 'period_profit',
        cell: ({ figures }, { ref }) => formula(`${ref('return')}-${ref('cost')}`, figures.profit, 'price'),
      },
      ratio('roi', 'ROI', 'profit', 'cost', ({ roi }) => roi),
      ...soFar(),
      ...(model.result.economics === null ? [] : cash(amortisation, model.perYear)),
    ],
  });
}

/** A figure of another sheet. */
function carried(
  key: string,
  header: string,
  name: string | undefined,
  from: (at: number) => string,
  value: (figures: PeriodFigures) => number,
): TableColumn<Row> {
  return {
    key,
    header,
    width: 15,
    ...(name === undefined ? {} : { name }),
    cell: (row, { at }) => formula(from(at), value(row.figures), 'price'),
  };
}

function ratio(
  key: string,
  header: string,
  profit: string,
  cost: string,
  value: (figures: PeriodFigures) => number | null,
): TableColumn<Row> {
  return {
    key,
    header,
    width: 11,
    cell: ({ figures }, { ref }) =>
      formula(`IF(${ref(cost)}>0,${ref(profit)}/${ref(cost)},"")`, value(figures), 'percent'),
  };
}

function soFar(): TableColumn<Row>[] {
  const sum = (
    key: string,
    header: string,
    of: string,
    value: (figures: PeriodFigures) => number,
    name?: string,
  ): TableColumn<Row> => ({
    key,
    header,
    width: 17,
    ...(name === undefined ? {} : { name }),
    cell: ({ figures }, here) => formula(`SUM(${here.soFar(of)})`, value(figures), 'price'),
  });
  return [
    sum('cost_so_far', 'Cumulative cost', 'cost', ({ cumulative }) => cumulative.cost),
    sum('return_so_far', 'Cumulative return', 'return', ({ cumulative }) => cumulative.return),
    {
      key: 'profit_so_far',
      header: 'Cumulative profit',
      width: 17,
      name: 'period_profit_so_far',
      cell: ({ figures }, { ref }) =>
        formula(`${ref('return_so_far')}-${ref('cost_so_far')}`, figures.cumulative.profit, 'price'),
    },
    ratio('roi_so_far', 'Cumulative ROI', 'profit_so_far', 'cost_so_far', ({ cumulative }) => cumulative.roi),
  ];
}

/** Cash as it comes and goes, and what it is worth at the start. */
function cash(amortisation: Table, perYear: number): TableColumn<Row>[] {
  const column = (
    key: string,
    header: string,
    value: (row: Row) => number,
    written: (here: Here) => string,
  ): TableColumn<Row> => ({
    key,
    header,
    width: 17,
    name: `period_${key}`,
    cell: (row, here) => formula(written(here), value(row), 'price'),
  });
  const paid = ({ at }: Here) => amortisation.at('cash', at);
  return [
    column(
      'flow',
      'Cash flow',
      ({ flow }) => flow,
      (here) => `${here.ref('return')}-${paid(here)}`,
    ),
    column(
      'flow_so_far',
      'Cash so far',
      ({ flowSoFar }) => flowSoFar,
      ({ soFar: sum }) => `SUM(${sum('flow')})`,
    ),
    column(
      'discounted',
      'Discounted',
      ({ discounted }) => discounted,
      ({ ref }) => `${ref('flow')}/(1+discount_rate)^((${ref('number')}-1)/${perYear})`,
    ),
    column(
      'discounted_so_far',
      'Discounted so far',
      ({ discountedSoFar }) => discountedSoFar,
      ({ soFar: sum }) => `SUM(${sum('discounted')})`,
    ),
  ];
}

function rowsOf(model: Model): Row[] {
  const rate = model.method.discountRate ?? 0;
  let [flowSoFar, discountedSoFar] = [0, 0];
  return spansOf(model).map((span) => {
    const figures = model.result.periods[span.at]!;
    const flow = figures.return - figures.cashCost;
    const discounted = flow / (1 + rate) ** (span.at / model.perYear);
    flowSoFar += flow;
    discountedSoFar += discounted;
    return { ...span, figures, flow, flowSoFar, discounted, discountedSoFar };
  });
}
