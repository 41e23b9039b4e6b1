import { firstCostMonth } from './costs.ts';
import type { Fault } from './fault.ts';
import type { RoiOptions } from './input.ts';
import { formatPeriod, MONTHS_PER, monthsOf, periodOfMonth } from './period.ts';
import type { CostRow } from './rows.ts';
import { type Timeline, timeline } from './timeline.ts';

/**
 * The periods of the report: from the earlier of the first cost and the first spending to the last spending, cut to
 * `from` and `to`.
 */
export function reportWindow(
  costs: readonly CostRow[],
  spend: Timeline,
  { from, to }: Pick<RoiOptions, 'from' | 'to'>,
): Timeline | Fault {
  const { unit } = spend;
  const firstCost = firstCostMonth(costs);
  const lastSpend = spend.first + spend.length - 1;
  const earliest = Math.min(spend.first, firstCost === undefined ? spend.first : periodOfMonth(firstCost, unit).index);
  const wanted = from === undefined ? earliest : periodOfMonth(monthsOf(from).first, unit).index;
  const first = Math.max(wanted, Math.min(earliest, lastSpend));
  const last = to === undefined ? lastSpend : periodOfMonth(monthsOf(to).first + MONTHS_PER[to.unit] - 1, unit).index;
  const end = Math.min(last, lastSpend);
  if (end < first) {
    const span = `${formatPeriod({ unit, index: earliest })}..${formatPeriod({ unit, index: lastSpend })}`;
    return { code: 'WINDOW_EMPTY', instead: span };
  }
  return timeline({ unit, index: first }, { unit, index: end });
}
