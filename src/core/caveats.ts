import type { Caveat } from './caveat.ts';
import { RETURNING } from './cohort.ts';
import { toNumber, ZERO } from './money.ts';
import type { RoiResult } from './result.ts';
import { doubleCounting } from './returns.ts';
import type { CostCategory } from './rows.ts';
import { labelAt, periodsPerYear } from './timeline.ts';
import type { Workings } from './workings.ts';

/** Below this many newcomers in the baseline the yardstick is called short. */
const FEW_NEWCOMERS = 50;

/** Everything a reader must know to read the figures right, the most important first. */
export function collectCaveats(workings: Workings, result: Omit<RoiResult, 'caveats'>): Caveat[] {
  return [
    ...aboutUncertainty(workings, result),
    ...aboutReturns(workings, result),
    ...aboutCohorts(workings),
    ...aboutCosts(workings, result),
    ...aboutTime(workings, result),
  ];
}

function aboutUncertainty({ baseline }: Workings, result: Omit<RoiResult, 'caveats'>): Caveat[] {
  const caveats: Caveat[] = [];
  if (result.totals.interval === null) {
    caveats.push({ code: 'NO_INTERVAL', reason: result.totals.intervalReason ?? '' });
  }
  const share = result.uncertainty?.baselineShare ?? null;
  if (share !== null && share > 0.5 && baseline.label !== 'all') {
    caveats.push({ code: 'BASELINE_NOISY', share, period: baseline.label });
  } else if (baseline.newcomers < FEW_NEWCOMERS) {
    caveats.push({ code: 'BASELINE_FEW_NEWCOMERS', people: baseline.newcomers, period: baseline.label });
  }
  const { change, interval, returnEffect } = result.parallelTrends;
  const rounding = 1e-9 * Math.max(Math.abs(result.baseline.newcomer), Math.abs(result.baseline.nonMember));
  if (change !== null && interval !== null && (interval.change[0] > rounding || interval.change[1] < -rounding)) {
    caveats.push({
      code: 'GAP_MOVED',
      change,
      low: interval.change[0],
      high: interval.change[1],
      returnEffect: returnEffect ?? 0,
    });
  }
  return caveats;
}

function aboutReturns({ input, options, other }: Workings, result: Omit<RoiResult, 'caveats'>): Caveat[] {
  const caveats: Caveat[] = [];
  const rows = input.returns ?? [];
  for (const cohort of RETURNING) {
    const amount = result.returnsBySource[cohort] ?? 0;
    if (amount < 0) caveats.push({ code: 'NEGATIVE_UPLIFT', cohort, amount });
  }
  for (const [first, second] of doubleCounting(rows)) caveats.push({ code: 'DOUBLE_COUNTING', first, second });
  const inFull = [...new Set(rows.filter((row) => row.attribution === undefined).map((row) => row.source))].sort();
  if (inFull.length > 0) caveats.push({ code: 'NO_ATTRIBUTION', sources: inFull });
  if (other.outside !== 0) caveats.push({ code: 'RETURNS_OUTSIDE_WINDOW', amount: other.outside });
  if (options.margin === undefined) caveats.push({ code: 'NO_MARGIN' });
  return caveats;
}

function aboutCohorts({ grid, time }: Workings): Caveat[] {
  const caveats: Caveat[] = [];
  for (const cohort of RETURNING) {
    const first = grid.people[cohort].findIndex((n) => n !== null);
    if (first < 0) caveats.push({ code: 'COHORT_ABSENT', cohort });
    else if (first > 0 && grid.time.first + first > time.first) {
      caveats.push({ code: 'COHORT_STARTS_LATER', cohort, from: labelAt(grid.time, first) });
    }
  }
  for (const line of grid.lines) {
    const { name, first } = line;
    if (first > 0) caveats.push({ code: 'LINE_STARTS_LATER', line: name, from: labelAt(grid.time, first) });
  }
  return caveats;
}

function aboutCosts({ costs, time }: Workings, result: Omit<RoiResult, 'caveats'>): Caveat[] {
  const caveats: Caveat[] = [];
  const { from, to } = result.window;
  if (costs.after !== ZERO) caveats.push({ code: 'COSTS_AFTER_WINDOW', after: to, amount: toNumber(costs.after) });
  if (costs.before !== ZERO)
    caveats.push({ code: 'COSTS_BEFORE_WINDOW', before: from, amount: toNumber(costs.before) });
  if (costs.notYetAmortised !== ZERO) {
    caveats.push({ code: 'NOT_YET_AMORTISED', amount: toNumber(costs.notYetAmortised), after: to });
  }
  for (const category of STEADY) {
    const paid = costs.amortised[category].map((amount) => amount !== ZERO);
    const [first, last] = [paid.indexOf(true), paid.lastIndexOf(true)];
    const gaps = paid.flatMap((yes, at) => (!yes && at > first && at < last ? [labelAt(time, at)] : []));
    if (gaps.length > 0) caveats.push({ code: 'COST_GAP', category, periods: gaps });
  }
  return caveats;
}

/** Costs that run every period once they have begun. */
const STEADY: readonly CostCategory[] = ['ongoing', 'staff', 'overhead'];

function aboutTime({ grid, time }: Workings, result: Omit<RoiResult, 'caveats'>): Caveat[] {
  const caveats: Caveat[] = [];
  const early = grid.time.first - time.first;
  if (early > 0) {
    const end = Math.min(early, time.length) - 1;
    const cost = result.periods[end]?.cumulative.cost ?? 0;
    caveats.push({ code: 'NO_COMMUNITY_YET', from: labelAt(time, 0), to: labelAt(time, end), cost });
  }
  const inside = Math.max(0, time.length - Math.max(0, early));
  const outside = grid.time.length - inside;
  if (outside > 0) caveats.push({ code: 'SPEND_OUTSIDE_WINDOW', periods: outside });
  const perYear = periodsPerYear(time.unit);
  if (time.length < perYear) caveats.push({ code: 'SHORT_WINDOW', periods: time.length });
  const partial = Object.entries(result.years).flatMap(([year, { periods }]) => (periods < perYear ? [year] : []));
  if (partial.length > 0 && time.length >= perYear) caveats.push({ code: 'PARTIAL_YEARS', years: partial });
  return caveats;
}
