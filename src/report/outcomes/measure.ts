import type { Comparison, OutcomeFigures } from '../../core/outcomes/result.ts';
import { range, unknown } from '../cells.ts';
import type { Cell, Phrase } from '../report.ts';

/** How the values of an outcome are shown, so that all of its figures have the same unit and digits. */
export interface Measure {
  readonly kind: 'money' | 'percent' | 'count';
  /** What a value is multiplied by: 1,000 for a share of less than 1%, shown per 1,000 people. */
  readonly factor: number;
  readonly decimals: number;
}

/** Stands behind the name of an outcome whose unit is not plain. */
export function unitText({ factor }: Measure): string {
  if (factor === 1) return '';
  return factor === 1000 ? ', per 1,000 people' : ', per 100,000 people';
}

type Shown = Pick<OutcomeFigures, 'kind' | 'money' | 'estimate' | 'members' | 'nonMembers' | 'difference' | 'levels'>;

/** The measure of an outcome, by the size of its figures. */
export function measureOf({ kind, money, members, nonMembers, difference, levels }: Shown): Measure {
  const ends = [levels?.members.before, levels?.members.after, levels?.nonMembers.before, levels?.nonMembers.after];
  const values = levels === null ? [members.value, nonMembers.value] : ends;
  const sizes = values.map((value) => Math.abs(value ?? 0));
  const largest = Math.max(...sizes, Math.abs(difference ?? 0));
  if (kind === 'rate') return rateMeasure(largest);
  return { kind: money ? 'money' : 'count', factor: 1, decimals: decimalsOf(largest) };
}

/** A share as a percentage, or per 1,000 or 100,000 where that would begin with zeros. */
export function rateMeasure(largest: number): Measure {
  if (largest >= 0.01 || largest === 0) return { kind: 'percent', factor: 1, decimals: 1 };
  const factor = largest >= 0.0005 ? 1000 : 100_000;
  return { kind: 'count', factor, decimals: 2 };
}

/** Digits behind the point, so that three or four digits are shown. */
export function decimalsOf(largest: number): number {
  if (largest >= 1000) return 0;
  if (largest >= 100) return 1;
  return largest >= 1 || largest === 0 ? 2 : largest >= 0.1 ? 3 : 4;
}

/** A value in its measure; null is unknown. */
export function valueCell(measure: Measure, value: number | null, reason = ''): Cell {
  return value === null ? unknown(reason) : measured(measure, value, false);
}

/** A difference or a change in its measure, with its sign. */
export function differenceCell(measure: Measure, value: number | null, reason = ''): Cell {
  return value === null ? unknown(reason) : measured(measure, value, true);
}

function measured({ kind, factor, decimals }: Measure, value: number, signed: boolean): Cell {
  switch (kind) {
    case 'money':
      return { kind: 'money', amount: value, cents: decimals > 0, signed };
    case 'percent':
      return { kind: 'percent', ratio: value, signed };
    case 'count':
      return { kind: 'count', count: value * factor, decimals, signed };
  }
}

/** A difference in a sentence: that of two shares is in points. */
export function differencePhrase(measure: Measure, value: number): Phrase {
  return measure.kind === 'percent' ? [points(value), ' points'] : [differenceCell(measure, value)];
}

/** The size of a difference in a sentence, without a sign. */
export function sizePhrase(measure: Measure, value: number): Phrase {
  if (measure.kind !== 'percent') return [valueCell(measure, value)];
  return [{ kind: 'count', count: value * 100, decimals: 1 }, ' points'];
}

/** The smallest difference or slope that could have been seen, in a sentence of its own; none where it is not known. */
export function leastPhrase(what: string, measure: Measure, detectable: number | null): Phrase {
  if (detectable === null) return [];
  if (measure.kind === 'percent' && detectable > 1) return [` No ${what} of shares is large enough to be seen here.`];
  return [` The smallest ${what} that these data could have shown is `, ...sizePhrase(measure, detectable), '.'];
}

/** The interval of a difference in a sentence. */
export function rangePhrase(measure: Measure, [low, high]: readonly [number, number]): Phrase {
  if (measure.kind === 'percent') return [range(points(low), points(high)), ' points'];
  return [range(differenceCell(measure, low), differenceCell(measure, high))];
}

const points = (share: number): Cell => ({ kind: 'count', count: share * 100, decimals: 1, signed: true });

/** The interval of a difference. */
export function differenceRange(
  measure: Measure,
  { interval, intervalReason = '' }: Pick<Comparison, 'interval' | 'intervalReason'>,
): Cell {
  if (interval === null) return unknown(intervalReason);
  const [low, high] = interval.difference;
  return range(differenceCell(measure, low), differenceCell(measure, high));
}
