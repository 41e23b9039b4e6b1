import { type CostSeries, costAt } from './costs.ts';
import { type Money, toNumber, ZERO } from './money.ts';
import type { Ledger } from './result.ts';
import { CATEGORIES } from './rows.ts';
import type { Span } from './timeline.ts';

/** Cost and return per period of the report: the two columns that everything over time is computed from. */
export interface Books {
  readonly cost: readonly Money[];
  readonly variableCost: readonly Money[];
  readonly cashCost: readonly Money[];
  /** Costs as numbers, once and for all: no replicate of the jackknife changes them. */
  readonly numbers: CostNumbers;
  readonly return: readonly number[];
  /** Active members, 0 where there are none. */
  readonly active: readonly number[];
}

/** Per period. */
interface CostNumbers {
  readonly cost: readonly number[];
  readonly cashCost: readonly number[];
  /** Cost up to the end of the period. */
  readonly costSoFar: readonly number[];
}

export function openBooks(costs: CostSeries, returns: readonly number[], active: readonly number[]): Books {
  const each = (make: (at: number) => Money) => returns.map((_, at) => make(at));
  const cost = each((at) => costAt(costs.amortised, at));
  const cashCost = each((at) => costAt(costs.cash, at));
  let sum = ZERO;
  const soFar = cost.map((amount) => {
    sum += amount;
    return sum;
  });
  return {
    cost,
    variableCost: each((at) => costAt(costs.amortised, at, (category) => CATEGORIES[category].variable)),
    cashCost,
    numbers: { cost: cost.map(toNumber), cashCost: cashCost.map(toNumber), costSoFar: soFar.map(toNumber) },
    return: returns,
    active,
  };
}

/** Cost, return, profit and ROI over a run of periods. */
export function ledgerOf(books: Books, span: Span): Ledger {
  return balance(sumMoney(books.cost, span), sumNumbers(books.return, span));
}

/** profit = return − cost and ROI = profit ÷ cost, unknown where nothing was spent. */
export function balance(cost: number, returned: number): Ledger {
  const profit = returned - cost;
  if (cost > 0) return { cost, return: returned, profit, roi: profit / cost };
  const roiReason = cost === 0 ? 'there is no cost' : 'credits exceed the costs';
  return { cost, return: returned, profit, roi: null, roiReason };
}

export function sumMoney(series: readonly Money[], span: Span): number {
  let sum = ZERO;
  for (let at = span.start; at <= span.end; at++) sum += series[at] ?? ZERO;
  return toNumber(sum);
}

export function sumNumbers(series: readonly number[], span: Span): number {
  let sum = 0;
  for (let at = span.start; at <= span.end; at++) sum += series[at] ?? 0;
  return sum;
}

/** Profit per period. */
export function profits(books: Books): number[] {
  return books.return.map((value, at) => value - (books.numbers.cost[at] ?? 0));
}
