import type { RoiResult } from '../../core/result.ts';
import { CATEGORIES, type CostCategory } from '../../core/rows.ts';
import { amount, bar, percent, signedPercent, text, unknown } from '../cells.ts';
import type { Block, Cell, Column } from '../report.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Category', align: 'left', priority: 1 },
  { header: 'Cost', align: 'right', priority: 1 },
  { header: 'Share', align: 'right', priority: 2 },
  { header: '', align: 'left', priority: 4 },
  { header: 'On last year', align: 'right', priority: 3 },
];

/** What it cost, by category: one-off costs spread over their life, and beside it what was paid. */
export function costSection(result: RoiResult): Block {
  const used = (Object.keys(CATEGORIES) as CostCategory[]).filter((name) => result.costsByCategory[name] !== undefined);
  const largest = Math.max(...used.map((name) => result.costsByCategory[name] ?? 0));
  const rows = used.map((name) => categoryRow(result, name, largest));
  const total = [
    text('Total'),
    amount(result.totals.cost),
    text(''),
    text(''),
    changeOn(
      sum(result.costsByCategoryLatest12),
      result.costsByCategoryBefore12 && sum(result.costsByCategoryBefore12),
    ),
  ];
  return {
    kind: 'section',
    id: 'cost',
    title: 'Cost',
    note: ['one-off costs spread over their useful life'],
    blocks: [{ kind: 'table', columns: COLUMNS, rows, total }, cash(result)],
  };
}

function categoryRow(result: RoiResult, name: CostCategory, largest: number): Cell[] {
  const cost = result.costsByCategory[name] ?? 0;
  const before = result.costsByCategoryBefore12;
  return [
    text(name),
    amount(cost),
    percent(result.totals.cost > 0 ? cost / result.totals.cost : null, 'there is no cost'),
    bar(largest > 0 ? Math.max(0, cost) / largest : 0),
    changeOn(result.costsByCategoryLatest12[name] ?? 0, before && (before[name] ?? 0)),
  ];
}

/** Change of the latest twelve months on the twelve before. */
function changeOn(now: number, before: number | null): Cell {
  if (before === null) return unknown('it takes 24 months to compare twelve with the twelve before');
  return before > 0 ? signedPercent(now / before - 1) : unknown('there was no such cost in the twelve months before');
}

function sum(costs: RoiResult['costsByCategory']): number {
  return Object.values(costs).reduce((total, cost) => total + cost, 0);
}

function cash({ cash, window }: RoiResult): Block {
  const facts = [{ label: 'Paid in cash', value: [amount(cash.cost), ', profit on cash ', amount(cash.profit)] }];
  if (cash.notYetAmortised !== 0) {
    facts.push({ label: `To be written off after ${window.to}`, value: [amount(cash.notYetAmortised)] });
  }
  return { kind: 'facts', facts };
}
