import { DEFAULT_USEFUL_LIFE_YEARS } from './input.ts';
import { allocate, type Money, ZERO } from './money.ts';
import { MONTHS_PER, monthsOf } from './period.ts';
import { CATEGORIES, type CostCategory, type CostRow } from './rows.ts';
import { monthsSpan, type Timeline } from './timeline.ts';

/** Exact cost per period of the timeline. */
export interface CostSeries {
  /** One-off costs spread over their life. */
  readonly amortised: Readonly<Record<CostCategory, readonly Money[]>>;
  /** Every cost in the period it was paid in. */
  readonly cash: Readonly<Record<CostCategory, readonly Money[]>>;
  /** Cash paid after the last period, and before the first. */
  readonly after: Money;
  readonly before: Money;
  /** What is left of one-off costs, paid by the last period, to be written off after it. */
  readonly notYetAmortised: Money;
}

export const CATEGORY_NAMES = Object.keys(CATEGORIES) as CostCategory[];

/** A run of months that shares an amount evenly. */
interface Spread {
  readonly amount: Money;
  readonly first: number;
  readonly months: number;
}

/** First month (since the year 0) in which any of the costs begins; undefined without costs. */
export function firstCostMonth(costs: readonly CostRow[]): number | undefined {
  let first: number | undefined;
  for (const row of costs) first = Math.min(first ?? Number.POSITIVE_INFINITY, monthsOf(row.period).first);
  return first;
}

/**
 * Lays the costs on the timeline: a recurring cost in each of its periods, a cost of a coarser period evenly over its
 * months, a one-off cost in a straight line over its useful life from the first month of its period.
 */
export function costSeries(
  costs: readonly CostRow[],
  time: Timeline,
  defaultLifeYears = DEFAULT_USEFUL_LIFE_YEARS,
): CostSeries {
  const amortised = emptySeries(time);
  const cash = emptySeries(time);
  let [before, after, notYetAmortised] = [ZERO, ZERO, ZERO];

  for (const row of mergeEqual(costs)) {
    const oneOff = row.category === 'one_off';
    const lifeMonths = Math.max(1, Math.round((row.usefulLifeYears ?? defaultLifeYears) * 12));
    for (const paid of occurrences(row)) {
      const outside = addSpread(cash[row.category], time, oneOff ? { ...paid, months: 1 } : paid);
      before += outside.before;
      after += outside.after;
      // A one-off cost paid after the window is left out; it is not a cost still to be written off.
      if (oneOff && outside.after !== ZERO) continue;
      const written = addSpread(amortised[row.category], time, oneOff ? { ...paid, months: lifeMonths } : paid);
      if (oneOff) notYetAmortised += written.after;
    }
  }
  return { amortised, cash, before, after, notYetAmortised };
}

/** Cost of a period over the categories for which `include` holds. */
export function costAt(
  series: CostSeries['amortised'],
  position: number,
  include: (category: CostCategory) => boolean = () => true,
): Money {
  let sum = ZERO;
  for (const category of CATEGORY_NAMES) if (include(category)) sum += series[category][position] ?? ZERO;
  return sum;
}

function emptySeries(time: Timeline): Record<CostCategory, Money[]> {
  const empty = () => new Array<Money>(time.length).fill(ZERO);
  return Object.fromEntries(CATEGORY_NAMES.map((category) => [category, empty()])) as Record<CostCategory, Money[]>;
}

/** Adds up rows with the same key first, so that splitting a row in two changes no digit of what is spread. */
function mergeEqual(costs: readonly CostRow[]): CostRow[] {
  const merged = new Map<string, CostRow>();
  for (const row of costs) {
    const until = row.until === undefined ? '' : `${row.until.unit}${row.until.index}`;
    const key = `${row.period.unit}${row.period.index}|${until}|${row.category}|${row.usefulLifeYears ?? ''}`;
    const seen = merged.get(key);
    merged.set(key, seen === undefined ? row : { ...seen, amount: seen.amount + row.amount });
  }
  return [...merged.values()];
}

function* occurrences(row: CostRow): Generator<Spread> {
  const { first, count } = monthsOf(row.period);
  const lastMonth = row.until === undefined ? first : monthsOf(row.until).first + MONTHS_PER[row.until.unit] - 1;
  for (let at = first; at <= lastMonth; at += count) yield { amount: row.amount, first: at, months: count };
}

function addSpread(series: Money[], time: Timeline, spread: Spread): { before: Money; after: Money } {
  const { start, end } = monthsSpan(time);
  const outside = { before: ZERO, after: ZERO };
  for (let step = 0; step < spread.months; step++) {
    const part = allocate(spread.amount, spread.months, step);
    const at = spread.first + step;
    if (at < start) outside.before += part;
    else if (at >= end) outside.after += part;
    else {
      const position = Math.floor((at - start) / MONTHS_PER[time.unit]);
      series[position] = (series[position] ?? ZERO) + part;
    }
  }
  return outside;
}
