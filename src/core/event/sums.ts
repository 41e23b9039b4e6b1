import { type DayNumber, type EventPlan, windowsOnly } from './plan.ts';

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
  /** Place of what they spent in `attendeeSums`. */
  readonly nth: number;
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
  /** What attendees spent by cell and part of the plan, or how often: exact sums, each rounded once. */
  readonly attendeeSums: Float64Array;
  /** One for each date of the plan. */
  readonly otherSums: readonly OtherSums[];
}

/** The sums by whole windows, which take less time to compare than those by parts. */
export function byWindow(sums: EventSums): EventSums {
  const plan = windowsOnly(sums.plan);
  const { edges } = sums.plan;
  // The last edge of the windows that a part lies in front of, or at.
  const windowOf = edges.slice(1).map((edge) => plan.edges.findIndex((end) => edge <= end) - 1);
  const added = (parts: Float64Array) => {
    const windows = new Float64Array((parts.length / windowOf.length) * (plan.edges.length - 1));
    for (let from = 0, to = 0; from < parts.length; from += windowOf.length, to += plan.edges.length - 1) {
      for (let part = 0; part < windowOf.length; part++) windows[to + windowOf[part]!]! += parts[from + part]!;
    }
    return windows;
  };
  return {
    ...sums,
    plan,
    attendeeSums: added(sums.attendeeSums),
    otherSums: sums.otherSums.map((own) => ({ people: own.people, sums: added(own.sums) })),
  };
}
