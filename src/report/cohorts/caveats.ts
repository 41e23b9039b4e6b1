import { dayNumber } from '../../core/day.ts';
import { formatPeriod, MONTHS_PER, monthsOf } from '../../core/period.ts';
import type { CohortRules, Match } from '../../core/raw.ts';
import { count, counted, people, percent, period, text } from '../cells.ts';
import type { Phrase } from '../report.ts';

export interface MatchCaveat {
  readonly code: string;
  readonly message: Phrase;
}

/** Below this share of members with transactions, the ids of the two files are doubted. */
const LOW_MATCH = 0.5;
/** So many days without transactions before the end of the last period say that it is not whole. */
const SILENT_DAYS = 4;

/** What must be known to read figures from raw exports right. */
export function matchCaveats(match: Match, rules: CohortRules): MatchCaveat[] {
  return [
    ...aboutIds(match, rules),
    ...aboutContributions(match, rules),
    ...aboutMembers(match),
    ...aboutDates(match, rules),
  ];
}

const members = (n: number): Phrase => counted(n, 'member', 'members');

function aboutIds({ members: all, both, almostMatching }: Match, { normalizeIds }: CohortRules): MatchCaveat[] {
  const caveats: MatchCaveat[] = [];
  if (both < LOW_MATCH * all) {
    const message = [
      'Only ',
      percent(both / all),
      ' of members have transactions: are the ids of the two files the same?',
    ];
    caveats.push({ code: 'MATCH_LOW', message });
  }
  if (almostMatching > 0 && !normalizeIds) {
    const message = [
      ...members(almostMatching),
      ' would have transactions but for case or spaces in the id: --normalize-ids.',
    ];
    caveats.push({ code: 'IDS_ALMOST_MATCH', message });
  }
  return caveats;
}

function aboutContributions({ contributions, activeNonMembers }: Match, { unit }: CohortRules): MatchCaveat[] {
  const caveats: MatchCaveat[] = [];
  if (contributions === 'last') {
    const message = [
      `Only the last contribution of each member is known, so that each is active in one ${unit} at most and a lurker before. --activity takes them all.`,
    ];
    caveats.push({ code: 'LAST_CONTRIBUTION_ONLY', message });
  }
  if (contributions === 'none') {
    const message = [
      'Nobody is known to have contributed: all count as lurkers. Add the column "contributed", or --activity.',
    ];
    caveats.push({ code: 'NO_CONTRIBUTIONS', message });
  }
  if (activeNonMembers > 0) {
    const message = [...people(activeNonMembers), ' in the activity file never joined, and count as non-members.'];
    caveats.push({ code: 'ACTIVE_NON_MEMBERS', message });
  }
  return caveats;
}

function aboutMembers(match: Match): MatchCaveat[] {
  const { neverJoined, repeatedMemberRows, leftBeforeJoining, joinedAfterEnd, formerMembers } = match;
  const caveats: MatchCaveat[] = [];
  const add = (code: string, n: number, message: Phrase) => {
    if (n > 0) caveats.push({ code, message });
  };
  add('FORMER_MEMBERS', formerMembers, [
    ...members(formerMembers),
    ' left: from the period of leaving on they count among the non-members.',
  ]);
  add('NEVER_JOINED', neverJoined, [
    ...people(neverJoined),
    ' in the member list without a date of joining: non-members, counted from their first transaction on.',
  ]);
  add('MEMBERS_REPEATED', repeatedMemberRows, [
    count(repeatedMemberRows),
    repeatedMemberRows === 1 ? ' row' : ' rows',
    ' of the member list for people who have one already: their memberships are put together.',
  ]);
  add('LEFT_BEFORE_JOINING', leftBeforeJoining, [
    count(leftBeforeJoining),
    leftBeforeJoining === 1 ? ' row' : ' rows',
    ' of the member list with a leaving before the joining: it is taken for that of an earlier membership.',
  ]);
  add('JOINED_AFTER_END', joinedAfterEnd, [
    ...members(joinedAfterEnd),
    ' joined after the last period with transactions: counted in none.',
  ]);
  return caveats;
}

function aboutDates(match: Match, { unit }: CohortRules): MatchCaveat[] {
  const caveats: MatchCaveat[] = [];
  for (const [file, rows] of Object.entries(match.future)) {
    if (rows === 0) continue;
    const message = [count(rows), rows === 1 ? ' row' : ' rows', ` of ${file} with a date in the future.`];
    caveats.push({ code: 'FUTURE_DATES', message });
  }
  const { emptyPeriods, lastTransaction } = match;
  if (emptyPeriods.length > 0) {
    const named = emptyPeriods.slice(0, 6).map(formatPeriod).join(', ');
    const more = emptyPeriods.length > 6 ? ` and ${emptyPeriods.length - 6} more` : '';
    caveats.push({
      code: 'PERIODS_EMPTY',
      message: [text(`No transaction in ${named}${more}: nothing spent, or a hole in the export?`)],
    });
  }
  const end = firstDayAfter(lastTransaction, unit);
  if (daysBetween(lastTransaction, end) > SILENT_DAYS) {
    caveats.push({
      code: 'PERIOD_PARTIAL',
      message: ['The last transaction is of ', period(lastTransaction), ': the last period may not be whole.'],
    });
  }
  return caveats;
}

/** First day after the period that a day lies in. */
function firstDayAfter(day: string, unit: CohortRules['unit']): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const { first } = monthsOf({ unit, index: Math.floor(month / MONTHS_PER[unit]) + 1 });
  return `${String(Math.floor(first / 12)).padStart(4, '0')}-${String((first % 12) + 1).padStart(2, '0')}-01`;
}

function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
