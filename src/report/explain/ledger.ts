import type { Ledger, RoiResult } from '../../core/result.ts';
import { count, percent, period, signedPercent, text } from '../cells.ts';
import type { Provenance } from '../provenance.ts';
import type { Block, Column, Phrase } from '../report.ts';
import {
  cents,
  costRows,
  derivation,
  type Explanation,
  type Fact,
  facts,
  formulaBlocks,
  ratio,
  sumOf,
} from './parts.ts';

export const explainRoi: Explanation = (result, from) => [
  roiDerivation(result.totals),
  facts(returnFact(result), costFact(result, from)),
];

export const explainLatest12: Explanation = ({ latest12 }) => [
  roiDerivation(latest12),
  facts({ label: 'periods', value: [period(latest12.from), ' to ', period(latest12.to)] }),
];

export const explainProfit: Explanation = (result, from) => {
  const { cost, return: returned, profit } = result.totals;
  return [
    derivation('profit', ['return − cost'], [cents(returned), ' − ', cents(cost)], [cents(profit)]),
    facts(returnFact(result), costFact(result, from)),
  ];
};

export const explainCash: Explanation = ({ cash, totals }) => [
  derivation(
    'cash cost',
    ['cost + not yet written off (and cash of earlier one-off costs left out)'],
    [cents(totals.cost), ' + ', cents(cash.notYetAmortised)],
    [cents(cash.cost)],
  ),
  facts(
    { label: 'profit on cash', value: [cents(totals.return), ' − ', cents(cash.cost), ' = ', cents(cash.profit)] },
    {
      label: 'ROI on cash',
      value: cash.roi === null ? [`unknown: ${cash.roiReason}`] : [ratio(cash.roi), '  →  ', signedPercent(cash.roi)],
    },
  ),
];

/** The sum over periods, each with its people and uplift. */
export const explainReturn: Explanation = (result) => {
  const columns: Column[] = [
    { header: 'Period', align: 'left', priority: 1 },
    { header: 'Active', align: 'right', priority: 3 },
    { header: 'Uplift', align: 'right', priority: 3 },
    { header: 'Lurkers', align: 'right', priority: 4 },
    { header: 'Uplift', align: 'right', priority: 4 },
    { header: 'Other', align: 'right', priority: 2 },
    { header: 'Return', align: 'right', priority: 1 },
  ];
  const rows = result.periods.map((row) => [
    period(row.period),
    count(row.cohorts.active?.people ?? null, 'no row'),
    count(row.cohorts.active?.uplift ?? null, 'nobody', 2),
    count(row.cohorts.lurker?.people ?? null, 'no row'),
    count(row.cohorts.lurker?.uplift ?? null, 'nobody', 2),
    cents(row.otherReturns),
    cents(row.return),
  ]);
  const blank = text('');
  const total = [text('Total'), blank, blank, blank, blank, blank, cents(result.totals.return)];
  return [
    ...formulaBlocks('return'),
    { kind: 'table', columns, rows, total },
    facts({ label: 'by source', value: sumOf(Object.entries(result.returnsBySource)) }),
  ];
};

export const explainCost: Explanation = (result, from) => {
  const columns: Column[] = [
    { header: 'Category', align: 'left', priority: 1 },
    { header: 'Cost', align: 'right', priority: 1 },
    { header: 'Share', align: 'right', priority: 3 },
    { header: 'Rows', align: 'right', priority: 2 },
    { header: 'Lines', align: 'left', priority: 2 },
  ];
  const rows = Object.entries(result.costsByCategory).map(([category, cost]) => {
    const origins = from.costs.filter((origin) => origin.category === category);
    const lines = origins
      .map(({ file, firstLine, lastLine }) =>
        firstLine === lastLine ? `${file}:${firstLine}` : `${file}:${firstLine}–${lastLine}`,
      )
      .join(', ');
    return [
      text(category),
      cents(cost),
      percent(result.totals.cost > 0 ? cost / result.totals.cost : null, 'there is no cost'),
      count(origins.reduce((sum, { rows }) => sum + rows, 0)),
      text(lines),
    ];
  });
  const total = [text('Total'), cents(result.totals.cost), text(''), text(''), text('')];
  return [...formulaBlocks('cost'), { kind: 'table', columns, rows, total }];
};

function roiDerivation({ cost, return: returned, profit, roi, roiReason }: Ledger): Block {
  const answer: Phrase = roi === null ? [`unknown: ${roiReason}`] : [ratio(roi), '  →  ', signedPercent(roi)];
  return derivation(
    'ROI',
    ['(return − cost) ÷ cost'],
    ['(', cents(returned), ' − ', cents(cost), ') ÷ ', cents(cost)],
    [cents(profit), ' ÷ ', cents(cost)],
    answer,
  );
}

function returnFact({ returnsBySource, totals }: RoiResult): Fact {
  const parts = sumOf(Object.entries(returnsBySource));
  return { label: 'return', value: [cents(totals.return), ' = ', ...parts, '; see --explain return'] };
}

function costFact({ costsByCategory, totals }: RoiResult, from: Provenance): Fact {
  const parts = Object.entries(costsByCategory).sort(([, a], [, b]) => b - a);
  return { label: 'cost', value: [cents(totals.cost), ' = ', ...sumOf(parts), '; ', ...costRows(from)] };
}
