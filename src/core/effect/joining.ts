import { normalCritical } from '../../stats/normal.ts';
import { LEVEL } from '../input.ts';
import { formatPeriod } from '../period.ts';
import type { PeriodFigures, Range, RoiResult } from '../result.ts';
import { aggregate, type Slice } from './aggregate.ts';
import type { EffectOptions } from './calculate.ts';
import { effectCells } from './cells.ts';
import { figureOf, noFigure } from './figure.ts';
import { covarianceOf } from './influence.ts';
import type { Panel } from './panel.ts';
import { leadsOf, peopleIn, preTrend } from './pre-trend.ts';
import type { EffectFigure, PreTrend } from './result.ts';

/** What a method says came back over some periods, and what it comes to with the cost of the same periods. */
export interface MethodFigures {
  /** Of active members, and of active members and lurkers together. */
  readonly active: number;
  readonly members: number;
  /** With the returns that are not spending. */
  readonly return: number;
  readonly roi: number | null;
  readonly interval: { readonly return: Range; readonly roi: Range | null } | null;
  readonly intervalReason?: string;
}

/** The return of members by two methods over the periods that both know. */
export interface Joining {
  readonly from: string;
  readonly to: string;
  readonly periods: number;
  readonly comparison: EffectOptions['comparison'];
  readonly people: { readonly joined: number; readonly neverJoined: number };
  readonly cost: number;
  readonly uplift: MethodFigures;
  readonly joining: MethodFigures;
  /** What the people of the panel spent beyond others, by the calendar. */
  readonly effects: readonly (EffectFigure & { readonly period: string; readonly people: number })[];
  readonly preTrend: PreTrend;
}

/** The effect of having joined in one period, and how many members of the report it is taken times. */
interface Matched {
  readonly slice: Slice;
  readonly active: number;
  readonly members: number;
}

/** Periods of the report in which there is an effect by the calendar: the report is to be taken over these alone. */
export function joiningSpan(panel: Panel, { comparison }: Pick<EffectOptions, 'comparison'>, report: RoiResult): Span {
  const known = new Set(
    effectCells(panel, comparison).flatMap(({ t, joined }) => (t < joined ? [] : [formatPeriod(panel.periods[t]!)])),
  );
  const both = report.periods.filter(({ period }) => known.has(period)).map(({ period }) => period);
  return both.length === 0 ? undefined : [both[0]!, both.at(-1)!];
}

type Span = readonly [from: string, to: string] | undefined;

/**
 * The return of members by joining: in each period what having joined goes with, times active members and lurkers, times
 * margin. `report` is the classic result over the same periods. The people of the panel stand for all members; their
 * number is counted, not estimated.
 */
export function joiningReturn(
  panel: Panel,
  { comparison, minPeople }: EffectOptions,
  report: RoiResult,
  margin: number,
): Joining {
  const cells = effectCells(panel, comparison);
  const covariance = covarianceOf(panel);
  const all = aggregate(panel, cells);
  const rows = new Map(report.periods.map((row) => [row.period, row]));
  const matched = all.periods.flatMap((slice): Matched[] => {
    const row = rows.get(formatPeriod(panel.periods[slice.at]!));
    return row === undefined ? [] : [{ slice, active: peopleOf(row, 'active'), members: membersOf(row) }];
  });
  const matrix = covariance(matched.map(({ slice }) => slice));
  const sum = (weight: (own: Matched) => number) => {
    const weights = matched.map((own) => weight(own) * margin);
    const value = matched.reduce((total, { slice }, i) => total + weights[i]! * slice.value, 0);
    const variance = matrix.reduce((total, row, i) => {
      return total + row.reduce((part, entry, j) => part + weights[i]! * weights[j]! * entry, 0);
    }, 0);
    return { value, se: Math.sqrt(Math.max(0, variance)) };
  };
  const { totals } = report;
  const ofMembers = (report.returnsBySource['active'] ?? 0) + (report.returnsBySource['lurker'] ?? 0);
  const others = totals.return - ofMembers;
  const members = sum((own) => own.members);
  const joined = panel.cohorts.reduce((n, own) => n + (own.joined === null ? 0 : own.people), 0);
  return {
    from: totals.from,
    to: totals.to,
    periods: totals.periods,
    comparison,
    people: { joined, neverJoined: panel.cohorts.find((own) => own.joined === null)?.people ?? 0 },
    cost: totals.cost,
    uplift: {
      active: report.returnsBySource['active'] ?? 0,
      members: ofMembers,
      return: totals.return,
      roi: totals.roi,
      interval: totals.interval === null ? null : { return: totals.interval.return, roi: totals.interval.roi },
      ...(totals.intervalReason === undefined ? {} : { intervalReason: totals.intervalReason }),
    },
    joining: byJoining(sum((own) => own.active).value, members, others, totals.cost),
    effects: matched.map(({ slice }, i) => {
      const people = peopleIn(slice.cells);
      const figure =
        people < minPeople
          ? noFigure(`fewer than ${minPeople} people`)
          : figureOf(slice.value, Math.sqrt(matrix[i]![i]!));
      return { period: formatPeriod(panel.periods[slice.at]!), people, ...figure };
    }),
    preTrend: preTrend(cells, leadsOf(all, joined, minPeople), covariance),
  };
}

function byJoining(
  active: number,
  members: { value: number; se: number },
  others: number,
  cost: number,
): MethodFigures {
  const total = members.value + others;
  const roi = (value: number) => value / cost - 1;
  const reach = normalCritical(LEVEL) * members.se;
  const range: Range = [total - reach, total + reach];
  return {
    active,
    members: members.value,
    return: total,
    roi: cost > 0 ? roi(total) : null,
    interval: members.se === 0 ? null : { return: range, roi: cost > 0 ? [roi(range[0]), roi(range[1])] : null },
    ...(members.se === 0 ? { intervalReason: 'everybody changed alike' } : {}),
  };
}

const peopleOf = ({ cohorts }: PeriodFigures, cohort: 'active' | 'lurker') => cohorts[cohort]?.people ?? 0;
const membersOf = (row: PeriodFigures) => peopleOf(row, 'active') + peopleOf(row, 'lurker');
