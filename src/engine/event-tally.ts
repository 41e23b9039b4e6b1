import type { EventPlan } from '../core/event/plan.ts';
import type { AttendeeCell, OtherCell } from '../core/event/sums.ts';
import { GROUPS } from '../core/groups.ts';
import { sumTooLarge } from '../errors/engine.ts';
import type { Party, Watched } from './event-people.ts';

/** Days, dates and parts of a plan as adding up needs them. */
interface Layout {
  readonly plan: EventPlan;
  readonly parts: number;
  /** The first day that is looked at. */
  readonly start: number;
  /** Days from the first that is looked at to the last, and one before them. */
  readonly length: number;
  /** The part that each day around an event lies in. */
  readonly partOf: Int32Array;
  /** The place of the first date on each day or after it, from the first date to the last. */
  readonly next: Int32Array;
}

/** What transactions add up to. */
interface Sums {
  /** By cell of attendees and part. */
  readonly attendees: Float64Array;
  /** Of those who never attended, by group and day. */
  readonly others: Float64Array;
  /** Of them, what does not count at a date since they were not known early enough: by group, date and part. */
  readonly unknown: Float64Array;
}

/** Adds up transactions around the dates of a plan. */
export interface Tally {
  /** Transactions: the number of the person, the day, and the value in smallest units, the lowest digits first. */
  add(rows: number, person: ArrayLike<number>, day: ArrayLike<number>, limbs: readonly ArrayLike<number>[]): void;
  isExact(): boolean;
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

/** Up to such a sum an amount times its smallest units, as a double, is less than a half away from a whole number. */
const ROUNDED = 2 ** 50;
/** Numbers up to which doubles are whole. */
const EXACT = 2 ** 53;

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
  const sizes = new Float64Array(limbs);
  return {
    add(rows, person, day, values) {
      for (const [limb, sums] of all.entries())
        sizes[limb]! += addRows(sums, layout, watched, rows, person, day, values[limb]!);
    },
    isExact: () => sizes.every((size) => size < (limbs === 1 ? ROUNDED : EXACT)),
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

function layoutOf(plan: EventPlan): Layout {
  const { dates, edges, lead, days } = plan;
  const start = dates[0]! - lead;
  return {
    plan,
    parts: edges.length - 1,
    start,
    length: dates.at(-1)! + days - start + 1,
    partOf: partByDay(plan),
    next: nextDate(dates),
  };
}

/** The part that each day lies in, from the first day that is looked at on. */
function partByDay({ edges, lead, days }: EventPlan): Int32Array {
  let part = 0;
  return Int32Array.from({ length: lead + days }, (_, day) => {
    if (day - lead > edges[part + 1]!) part++;
    return part;
  });
}

/** The place of the first date on each day or after it, from the first date to the last. */
function nextDate(dates: readonly number[]): Int32Array {
  let at = 0;
  return Int32Array.from({ length: dates.at(-1)! - dates[0]! + 1 }, (_, day) => {
    while (dates[at]! - dates[0]! < day) at++;
    return at;
  });
}

/**
 * Adds transactions where they count, and gives the sum of their absolute values. Those who never attended are added up
 * by day, from which the parts around each date follow; only somebody's first transactions have to be taken off again, at
 * the near dates that are not later than they were known by `lead` days.
 */
function addRows(
  { attendees, others, unknown }: Sums,
  { plan: { dates, lead, days }, parts, start, length, partOf, next }: Layout,
  { where }: Watched,
  rows: number,
  person: ArrayLike<number>,
  day: ArrayLike<number>,
  values: ArrayLike<number>,
): number {
  const [first, last, around] = [dates[0]!, dates.at(-1)!, lead + days];
  let size = 0;
  for (let row = 0; row < rows; row++) {
    const who = 2 * person[row]!;
    const t = day[row]!;
    const value = values[row]!;
    const own = where[who]!;
    const since = where[who + 1]!;
    const passed = t - since;
    size += Math.abs(value);
    if (own >= 0) {
      if (passed >= 0 && passed < around) attendees[own * parts + partOf[passed]!]! += value;
      continue;
    }
    const group = -1 - own;
    others[group * length + t - start + 1]! += value;
    if (passed >= around) continue;
    const tooEarly = Math.min(last, since + lead);
    const nearest = Math.max(first, t - days + 1);
    if (nearest > tooEarly) continue;
    for (let at = next[nearest - first]!; dates[at]! <= tooEarly; at++) {
      unknown[(group * dates.length + at) * parts + partOf[t - dates[at]! + lead]!]! += value;
    }
  }
  return size;
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

/** Adds up in one number each, and in two where that would not be exact. */
export async function addExactly(read: (limbs: 1 | 2) => Promise<Tally>): Promise<Tally> {
  const plain = await read(1);
  if (plain.isExact()) return plain;
  const split = await read(2);
  if (!split.isExact()) throw sumTooLarge();
  return split;
}
