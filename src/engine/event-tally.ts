import type { EventPlan } from '../core/event/plan.ts';
import type { AttendeeCell, OtherCell } from '../core/event/sums.ts';
import { GROUPS } from '../core/groups.ts';
import { sumTooLarge } from '../errors/engine.ts';
import { type Layout, layoutOf } from './event-layout.ts';
import type { Party, Watched } from './event-people.ts';

/** What transactions add up to. */
interface Sums {
  /** By cell of attendees and part. */
  readonly attendees: Float64Array;
  /** Of those who never attended, by group and day. */
  readonly others: Float64Array;
  /** Of them, what does not count at a date since they were not known early enough: by group, date and part. */
  readonly unknown: Float64Array;
}

/** A column of numbers, in smallest units where they are values; these may be in several, the lowest digits first. */
type Column = ArrayLike<number>;

/** Adds up transactions around the dates of a plan. */
export interface Tally {
  /** Sums of those who never attended, as if they were known at every date. */
  addNever(rows: number, group: Column, day: Column, values: readonly Column[]): void;
  /** Transactions of attendees, and of those who never attended on days on which they were not known for long. */
  addRows(rows: number, person: Column, day: Column, values: readonly Column[]): void;
  attendeeCells(scale: Scale): AttendeeCell[];
  otherCells(scale: Scale): OtherCell[];
}

/** How sums are written in numbers. */
export interface Scale {
  /** Smallest units of a currency unit. */
  readonly scale: number;
  /** What the second limb counts. */
  readonly limb: number;
}

/** Values in so many numbers each. */
export function tallyOf(plan: EventPlan, parties: readonly Party[], watched: Watched, limbs: number): Tally {
  const layout = layoutOf(plan);
  const { parts } = layout;
  const cells = watched.cells.length;
  const all = Array.from(
    { length: limbs },
    (): Sums => ({
      attendees: new Float64Array(cells * parts),
      others: new Float64Array(GROUPS * layout.length),
      unknown: new Float64Array(GROUPS * plan.dates.length * parts),
    }),
  );
  return {
    addNever(rows, group, day, values) {
      for (const [limb, sums] of all.entries()) addNever(sums, layout, rows, group, day, values[limb]!);
    },
    addRows(rows, person, day, values) {
      for (const [limb, sums] of all.entries()) addRows(sums, layout, watched, rows, person, day, values[limb]!);
    },
    attendeeCells(scale) {
      const sums = inUnits(
        all.map(({ attendees }) => attendees),
        scale,
      );
      return watched.cells.map(({ party, group, people, again }, cell) => {
        const { at, events } = parties[party]!;
        return { at, events, group, people, again, sums: sums.subarray(cell * parts, (cell + 1) * parts) };
      });
    },
    otherCells: (scale) => otherCells(layout, watched, all, scale),
  };
}

function addNever(
  { others }: Sums,
  { start, length }: Layout,
  rows: number,
  group: Column,
  day: Column,
  values: Column,
): void {
  for (let row = 0; row < rows; row++) others[group[row]! * length + day[row]! - start + 1]! += values[row]!;
}

/**
 * Adds transactions of attendees to their part. Those who never attended are added up by day, from which the parts around
 * each date follow; their first transactions have to be taken off again at the near dates at which they had not been known
 * for `lead` days.
 */
function addRows(
  { attendees, unknown }: Sums,
  { plan: { dates, lead, days }, parts, partOf, next }: Layout,
  { where }: Watched,
  rows: number,
  person: Column,
  day: Column,
  values: Column,
): void {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  for (let row = 0; row < rows; row++) {
    const who = 2 * person[row]!;
    const t = day[row]!;
    const own = where[who]!;
    const since = where[who + 1]!;
    if (own >= 0) {
      attendees[own * parts + partOf[t - since]!]! += values[row]!;
      continue;
    }
    const tooEarly = Math.min(last, since + lead);
    const nearest = Math.max(first, t - days + 1);
    if (nearest > tooEarly) continue;
    for (let at = next[nearest - first]!; dates[at]! <= tooEarly; at++) {
      unknown[((-1 - own) * dates.length + at) * parts + partOf[t - dates[at]! + lead]!]! += values[row]!;
    }
  }
}

/** Sums in limbs as amounts in currency units, each rounded once. */
function inUnits(limbs: readonly Float64Array[], { scale, limb }: Scale): Float64Array {
  const [low, high] = limbs;
  if (high === undefined) {
    const units = new Float64Array(low!.length);
    for (let at = 0; at < units.length; at++) units[at] = low![at]! / scale;
    return units;
  }
  return low!.map((value, at) => Number(BigInt(high[at]!) * BigInt(limb) + BigInt(value)) / scale);
}

/** What those who never attended spent around each date, by group. */
function otherCells(layout: Layout, watched: Watched, all: readonly Sums[], scale: Scale): OtherCell[] {
  const { parts } = layout;
  const { dates } = layout.plan;
  const sums = inUnits(
    all.map((own) => sumsOfOthers(layout, own)),
    scale,
  );
  const people = peopleByDate(layout, watched);
  const cells: OtherCell[] = [];
  for (let group = 0; group < GROUPS; group++) {
    for (let at = 0; at < dates.length; at++) {
      const place = group * dates.length + at;
      const count = people[place]!;
      if (count > 0) cells.push({ at, group, people: count, sums: sums.subarray(place * parts, (place + 1) * parts) });
    }
  }
  return cells;
}

/** People who never attended and are compared at a date, by group and date: whoever is at one, is at all that follow. */
function peopleByDate({ plan: { dates, lead }, next }: Layout, { where }: Watched): Int32Array {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const people = new Int32Array(GROUPS * dates.length);
  for (let who = 0; who < where.length; who += 2) {
    const day = Math.max(where[who + 1]! + lead + 1, first);
    if (where[who]! < 0 && day <= last) people[(-1 - where[who]!) * dates.length + next[day - first]!]!++;
  }
  for (let at = 0; at < people.length; at++) if (at % dates.length > 0) people[at]! += people[at - 1]!;
  return people;
}

/** By group, date and part: the difference of sums up to a day, less what does not count. */
function sumsOfOthers(
  { plan: { dates, edges }, parts, start, length }: Layout,
  { others, unknown }: Sums,
): Float64Array {
  const upTo = others.slice();
  for (let at = 1; at < upTo.length; at++) if (at % length > 0) upTo[at]! += upTo[at - 1]!;
  const sums = new Float64Array(unknown.length);
  for (let own = 0, at = 0; own < GROUPS * dates.length; own++) {
    const origin = Math.floor(own / dates.length) * length + dates[own % dates.length]! - start + 1;
    for (let part = 0; part < parts; part++, at++) {
      sums[at] = upTo[origin + edges[part + 1]!]! - upTo[origin + edges[part]!]! - unknown[at]!;
    }
  }
  return sums;
}

/** Up to such a sum an amount times its smallest units, as a double, is less than a half away from a whole number. */
const ROUNDED = 2 ** 50;
/** Numbers up to which doubles are whole. */
const EXACT = 2 ** 53;

/** In how many numbers values have to be written so that all sums of them are exact, from the sum of their absolute values. */
export function limbsFor(minor: number, rows: number, limb: number): 1 | 2 {
  if (minor < ROUNDED) return 1;
  if (minor / limb > EXACT || rows * limb > EXACT) throw sumTooLarge();
  return 2;
}
