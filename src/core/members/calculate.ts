import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { known } from '../known.ts';
import { parsePeriod } from '../period.ts';
import { latestTwelveMonths, type Span, timeline } from '../timeline.ts';
import { givenOver, rowsOutside } from './given.ts';
import { memberHorizon } from './horizon.ts';
import type { MemberInput } from './input.ts';
import { addUp, type Counting, countingOf, ledgerOutcome, type OutcomeMoney } from './money.ts';
import { recognitionOf } from './recognition.ts';
import type { MemberHorizon, MemberSide } from './result.ts';
import { peopleOver } from './timing.ts';

/**
 * The second ledger: what members get beyond non-members and what they give, over the same periods as the business
 * ledger, and how the pie is shared. Every part is optional; what rests on a missing one is unknown, with the reason.
 */
export function calculateMemberSide(input: MemberInput): MemberSide {
  const { business, outcomes, money, hourValue, recognition } = input;
  const time = timeline(parsePeriod(business.window.from)!, parsePeriod(business.window.to)!);
  const people = peopleOver(input.spend, time);
  const whole: Span = { start: 0, end: time.length - 1 };
  const latest = latestTwelveMonths(time);
  const hasMembers = (at: number) => [...people].some(([cohort, series]) => cohort !== 'non_member' && series[at]! > 0);
  const found = (outcomes?.outcomes ?? []).map((figures) => {
    const declared = money.find(({ outcome }) => outcome === figures.outcome);
    return { figures, declared, counting: countingOf(figures, declared, input, people, time) };
  });
  const given = {
    hours: givenOver('hours', input, time, hasMembers),
    fees: givenOver('fees', input, time, hasMembers),
  };
  const declared = found.filter(({ declared: own }) => own !== undefined);

  const horizon = (span: Span, isWhole: boolean): MemberHorizon =>
    memberHorizon({
      outcomes:
        declared.length === 0
          ? unknown(outcomes === undefined ? NO_OUTCOMES : NO_MONEY)
          : addUp(declared.map(({ figures, counting }) => named(figures.outcome, counting, span))),
      hours: given.hours(span),
      fees: given.fees(span),
      hourValue,
      costs: isWhole ? business.costsByCategory : business.costsByCategoryLatest12,
      business: isWhole ? business.totals : business.latest12,
    });

  return {
    ...horizon(whole, true),
    latest12: horizon(latest, false),
    ...known('hourValue', hourValue ?? unknown('it is not given: --hour-value')),
    outcomes: found.map((own) => ledgerOutcome(own.figures, own.declared, own.counting, whole, latest)),
    impact: outcomes?.counts ?? [],
    ...known(
      'recognition',
      recognition === undefined
        ? unknown('no file says who was recognised: --recognition')
        : recognitionOf(recognition, people.get('active') ?? [], time, latest, input.minPeople),
    ),
  };
}

/** How many rows of the ledger lie outside the window, at least in part. */
export function ledgerRowsOutside({ business, rows }: Pick<MemberInput, 'business' | 'rows'>): number {
  return rowsOutside(rows, timeline(parsePeriod(business.window.from)!, parsePeriod(business.window.to)!));
}

/** The money of an outcome; a reason says which outcome it is about. */
function named(outcome: string, counting: Counting | Unknown, span: Span): OutcomeMoney | Unknown {
  const money = isUnknown(counting) ? counting : counting.over(span);
  if (isUnknown(money)) return unknown(`${outcome}: ${money.unknown}`);
  return isUnknown(money.interval) ? { ...money, interval: unknown(`${outcome}: ${money.interval.unknown}`) } : money;
}

const NO_OUTCOMES = 'no file says what members get: --outcomes';
const NO_MONEY = 'no outcome is counted as money: --money';
