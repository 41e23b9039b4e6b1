import { allocate, type Money, scale, toNumber, ZERO } from './money.ts';
import { MONTHS_PER, monthsOf } from './period.ts';
import type { ReturnRow } from './rows.ts';
import { monthsSpan, type Timeline } from './timeline.ts';

/** Other returns per period of the timeline, in currency units, by source in the order of the names. */
export interface OtherReturns {
  readonly bySource: ReadonlyMap<string, readonly number[]>;
  readonly outside: number;
}

/**
 * `amount × attribution`, and × margin where it is revenue, laid on the timeline: finer periods added up, a coarser
 * one spread evenly over its months.
 */
export function otherReturns(rows: readonly ReturnRow[], time: Timeline, margin: number): OtherReturns {
  const sums = new Map<string, Money[]>();
  const { start, end } = monthsSpan(time);
  let outside = ZERO;
  for (const row of rows) {
    const counted = attributed(row, margin);
    const series = sums.get(row.source) ?? new Array<Money>(time.length).fill(ZERO);
    sums.set(row.source, series);
    const { first, count } = monthsOf(row.period);
    for (let step = 0; step < count; step++) {
      const part = allocate(counted, count, step);
      const at = first + step;
      if (at < start || at >= end) outside += part;
      else {
        const position = Math.floor((at - start) / MONTHS_PER[time.unit]);
        series[position] = (series[position] ?? ZERO) + part;
      }
    }
  }
  const byName = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  const bySource = new Map(byName.map(([source, series]) => [source, series.map(toNumber)]));
  return { bySource, outside: toNumber(outside) };
}

function attributed(row: ReturnRow, margin: number): Money {
  const share = scale(row.amount, row.attribution ?? 1);
  return row.kind === 'revenue' ? scale(share, margin) : share;
}

/** Pairs of streams that may claim the same money, by their names. */
export function doubleCounting(rows: readonly ReturnRow[]): [string, string][] {
  const sources = [...new Set(rows.map((row) => row.source))].sort();
  const earning = new Set(rows.filter((row) => row.kind === 'revenue').map((row) => row.source));
  const says = (source: string, pattern: RegExp) => pattern.test(source.replace(/[_-]+/g, ' '));
  const pairs = sources
    .filter((source) => says(source, RETENTION) || (earning.has(source) && says(source, SPENDING)))
    .map((source): [string, string] => [UPLIFT, source]);
  const deflecting = sources.filter((source) => says(source, DEFLECTION));
  const agents = new Set(sources.filter((source) => says(source, AGENT_TIME)));
  const overlaps = new Map<string, [string, string]>();
  for (const one of deflecting) {
    for (const other of agents) {
      const pair: [string, string] = one < other ? [one, other] : [other, one];
      if (one !== other) overlaps.set(JSON.stringify(pair), pair);
    }
  }
  return [...pairs, ...[...overlaps.keys()].sort().map((key) => overlaps.get(key)!)];
}

/** The name of the uplift in a pair. */
const UPLIFT = 'spending uplift';

const RETENTION = /\b(retention|retain\w*|churn|renewals?|loyalty)\b/i;
const SPENDING =
  /\b(spend\w*|sales|purchases?|up-?sell\w*|cross-?sell\w*|repeat|orders?|new products?|subscriptions?)\b/i;
const DEFLECTION = /\b(deflect\w*|tickets?|cases?|calls?)\b/i;
const AGENT_TIME =
  /\b(agents?|support|service|help ?desk)\b.*\b(time|hours?|cost|staff|saved|savings?)\b|\b(time|hours?) saved\b/i;
