import type { EventPlan } from '../core/event/plan.ts';
import type { Attendance, AttendeeCell } from '../core/event/sums.ts';
import { GROUPS } from '../core/groups.ts';
import type { Layout } from './event-layout.ts';

/**
 * What becomes of a person: never attended; attended and is compared; was known too late for that; was left out for having
 * come again; attended first on a day that is not looked at.
 */
export const FATES = ['never', 'compared', 'newcomer', 'again', 'outside'] as const;
export type Fate = (typeof FATES)[number];

/** People whose transactions count alike, or who do not count for the same reason. */
export interface Crowd {
  readonly fate: Fate;
  /**
   * Of those who are compared, programme and group in one number; of those who never attended, their group less the number
   * of groups; else 0.
   */
  readonly place: number;
  /** Of those who are compared the first day that counts; of those who never attended the day since when they are known. */
  readonly since: number;
  readonly people: number;
  /** How many of them attended again within the days after. */
  readonly again: number;
}

/** How many people came to their first event on a day. */
export interface Debut {
  readonly day: number;
  readonly people: number;
}

/** The counts of those who attended. `first` is the first day of the data. */
export function attendanceOf(
  debuts: readonly Debut[],
  crowds: readonly Crowd[],
  { dates, lead }: EventPlan,
  first: number,
): Omit<Attendance, 'rows'> {
  const planned = new Set(dates);
  const debutsWhere = (isMeant: (day: number) => boolean) =>
    debuts.reduce((sum, { day, people }) => sum + (isMeant(day) ? people : 0), 0);
  const [compared, newcomers, again] = [
    peopleOf(crowds, 'compared'),
    peopleOf(crowds, 'newcomer'),
    peopleOf(crowds, 'again'),
  ];
  return {
    people: debutsWhere(() => true),
    compared,
    tooEarly: debutsWhere((day) => !planned.has(day) && day - lead < first),
    tooLate: debutsWhere((day) => !planned.has(day) && day - lead >= first),
    unseen: debutsWhere((day) => planned.has(day)) - compared - newcomers - again,
    newcomers,
    again,
  };
}

export function peopleOf(crowds: readonly Crowd[], fate: Fate): number {
  return crowds.reduce((sum, crowd) => sum + (crowd.fate === fate ? crowd.people : 0), 0);
}

/** A day of first attendances, and what people came to on it. */
export interface Programme {
  /** Place in the dates of the plan; −1 for a day that is not looked at. */
  readonly at: number;
  /** Places in the names of the events. */
  readonly events: readonly number[];
}

/** The attendees who are compared, and where those of each place are among them. */
export function attendeeCells(crowds: readonly Crowd[], programmes: readonly Programme[]) {
  const cells: AttendeeCell[] = [];
  const cellAt = new Int32Array(programmes.length * GROUPS);
  for (const { fate, place, people, again } of crowds) {
    if (fate !== 'compared') continue;
    const { at, events } = programmes[Math.floor(place / GROUPS)]!;
    const nth = cells.length;
    cellAt[place] = nth;
    cells.push({ at, events, group: place % GROUPS, people, again, nth });
  }
  return { cells, cellAt };
}

/** People who never attended and are compared at a date, by date and group: whoever is at one, is at all that follow. */
export function othersByDate({ dates, lead }: EventPlan, { next }: Layout, crowds: readonly Crowd[]): Int32Array {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const people = new Int32Array(dates.length * GROUPS);
  for (const crowd of crowds) {
    const day = Math.max(crowd.since + lead + 1, first);
    if (crowd.fate !== 'never' || day > last) continue;
    people[(next[day - first]! + 1) * GROUPS + crowd.place]! += crowd.people;
  }
  for (let at = GROUPS; at < people.length; at++) people[at]! += people[at - GROUPS]!;
  return people;
}
