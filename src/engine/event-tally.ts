import type { EventPlan } from '../core/event/plan.ts';
import type { EventSums, OtherSums } from '../core/event/sums.ts';
import { GROUPS } from '../core/groups.ts';
import { sumTooLarge } from '../errors/engine.ts';
import { type Layout, layoutOf } from './event-layout.ts';
import { attendeeCells, type Crowd, othersByDate, type Programme } from './event-people.ts';

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
  /** Sums of those who never attended, as if they were known at every date: group, day, values. */
  addNever(rows: number, columns: readonly Column[]): void;
  /**
   * Transactions of attendees, and of those who never attended on days on which they were not known for long: place and
   * since as in `Crowd`, day, values.
   */
  addRows(rows: number, columns: readonly Column[]): void;
  attendees(scale: Scale): Pick<EventSums, 'attendeeCells' | 'attendeeSums'>;
  otherSums(scale: Scale): OtherSums[];
}

/** How sums are written in numbers. */
export interface Scale {
  /** Smallest units of a currency unit. */
  readonly scale: number;
  /** What the second limb counts. */
  readonly limb: number;
}

/** Values in so many numbers each. */
export function tallyOf(
  plan: EventPlan,
  programmes: readonly Programme[],
  crowds: readonly Crowd[],
  limbs: number,
): Tally {
  const layout = layoutOf(plan);
  const { parts } = layout;
  const { cells, cellAt } = attendeeCells(crowds, programmes);
  const all = Array.from(
    { length: limbs },
    (): Sums => ({
      attendees: new Float64Array(cells.length * parts),
      others: new Float64Array(GROUPS * layout.length),
      unknown: new Float64Array(GROUPS * plan.dates.length * parts),
    }),
  );
  return {
    addNever(rows, [group, day, ...values]) {
      for (const [limb, sums] of all.entries()) addNever(sums, layout, rows, group!, day!, values[limb]!);
    },
    addRows(rows, [place, since, day, ...values]) {
      for (const [limb, sums] of all.entries()) {
        addRows(sums, layout, cellAt, rows, place!, since!, day!, values[limb]!);
      }
    },
    attendees: (scale) => ({
      attendeeCells: cells,
      attendeeSums: inUnits(
        all.map(({ attendees }) => attendees),
        scale,
      ),
    }),
    otherSums(scale) {
      const people = othersByDate(plan, layout, crowds);
      const sums = inUnits(
        all.map((own) => sumsOfOthers(layout, own)),
        scale,
      );
      const ofDate = GROUPS * parts;
      return plan.dates.map((_, at) => ({
        people: people.subarray(at * GROUPS, (at + 1) * GROUPS),
        sums: sums.subarray(at * ofDate, (at + 1) * ofDate),
      }));
    },
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
  cellAt: Int32Array,
  rows: number,
  place: Column,
  since: Column,
  day: Column,
  values: Column,
): void {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  for (let row = 0; row < rows; row++) {
    const own = place[row]!;
    const t = day[row]!;
    const from = since[row]!;
    if (own >= 0) {
      attendees[cellAt[own]! * parts + partOf[t - from]!]! += values[row]!;
      continue;
    }
    const tooEarly = Math.min(last, from + lead);
    const nearest = Math.max(first, t - days + 1);
    if (nearest > tooEarly) continue;
    const ofGroup = (own + GROUPS) * dates.length;
    for (let at = next[nearest - first]!; dates[at]! <= tooEarly; at++) {
      unknown[(ofGroup + at) * parts + partOf[t - dates[at]! + lead]!]! += values[row]!;
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

/** By date, group and part: the difference of sums up to a day, less what does not count. */
function sumsOfOthers(
  { plan: { dates, edges }, parts, start, length }: Layout,
  { others, unknown }: Sums,
): Float64Array {
  const upTo = others.slice();
  for (let at = 1; at < upTo.length; at++) if (at % length > 0) upTo[at]! += upTo[at - 1]!;
  const sums = new Float64Array(unknown.length);
  for (let group = 0; group < GROUPS; group++) {
    for (const [at, date] of dates.entries()) {
      const origin = group * length + date - start + 1;
      const from = (group * dates.length + at) * parts;
      const to = (at * GROUPS + group) * parts;
      for (let part = 0; part < parts; part++) {
        sums[to + part] = upTo[origin + edges[part + 1]!]! - upTo[origin + edges[part]!]! - unknown[from + part]!;
      }
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
