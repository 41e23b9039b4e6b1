import { type Unknown, unknown } from '../../stats/unknown.ts';
import type { Cohort } from '../cohort.ts';
import { formatPeriod, MONTHS_PER, monthsOf, type Period, parsePeriod } from '../period.ts';
import type { SpendCell } from '../rows.ts';
import { periodAt, positionOf, type Span, type Timeline } from '../timeline.ts';

/** How many people each cohort has in each period of the timeline, lines and groups of people put together. */
export function peopleOver(cells: readonly SpendCell[], time: Timeline): ReadonlyMap<Cohort, readonly number[]> {
  const sums = new Map<string, Map<number, number>>();
  for (const { cohort, line = '', period, people } of cells) {
    const key = `${cohort}|${line}`;
    const series = sums.get(key) ?? new Map<number, number>();
    const at = positionOf(time, period);
    series.set(at, (series.get(at) ?? 0) + people);
    sums.set(key, series);
  }
  const most = new Map<Cohort, number[]>();
  for (const [key, series] of sums) {
    const cohort = key.slice(0, key.indexOf('|')) as Cohort;
    const own = most.get(cohort) ?? new Array<number>(time.length).fill(0);
    // Whoever is on one line is on the other as well.
    for (const [at, people] of series) if (at >= 0 && at < time.length) own[at] = Math.max(own[at]!, people);
    most.set(cohort, own);
  }
  return most;
}

/** When an outcome was measured; both ends are null in a file without periods. */
export interface Measuring {
  readonly estimate: 'gap' | 'change';
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * How much of the difference counts in a month (since the year 0), 0–1. A change counts in full from the period that it
 * ends in, and grows along a straight line in the months between the two periods. A gap counts in full.
 */
function weightOf({ estimate, from, to }: Measuring): (month: number) => number {
  const [before, after] = [parsePeriod(from ?? ''), parsePeriod(to ?? '')];
  if (estimate === 'gap' || before === undefined || after === undefined) return () => 1;
  const lastBefore = monthAfter(before) - 1;
  const steps = monthsOf(after).first - lastBefore;
  return (month) => Math.min(1, Math.max(0, (month - lastBefore) / steps));
}

/**
 * Σ people × months × weight over a run of periods. Unknown where it holds members of the period that a change starts
 * from, or earlier: what they had by then is in no change.
 */
export function memberMonths(
  measuring: Measuring,
  people: readonly number[],
  time: Timeline,
  span: Span,
): number | Unknown {
  const weight = weightOf(measuring);
  const start = measuring.estimate === 'change' ? parsePeriod(measuring.from ?? '') : undefined;
  let sum = 0;
  for (let at = span.start; at <= span.end; at++) {
    const n = people[at] ?? 0;
    if (n === 0) continue;
    const { first, count } = monthsOf(periodAt(time, at));
    if (start !== undefined && first < monthAfter(start)) return unknown(tooEarly(start, time));
    for (let month = first; month < first + count; month++) sum += n * weight(month);
  }
  return sum;
}

/** The first month (since the year 0) after a period. */
function monthAfter(period: Period): number {
  const { first, count } = monthsOf(period);
  return first + count;
}

function tooEarly(start: Period, { unit }: Timeline): string {
  const next = Math.ceil(monthAfter(start) / MONTHS_PER[unit]);
  const from = formatPeriod({ unit, index: next });
  return `what members had in ${formatPeriod(start)} is in no change since; --from ${from} counts what came after`;
}
