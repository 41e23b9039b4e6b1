import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import type { Cohort } from '../cohort.ts';
import { known } from '../known.ts';
import type { OutcomeFigures } from '../outcomes/result.ts';
import { MONTHS_PER } from '../period.ts';
import type { Range } from '../result.ts';
import type { Span, Timeline } from '../timeline.ts';
import type { MemberInput, MoneyOutcome } from './input.ts';
import type { LedgerOutcome } from './result.ts';
import { memberMonths } from './timing.ts';

/** Money from one outcome over a run of periods, and how far it may be off. */
export interface OutcomeMoney {
  readonly value: number;
  readonly interval: Range | Unknown;
}

/** An outcome that counts: what it is worth to a member, and for whom and how long it counts. */
export interface Counting {
  readonly each: number;
  readonly over: (span: Span) => OutcomeMoney | Unknown;
  readonly months: (span: Span) => number | Unknown;
}

/**
 * An outcome as money, or why it is none: a change counts; a gap in one period counts only where the user says so,
 * because members may have been ahead before they joined.
 */
export function countingOf(
  figures: OutcomeFigures,
  declared: MoneyOutcome | undefined,
  { countUnadjusted }: Pick<MemberInput, 'countUnadjusted'>,
  people: ReadonlyMap<Cohort, readonly number[]>,
  time: Timeline,
): Counting | Unknown {
  const { difference, differenceReason = '', estimate, direction, outcome } = figures;
  if (declared === undefined) return unknown(`it is not counted as money: --money ${outcome}`);
  if (estimate === 'gap' && !countUnadjusted) return unknown(GAP);
  if (difference === null) return unknown(differenceReason);
  const factor = declared.unitValue * (direction === 'lower' ? -1 : 1);
  const cohorts = figures.cohorts.map(({ cohort }) => cohort);
  const all = Array.from({ length: time.length }, (_, at) =>
    cohorts.reduce((sum, cohort) => sum + (people.get(cohort)?.[at] ?? 0), 0),
  );
  const months = (span: Span) => memberMonths(figures, all, time, span);
  return {
    each: difference * factor,
    months,
    over: (span) => {
      const counted = months(span);
      if (isUnknown(counted)) return counted;
      const scale = (counted / MONTHS_PER[declared.per]) * factor;
      return { value: difference * scale, interval: scaled(figures, scale) };
    },
  };
}

const GAP =
  'a gap in one period is no return, since members may have been ahead before they joined (--count-unadjusted counts it)';

function scaled({ interval, intervalReason = '' }: OutcomeFigures, scale: number): Range | Unknown {
  if (interval === null) return unknown(intervalReason);
  const [low, high] = interval.difference;
  return scale < 0 ? [high * scale, low * scale] : [low * scale, high * scale];
}

/**
 * The sum over outcomes. The errors of outcomes of the same people go together in a way that is not known, so the
 * distances of the ends are added: the interval is too wide rather than too narrow.
 */
export function addUp(parts: readonly (OutcomeMoney | Unknown)[]): OutcomeMoney | Unknown {
  let [value, low, high] = [0, 0, 0];
  let reason: Unknown | undefined;
  for (const part of parts) {
    if (isUnknown(part)) return part;
    value += part.value;
    if (isUnknown(part.interval)) reason ??= part.interval;
    else {
      low += part.interval[0];
      high += part.interval[1];
    }
  }
  return { value, interval: reason ?? [low, high] };
}

/** How an outcome stands in the ledger. */
export function ledgerOutcome(
  figures: OutcomeFigures,
  declared: MoneyOutcome | undefined,
  counting: Counting | Unknown,
  whole: Span,
  latest: Span,
): LedgerOutcome {
  const { outcome, kind, money, direction, estimate, from, to, difference, interval, verdict } = figures;
  const { differenceReason, intervalReason, verdictReason } = figures;
  const counted = isUnknown(counting)
    ? counting
    : {
        unitValue: declared!.unitValue,
        per: declared!.per,
        each: counting.each,
        ...known('memberMonths', counting.months(whole)),
        ...known('latest12MemberMonths', counting.months(latest)),
      };
  return {
    ...{ outcome, kind, money, direction, estimate, from, to, difference },
    ...(differenceReason === undefined ? {} : { differenceReason }),
    interval: interval === null ? null : { level: interval.level, difference: interval.difference },
    ...(intervalReason === undefined ? {} : { intervalReason }),
    verdict,
    ...(verdictReason === undefined ? {} : { verdictReason }),
    ...known('counted', counted),
  };
}
