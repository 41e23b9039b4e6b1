import { unknown } from '../stats/unknown.ts';
import { formatPeriod, MONTHS_PER, monthsOf, type Period, type Unit, yearOf } from './period.ts';

/** The periods of a report, in order and without holes. */
export interface Timeline {
  readonly unit: Unit;
  /** Index (in `unit`) of the first period. */
  readonly first: number;
  readonly length: number;
}

export function timeline(from: Period, to: Period): Timeline {
  return { unit: from.unit, first: from.index, length: to.index - from.index + 1 };
}

/** The label of the period at `position`, 0 being the first. */
export function labelAt(time: Timeline, position: number): string {
  return formatPeriod(periodAt(time, position));
}

export function periodAt(time: Timeline, position: number): Period {
  return { unit: time.unit, index: time.first + position };
}

/** Where a period stands on the timeline: negative before it, ≥ length after it. */
export function positionOf(time: Timeline, period: Period): number {
  return Math.floor(monthsOf(period).first / MONTHS_PER[time.unit]) - time.first;
}

/** First month (since the year 0) of the timeline, and the first one after it. */
export function monthsSpan(time: Timeline): { start: number; end: number } {
  const per = MONTHS_PER[time.unit];
  return { start: time.first * per, end: (time.first + time.length) * per };
}

/** How many periods make twelve months. */
export function periodsPerYear(unit: Unit): number {
  return 12 / MONTHS_PER[unit];
}

/** A run of positions, both ends included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The runs of positions that make each calendar year, by year. */
export function yearSpans(time: Timeline): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (let position = 0; position < time.length; position++) {
    const key = String(yearOf(periodAt(time, position))).padStart(4, '0');
    spans.set(key, { start: spans.get(key)?.start ?? position, end: position });
  }
  return spans;
}

/** The latest twelve months, or all periods where there are fewer. */
export function latestTwelveMonths(time: Timeline): Span {
  return { start: Math.max(0, time.length - periodsPerYear(time.unit)), end: time.length - 1 };
}

/** The twelve months before the latest twelve; undefined where the timeline is shorter than 24 months. */
export function twelveMonthsBefore(time: Timeline): Span | undefined {
  const perYear = periodsPerYear(time.unit);
  if (time.length < 2 * perYear) return undefined;
  return { start: time.length - 2 * perYear, end: time.length - perYear - 1 };
}

/** Why a comparison with the year before is unknown. */
export const NO_YEAR_BEFORE = unknown('it takes 24 months to compare twelve with the twelve before');
