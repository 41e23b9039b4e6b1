import { count, people, period } from '../cells.ts';
import { matchCaveats } from '../cohorts/caveats.ts';
import type { Worded } from '../outcomes/facts.ts';
import type { Phrase } from '../report.ts';
import type { EffectFacts } from './facts.ts';

/** Caveats of the match that speak of contributions, or of cohorts that are not formed here. */
const OF_COHORTS: ReadonlySet<string> = new Set([
  'LAST_CONTRIBUTION_ONLY',
  'NO_CONTRIBUTIONS',
  'ACTIVE_NON_MEMBERS',
  'FORMER_MEMBERS',
  'LEFT_BEFORE_JOINING',
  'JOINED_AFTER_END',
  'NEVER_JOINED',
]);

/** In cohorts of fewer people the scatter is known badly. */
const FEW = 20;

/** What a reader must know to read the figures right. */
export function effectCaveats(facts: EffectFacts): Worded[] {
  const { inputCaveats, match, rules } = facts;
  const fit = match === undefined || rules === undefined ? [] : matchCaveats(match, rules);
  return [
    ...inputCaveats,
    ...fit.filter(({ code }) => !OF_COHORTS.has(code)),
    ...aboutPeople(facts),
    ...aboutFigures(facts),
  ];
}

function aboutPeople({ leftOut, result, match }: EffectFacts): Worded[] {
  const { knownLater, knownLaterJoined, joinedBefore, incomplete } = leftOut;
  const { window } = result;
  const caveats: Worded[] = [];
  const add = (code: string, n: number, message: Phrase) => {
    if (n > 0) caveats.push({ code, message });
  };
  add('KNOWN_LATER', knownLater, [
    ...people(knownLater),
    ...[' (', count(knownLaterJoined), ' of them joined) became known in '],
    ...[period(window.from), ' or later: left out, since only the same people in every period can be compared.'],
  ]);
  add('JOINED_BEFORE', joinedBefore, [
    ...people(joinedBefore),
    ...[' had joined by ', period(window.from), ': left out, since what they were before is not known.'],
  ]);
  add('PEOPLE_INCOMPLETE', incomplete, [...people(incomplete), ' without an outcome in every period: left out.']);
  add('LEFT_STILL_COUNT', match?.formerMembers ?? 0, [
    ...people(match?.formerMembers ?? 0),
    ' left later. They still count as having joined: the figures are of joining, not of staying.',
  ]);
  return caveats;
}

function aboutFigures({ result, minPeople }: EffectFacts): Worded[] {
  const { byJoining, cellsWithoutComparison, preTrend, cells, sensitivity } = result;
  const caveats: Worded[] = [];
  const small = byJoining.filter((own) => own.people < FEW).length;
  if (small > 0) {
    caveats.push({
      code: 'SMALL_COHORTS',
      message: [
        ...[count(small), ' of ', count(byJoining.length), ' groups that joined together have fewer than '],
        ...[count(FEW), ' people: how much they scatter is known badly, and so are the errors.'],
      ],
    });
  }
  if (cellsWithoutComparison > 0) {
    caveats.push({
      code: 'NOBODY_LEFT_TO_COMPARE',
      message: [count(cellsWithoutComparison), ' cells have nobody left who had not joined: they are left out.'],
    });
  }
  if (preTrend.passed === null) {
    const message = ['Whether members were on another course before joining could not be tested.'];
    caveats.push({ code: 'PRE_TREND_UNTESTED', message });
  }
  if (sensitivity !== null && sensitivity.breakdownInterval > 0 && sensitivity.breakdownInterval < 1) {
    caveats.push({
      code: 'FRAGILE',
      message: ['Were trends to part since joining as much as they did before, the sign would be open.'],
    });
  }
  if (cells.some((own) => own.people < minPeople)) {
    const message: Phrase = [
      ...['Figures of fewer than ', count(minPeople), ' people are not shown (--min-people)'],
      result.effect.value === null ? '.' : '; the means hold them.',
    ];
    caveats.push({ code: 'FEW_PEOPLE', message });
  }
  return caveats;
}
