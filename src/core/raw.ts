import type { Period, Unit } from './period.ts';

/** Who belongs to which cohort in a period; `docs/engine.md` has the rules in words. */
export interface CohortRules {
  readonly unit: Unit;
  /** Days after joining, the day itself included, in which somebody is a newcomer. */
  readonly newcomerDays: number;
  /** Days up to the end of a period in which a contribution makes somebody active. */
  readonly activeDays: number;
  /** Whether ids that differ only in case or spaces are one person. */
  readonly normalizeIds: boolean;
}

/** How the two sources fit together. People are counted once, however many rows they have. */
export interface Match {
  /** People with a date of joining. */
  readonly members: number;
  /** People with transactions. */
  readonly buyers: number;
  /** People who are both. */
  readonly both: number;
  /** People in the member list without a date of joining: they never joined. */
  readonly neverJoined: number;
  /** Rows of the member list beyond the first of a person. */
  readonly repeatedMemberRows: number;
  /** Rows of the member list in which somebody left before joining; the leaving is taken for an earlier one. */
  readonly leftBeforeJoining: number;
  /** Members who joined after the last period with transactions, and therefore count in none. */
  readonly joinedAfterEnd: number;
  /** People who are members no more by the end of the last period. */
  readonly formerMembers: number;
  /** Members without transactions whose id would be that of a buyer but for case or spaces. */
  readonly almostMatching: number;
  /** People in the activity file who never joined. */
  readonly activeNonMembers: number;
  /** Whether it is known who contributed when: from an activity file, from the last contribution, or not. */
  readonly contributions: 'activity' | 'last' | 'none';
  /** Rows with a date after the day of the run, by file. */
  readonly future: Readonly<Record<'members' | 'transactions' | 'activity' | 'customers', number>>;
  /** Day of the last transaction, as `2024-01-31`. */
  readonly lastTransaction: string;
  /** Periods between the first and the last without any transaction. */
  readonly emptyPeriods: readonly Period[];
}
