import type { DayNumber, EventPlan } from './plan.ts';

/** People who came to their first event on one date, of one jackknife group and with the same events on that day. */
export interface AttendeeCell {
  /** Place in the dates of the plan. */
  readonly at: number;
  /** Places in the names of the events; several where somebody came to several on the day. */
  readonly events: readonly number[];
  /** 0–255: the first two hexadecimal digits of md5(person id). */
  readonly group: number;
  readonly people: number;
  /** How many of them attended again within the days after. */
  readonly again: number;
  /** What they spent in each part of the plan, or how often: exact sums, each rounded once. */
  readonly sums: ArrayLike<number>;
}

/** People who never attended and are compared at one date, by jackknife group, and what they spent by group and part. */
export interface OtherSums {
  readonly people: Int32Array;
  readonly sums: Float64Array;
}

/** What becomes of those who attended; the parts add up to `people`. */
export interface Attendance {
  /** Different attendances: person, day and event. */
  readonly rows: number;
  readonly people: number;
  readonly compared: number;
  /** Their first event lies too near the first day of the data. */
  readonly tooEarly: number;
  /** It lies too near the last day. */
  readonly tooLate: number;
  /** They are in no other file. */
  readonly unseen: number;
  /** They were first known after the first day that is looked at. */
  readonly newcomers: number;
  /** They attended again, and were left out for that. */
  readonly again: number;
}

/** All that an event study needs of attendances and transactions. */
export interface EventSums {
  readonly plan: EventPlan;
  /** First and last day with a transaction. */
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** Names of the events, sorted; empty where the file has none. */
  readonly events: readonly string[];
  readonly attendance: Attendance;
  /** People who never attended. */
  readonly others: number;
  /** Transactions after the day of the run. */
  readonly future: number;
  readonly attendeeCells: readonly AttendeeCell[];
  /** One for each date of the plan. */
  readonly otherSums: readonly OtherSums[];
}
