import { type Unknown, unknown } from '../../stats/unknown.ts';
import { allocate, toNumber, ZERO } from '../money.ts';
import { MONTHS_PER, monthsOf } from '../period.ts';
import type { Span, Timeline } from '../timeline.ts';
import type { GivenKind, MemberInput } from './input.ts';

/** What members gave of one kind in a run of periods: hours, or money. */
export type GivenOver = (span: Span) => number | Unknown;

const ASKS: Readonly<Record<GivenKind, string>> = {
  hours: 'the hours that members give are not known: rows of kind hours in --member-ledger, or --hours 310/month',
  fees: 'the fees that members pay are not known: rows of kind fees in --member-ledger, or --fees 0 where there are none',
};

/**
 * Hours or fees by the rows of the ledger, or by a rate where the user gave one. A row of a longer period is spread
 * evenly over its months. `hasMembers` says of a month whether anybody could give: such a month without a row is a
 * hole, and the sum over it unknown.
 */
export function givenOver(
  kind: GivenKind,
  { rows, rates }: Pick<MemberInput, 'rows' | 'rates'>,
  time: Timeline,
  hasMembers: (at: number) => boolean,
): GivenOver {
  const rate = rates[kind];
  if (rate !== undefined) {
    const each = (rate.amount * MONTHS_PER[time.unit]) / MONTHS_PER[rate.per];
    return ({ start, end }) => each * (end - start + 1);
  }
  const own = rows.filter((row) => row.kind === kind);
  if (own.length === 0) return () => unknown(ASKS[kind]);
  const byMonth = new Map<number, bigint>();
  for (const { period, amount } of own) {
    const { first, count } = monthsOf(period);
    for (let step = 0; step < count; step++) {
      byMonth.set(first + step, (byMonth.get(first + step) ?? ZERO) + allocate(amount, count, step));
    }
  }
  const months = MONTHS_PER[time.unit];
  return ({ start, end }) => {
    let [sum, known, needed] = [ZERO, 0, 0];
    for (let at = start; at <= end; at++) {
      const first = (time.first + at) * months;
      for (let month = first; month < first + months; month++) {
        sum += byMonth.get(month) ?? ZERO;
        if (!hasMembers(at)) continue;
        needed++;
        if (byMonth.has(month)) known++;
      }
    }
    if (known === needed) return toNumber(sum);
    return unknown(`${kind} are given for ${known} of ${needed} months; a month with none has a row with 0`);
  };
}

/** Rows whose months lie outside the timeline, at least in part. */
export function rowsOutside(rows: MemberInput['rows'], time: Timeline): number {
  const months = MONTHS_PER[time.unit];
  const [start, end] = [time.first * months, (time.first + time.length) * months];
  return rows.filter(({ period }) => {
    const { first, count } = monthsOf(period);
    return first < start || first + count > end;
  }).length;
}
