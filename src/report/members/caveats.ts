import type { LedgerOutcome, MemberSide } from '../../core/members/result.ts';
import { monthsOf, parsePeriod } from '../../core/period.ts';
import { count, text } from '../cells.ts';
import { outcomeCaveats } from '../outcomes/caveats.ts';
import type { Worded } from '../outcomes/facts.ts';
import { listed } from '../outcomes/words.ts';
import type { MemberFacts } from './facts.ts';

/** What a reader must know of the members' side, beside what is said of the business. */
export function memberCaveats(facts: MemberFacts, minPeople: number): Worded[] {
  const { outcomes, side, outsideRows, recognitionDated } = facts;
  const ofOutcomes =
    outcomes === undefined
      ? []
      : outcomeCaveats({
          ...outcomes,
          // Columns of text are what `outcomes --by` is for; here nothing can be done with them.
          texts: [],
          method: { members: outcomes.result.memberCohorts, minPeople, by: [], within: [] },
          ...{ currency: null, inputs: [], inputCaveats: [] },
        });
  const caveats = [...ofOutcomes, ...aboutMoney(side), ...aboutPie(side)];
  if (outsideRows > 0) {
    const rows = outsideRows === 1 ? ' row of the member ledger lies' : ' rows of the member ledger lie';
    const message = [count(outsideRows), `${rows} outside the window, at least in part, and that part is left out.`];
    caveats.push({ code: 'LEDGER_OUTSIDE_WINDOW', message });
  }
  if (side.recognition !== null && !recognitionDated) {
    const message = [
      'Recognition has no dates: everybody in the file is set against the active members of the last period.',
    ];
    caveats.push({ code: 'RECOGNITION_UNDATED', message });
  }
  return caveats;
}

function aboutMoney(side: MemberSide): Worded[] {
  const counted = side.outcomes.filter((own) => own.counted !== null);
  const named = (outcomes: readonly LedgerOutcome[]) => listed(outcomes.map(({ outcome }) => outcome));
  const caveats: Worded[] = [];
  if (counted.length > 0 && side.rewards === 0) {
    const message = ['The costs have no rewards (category rewards): members are taken to have received none.'];
    caveats.push({ code: 'NO_REWARDS', message });
  }
  const gaps = counted.filter(({ estimate }) => estimate === 'gap');
  if (gaps.length > 0) {
    const message = `${named(gaps)}: a gap in one period counts as money, in every period of the window (--count-unadjusted). What members had before they joined is in it.`;
    caveats.push({ code: 'GAP_AS_MONEY', message: [text(message)] });
  }
  const lasting = counted.filter((own) => own.estimate === 'change' && endsBefore(own.to, side.to));
  if (lasting.length > 0) {
    const message = `${named(lasting)}: the change up to ${lasting[0]!.to} is taken to last until ${side.to}.`;
    caveats.push({ code: 'CHANGE_HELD', message: [text(message)] });
  }
  const growing = counted.filter((own) => own.estimate === 'change' && !isNext(own.from, own.to));
  if (growing.length > 0) {
    const { from, to } = growing[0]!;
    const message = `${named(growing)}: between ${from} and ${to} the change is taken to grow along a straight line.`;
    caveats.push({ code: 'CHANGE_GROWS', message: [text(message)] });
  }
  if (counted.length > 1) {
    const message = `${named(counted)}: how their errors go together is not known, so they are added up; the interval is rather too wide.`;
    caveats.push({ code: 'ERRORS_ADDED', message: [text(message)] });
  }
  return caveats;
}

function aboutPie(side: MemberSide): Worded[] {
  if ([side, side.latest12].every(({ interval }) => interval?.shareOfPie == null)) return [];
  const message = 'The interval of the share of the pie takes the two sides as independent of each other.';
  return [{ code: 'PIE_INDEPENDENT', message: [message] }];
}

function endsBefore(label: string | null, last: string): boolean {
  const [own, end] = [monthAfter(label), monthAfter(last)];
  return own !== undefined && end !== undefined && own < end;
}

/** Whether the second period begins where the first one ends. */
function isNext(from: string | null, to: string | null): boolean {
  const second = parsePeriod(to ?? '');
  return second === undefined || monthAfter(from) === monthsOf(second).first;
}

/** The first month after a period; undefined where it is none. */
function monthAfter(label: string | null): number | undefined {
  const period = parsePeriod(label ?? '');
  if (period === undefined) return undefined;
  const { first, count: months } = monthsOf(period);
  return first + months;
}
