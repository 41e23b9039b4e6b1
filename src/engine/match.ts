import type { Unit } from '../core/period.ts';
import type { Match } from '../core/raw.ts';

/** What the statements of `sql/match.ts` answer, by the names of their columns. */
export type Counts = Readonly<Record<string, number>>;

export interface MatchCounts {
  readonly unit: Unit;
  readonly people: Counts;
  readonly listed: Counts;
  /** Members and buyers that are one but for case and spaces. */
  readonly almostMatching: number;
  /** Contributors who never joined; undefined without a file or table of contributions. */
  readonly outsiders: number | undefined;
  readonly future: Omit<Match['future'], 'members'>;
  /** Numbers of the periods with transactions. */
  readonly periods: readonly number[];
  readonly lastTransaction: string;
}

/** The counts as what a report says of the match. */
export function matchFrom(found: MatchCounts): Match {
  const { unit, people, listed, outsiders, periods } = found;
  const number = (counts: Counts, name: string) => counts[name] ?? 0;
  const [first, last] = [Math.min(...periods), Math.max(...periods)];
  const filled = new Set(periods);
  const empty = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((index) => !filled.has(index));
  return {
    members: number(people, 'members'),
    buyers: number(people, 'buyers'),
    both: number(people, 'matched'),
    neverJoined: number(listed, 'never_joined'),
    repeatedMemberRows: number(listed, 'all_rows') - number(listed, 'people'),
    leftBeforeJoining: number(listed, 'left_before'),
    joinedAfterEnd: number(people, 'joined_after'),
    formerMembers: number(people, 'former'),
    almostMatching: found.almostMatching,
    activeNonMembers: outsiders ?? 0,
    contributions: outsiders !== undefined ? 'activity' : number(listed, 'last_contributions') > 0 ? 'last' : 'none',
    future: { members: number(listed, 'future_rows'), ...found.future },
    lastTransaction: found.lastTransaction,
    emptyPeriods: empty.map((index) => ({ unit, index })),
  };
}
