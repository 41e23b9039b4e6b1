import { NOBODY_ASKED } from '../../core/outcomes/calculate.ts';
import type { OutcomeFigures, OutcomesResult } from '../../core/outcomes/result.ts';
import { count, percent, text } from '../cells.ts';
import type { Phrase } from '../report.ts';
import type { OutcomesFacts, Worded } from './facts.ts';
import { aboutPeople } from './people.ts';
import { listed } from './words.ts';

/** What a reader must know to read the differences right, the most important first. */
export function outcomeCaveats(facts: OutcomesFacts): Worded[] {
  const { result, inputCaveats } = facts;
  return [
    ...inputCaveats,
    ...aboutDesign(result),
    ...aboutResponse(result),
    ...aboutPeople(result),
    ...aboutFigures(facts),
    ...aboutFile(facts),
  ];
}

const named = (outcomes: readonly OutcomeFigures[]) => listed(outcomes.map(({ outcome }) => outcome));

function aboutDesign({ outcomes, rows }: OutcomesResult): Worded[] {
  const gaps = outcomes.filter(({ estimate, difference }) => estimate === 'gap' && difference !== null);
  const changes = outcomes.filter(({ estimate }) => estimate === 'change');
  const caveats: Worded[] = [];
  if (gaps.length > 0) {
    const message = `${named(gaps)}: a gap in one period, unadjusted. Members may have been ahead before they joined; two periods of the same people would show what changed.`;
    caveats.push({ code: 'UNADJUSTED', message: [text(message)] });
  }
  if (changes.length > 0) {
    const message =
      'Members chose to join. Where a programme had a voluntary and a randomised arm, changes compared in this way showed gains that the randomised arm did not.';
    caveats.push({ code: 'SELF_SELECTED', message: [message] });
  }
  if (changes.length > 0 && rows === 'cohorts') {
    const message =
      'Periods are treated as samples of different people: where they are the same ones, the intervals are too wide.';
    caveats.push({ code: 'PERIODS_INDEPENDENT', message: [message] });
  }
  return caveats;
}

function aboutResponse({ response, responseReason = NOBODY_ASKED }: OutcomesResult): Worded[] {
  if (response === null) {
    const message = `There is no response rate: ${responseReason}.`;
    return responseReason === NOBODY_ASKED ? [] : [{ code: 'RESPONSE_UNKNOWN', message: [text(message)] }];
  }
  const { invited, answered, rate } = response;
  const message: Phrase = [
    ...[count(answered), ' of ', count(invited), ' invited answered (', percent(rate), '). '],
    'Answers are self-reported, and those who answer may differ from those who do not.',
  ];
  return [{ code: 'SELF_REPORTED', message }];
}

/** Fewer events than this on a side are few. */
const FEW_EVENTS = 5;

function aboutFigures({ result: { outcomes }, method }: OutcomesFacts): Worded[] {
  const caveats: Worded[] = [];
  const torn = outcomes.filter((own) => isTorn(own));
  if (torn.length > 0) {
    const message = `${named(torn)}: the answer hangs on a few extreme values; with them pulled in it is another.`;
    caveats.push({ code: 'EXTREME_VALUES', message: [text(message)] });
  }
  const few = outcomes.filter(({ members, nonMembers }) => {
    const events = [members.events, nonMembers.events].filter((n) => n !== null);
    return events.some((n) => n < FEW_EVENTS);
  });
  if (few.length > 0) {
    const message = `${named(few)}: fewer than ${FEW_EVENTS} cases on a side, so that one more or less would move the figures.`;
    caveats.push({ code: 'FEW_CASES', message: [text(message)] });
  }
  const hidden = outcomes.flatMap(({ by, cohorts }) => [...by.flatMap(({ groups }) => groups), ...cohorts]);
  const small = hidden.filter(({ difference, members, nonMembers }) => {
    const least = Math.min(members.people, nonMembers.people);
    return difference === null && least > 0 && least < method.minPeople;
  });
  if (small.length > 0) {
    const message: Phrase = [
      count(small.length),
      small.length === 1 ? ' group is' : ' groups are',
      ` not shown: fewer than ${method.minPeople} people on a side (--min-people).`,
    ];
    caveats.push({ code: 'FEW_PEOPLE', message });
  }
  return caveats;
}

/** Whether pulling in the extremes changes on which side of 0 the interval lies. */
function isTorn({ interval, winsorized }: OutcomeFigures): boolean {
  if (interval === null || winsorized?.interval == null) return false;
  const side = ([low, high]: readonly [number, number]) => (low > 0 ? 1 : high < 0 ? -1 : 0);
  return side(interval.difference) !== side(winsorized.interval.difference);
}

function aboutFile({ texts, skippedCells, allPersonsChecked, result }: OutcomesFacts): Worded[] {
  const caveats: Worded[] = [];
  for (const { name, skipped } of skippedCells) {
    caveats.push({
      code: 'CELLS_SKIPPED',
      message: [count(skipped), text(` cells of ${name} cannot be read and are left out (--skip-bad-rows).`)],
    });
  }
  if (texts.length > 0) {
    const message = `Columns of text are not compared: ${listed(texts)}. --by or --compare-within would use them.`;
    caveats.push({ code: 'TEXT_COLUMNS', message: [text(message)] });
  }
  if (!allPersonsChecked) {
    caveats.push({
      code: 'PERSONS_UNCHECKED',
      message: ['Only the first million rows were searched for a person who stands twice.'],
    });
  }
  const without = result.outcomes.filter(({ interval, difference }) => interval === null && difference !== null);
  if (without.length > 0) {
    const message = `${named(without)}: no error bars, because ${without[0]!.intervalReason}.`;
    caveats.push({ code: 'NO_INTERVAL', message: [text(message)] });
  }
  return caveats;
}
