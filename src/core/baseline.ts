import type { Fault } from './fault.ts';
import type { Grid, GridLine } from './grid.ts';
import type { BaselineChoice } from './input.ts';
import { formatPeriod, MONTHS_PER, monthsOf } from './period.ts';
import type { BaselineFigures } from './result.ts';
import { labelAt, type Span, type Timeline } from './timeline.ts';

/** The yardstick: what newcomers already spent beyond non-members, before the community could act on them. */
export interface Baseline {
  /** `2021-01`, `2021-01..2021-06` or `all`. */
  readonly label: string;
  /** Positions of the baseline periods that have newcomers, with each one's share of all their newcomers. */
  readonly weights: readonly { readonly at: number; readonly weight: number }[];
  /** Newcomers over all baseline periods. */
  readonly newcomers: number;
}

/** Where the baseline lies on the grid; a fault where it lies elsewhere or has no newcomers. */
export function chooseBaseline(grid: Grid, choice: BaselineChoice | undefined): Baseline | Fault {
  const span = choice === undefined ? { start: 0, end: 0 } : baselineSpan(grid.time, choice);
  if ('code' in span) return span;
  const people = grid.people.newcomer;
  const total = sum(people.slice(span.start, span.end + 1));
  const from = labelAt(grid.time, span.start);
  if (total === 0) {
    const other = people.findIndex((n) => (n ?? 0) > 0);
    const fault: Fault = { code: 'BASELINE_WITHOUT_NEWCOMERS', period: from };
    return other < 0 ? fault : { ...fault, instead: labelAt(grid.time, other) };
  }
  const weights: { at: number; weight: number }[] = [];
  for (let at = span.start; at <= span.end; at++) {
    const n = people[at] ?? 0;
    if (n > 0) weights.push({ at, weight: n / total });
  }
  const to = labelAt(grid.time, span.end);
  return { label: choice === 'all' ? 'all' : from === to ? from : `${from}..${to}`, weights, newcomers: total };
}

function baselineSpan(time: Timeline, choice: BaselineChoice): Span | Fault {
  if (choice === 'all') return { start: 0, end: time.length - 1 };
  const per = MONTHS_PER[time.unit];
  const [start, end] = [monthsOf(choice.from).first, monthsOf(choice.to).first + MONTHS_PER[choice.to.unit]];
  if (start % per !== 0 || end % per !== 0) return { code: 'BASELINE_UNIT', period: formatPeriod(choice.from) };
  const span = { start: start / per - time.first, end: end / per - 1 - time.first };
  if (span.start < 0 || span.end >= time.length || span.end < span.start) {
    const period = formatPeriod(span.start < 0 ? choice.from : choice.to);
    return {
      code: 'BASELINE_OUTSIDE_SPEND',
      period,
      instead: `${labelAt(time, 0)}..${labelAt(time, time.length - 1)}`,
    };
  }
  return span;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** Mean spending of newcomers and of non-members over the baseline on one line, both weighted by newcomers. */
export function lineBaseline(line: GridLine, baseline: Baseline): Omit<BaselineFigures, 'period'> {
  let [newcomer, nonMember] = [0, 0];
  for (const { at, weight } of baseline.weights) {
    newcomer += weight * (line.mean.newcomer[at] ?? 0);
    nonMember += weight * (line.mean.non_member[at] ?? 0);
  }
  return { newcomer, nonMember, gap: newcomer - nonMember };
}

/** The baseline of the whole: the lines' added up. */
export function baselineFigures(grid: Grid, baseline: Baseline): BaselineFigures {
  const parts = grid.lines.map((line) => lineBaseline(line, baseline));
  const total = (key: 'newcomer' | 'nonMember' | 'gap') => parts.reduce((sum, part) => sum + part[key], 0);
  return { period: baseline.label, newcomer: total('newcomer'), nonMember: total('nonMember'), gap: total('gap') };
}
