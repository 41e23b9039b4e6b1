import type { EventPlan } from '../core/event/plan.ts';
import type { AttendeeCell, OtherCell } from '../core/event/sums.ts';
import { GROUPS } from '../core/groups.ts';
import { sumTooLarge } from '../errors/engine.ts';

/** Attendees of one date, who came to the same events on it. */
export interface Party {
  /** Place in the dates of the plan. */
  readonly at: number;
  /** Places in the names of the events. */
  readonly events: readonly number[];
}

/** People of a party and group: their place is the number of the party times the number of groups, plus the group. */
export interface PartyPeople {
  readonly place: number;
  readonly people: number;
  readonly again: number;
}

/** So many people of a group would be compared at an event on this day or later. */
export interface OtherPeople {
  readonly group: number;
  readonly day: number;
  readonly people: number;
}

/** Sums of transactions, column by column. */
export interface Spending {
  /** As for people; those who never attended have the places below 0, as if of party −1. */
  readonly place: Float64Array;
  /**
   * Days from the first that counts to the transaction, times `mostDays`; plus 1 and the days from being known to the
   * transaction, where they matter.
   */
  readonly moment: Float64Array;
  readonly mostDays: number;
  /** The sum in smallest units: the lowest digits first. */
  readonly limbs: readonly Float64Array[];
}

/** Numbers up to which doubles are whole. */
const EXACT = 2 ** 53;

/** Whether all sums of these numbers are exact. */
export function addsUpExactly({ limbs }: Spending): boolean {
  return limbs.every((limb) => limb.reduce((sum, value) => sum + Math.abs(value), 0) < EXACT);
}

/** Sums in limbs as amounts in currency units, each rounded once. */
function inUnits(limbs: readonly Float64Array[], { scale, limb }: Scale): Float64Array {
  const [low, high] = limbs;
  if (high === undefined) return low!.map((value) => value / scale);
  return low!.map((value, at) => Number(BigInt(high[at]!) * BigInt(limb) + BigInt(value)) / scale);
}

/** How sums are written in numbers. */
export interface Scale {
  /** Smallest units of a currency unit. */
  readonly scale: number;
  /** What the second limb counts. */
  readonly limb: number;
}

/** What each party and group spent in each part. */
export function attendeeCells(
  plan: EventPlan,
  parties: readonly Party[],
  people: readonly PartyPeople[],
  spending: Spending,
  scale: Scale,
): AttendeeCell[] {
  const parts = plan.edges.length - 1;
  const partOf = partByDay(plan);
  const cellAt = new Int32Array(parties.length * GROUPS);
  people.forEach(({ place }, cell) => {
    cellAt[place] = cell;
  });
  const { place, moment, mostDays } = spending;
  const added = spending.limbs.map((limb) => {
    const sums = new Float64Array(people.length * parts);
    for (let row = 0; row < limb.length; row++) {
      if (place[row]! < 0) continue;
      sums[cellAt[place[row]!]! * parts + partOf[Math.floor(moment[row]! / mostDays)]!]! += limb[row]!;
    }
    return sums;
  });
  const sums = inUnits(added, scale);
  return people.map(({ place: own, people: count, again }, cell) => {
    const { at, events } = parties[Math.floor(own / GROUPS)]!;
    const group = own % GROUPS;
    return { at, events, group, people: count, again, sums: sums.subarray(cell * parts, (cell + 1) * parts) };
  });
}

/** The part that each day lies in, from the first day that is looked at on. */
function partByDay({ edges, lead, days }: EventPlan): Int32Array {
  let part = 0;
  return Int32Array.from({ length: lead + days }, (_, day) => {
    if (day - lead > edges[part + 1]!) part++;
    return part;
  });
}

/**
 * What those who never attended spent around each date, without a step for each of them and each date. Somebody known
 * since day k is compared at every date s > k + lead; a transaction on day t lies in the part that ends at edge e, or in
 * one before, where s ≥ t − e. So it is added once for each edge, at the first date for which both hold: summed over the
 * dates that gives what lies up to the edge, and from one edge to the next what lies in the part.
 */
export function otherCells(
  plan: EventPlan,
  people: readonly OtherPeople[],
  spending: Spending,
  scale: Scale,
): OtherCell[] {
  const { dates, edges } = plan;
  const parts = edges.length - 1;
  const next = nextDate(dates);
  const sums = inUnits(
    spending.limbs.map((limb) => {
      const sums = partsOfSteps(stepsOf(plan, spending, limb, next), dates.length, edges.length);
      addSettled(sums, plan, spending, limb);
      return sums;
    }),
    scale,
  );
  const added = new Int32Array(GROUPS * dates.length);
  for (const { group, day, people: count } of people) added[group * dates.length + next[day - dates[0]!]!]! += count;
  const cells: OtherCell[] = [];
  for (let group = 0; group < GROUPS; group++) {
    let count = 0;
    for (let at = 0; at < dates.length; at++) {
      const place = group * dates.length + at;
      count += added[place]!;
      if (count > 0) cells.push({ at, group, people: count, sums: sums.subarray(place * parts, (place + 1) * parts) });
    }
  }
  return cells;
}

/** Steps become sums: over the dates for each edge, and from edge to edge for each part. */
function partsOfSteps(steps: Float64Array, dates: number, edges: number): Float64Array {
  const sums = new Float64Array((steps.length / edges) * (edges - 1));
  for (let place = 0; place < steps.length / edges; place++) {
    const start = place * edges;
    if (place % dates > 0)
      for (let edge = 0; edge < edges; edge++) steps[start + edge]! += steps[start - edges + edge]!;
    for (let part = 0; part < edges - 1; part++) {
      sums[place * (edges - 1) + part] = steps[start + part + 1]! - steps[start + part]!;
    }
  }
  return sums;
}

/** Adds what is spent by people who are known at every date: from one edge to the next of sums up to each day. */
function addSettled(
  sums: Float64Array,
  { dates, edges, lead, days }: EventPlan,
  spending: Spending,
  limb: Float64Array,
) {
  const start = dates[0]! - lead;
  const length = dates.at(-1)! + days - start + 1;
  const upTo = new Float64Array(GROUPS * length);
  const { place, moment, mostDays } = spending;
  for (let row = 0; row < limb.length; row++) {
    if (place[row]! >= 0 || moment[row]! % mostDays > 0) continue;
    upTo[(place[row]! + GROUPS) * length + moment[row]! / mostDays + 1]! += limb[row]!;
  }
  for (let at = 1; at < upTo.length; at++) if (at % length > 0) upTo[at]! += upTo[at - 1]!;
  for (let own = 0, at = 0; own < GROUPS * dates.length; own++) {
    const origin = Math.floor(own / dates.length) * length + dates[own % dates.length]! - start + 1;
    for (let part = 0; part < edges.length - 1; part++) {
      sums[at++]! += upTo[origin + edges[part + 1]!]! - upTo[origin + edges[part]!]!;
    }
  }
}

/** What people who are known later add at each date, by group, date and edge. */
function stepsOf({ dates, edges, lead }: EventPlan, spending: Spending, limb: Float64Array, next: Int32Array) {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const steps = new Float64Array(GROUPS * dates.length * edges.length);
  const { place, moment, mostDays } = spending;
  for (let row = 0; row < limb.length; row++) {
    const known = moment[row]! % mostDays;
    if (place[row]! >= 0 || known === 0) continue;
    const t = first - lead + (moment[row]! - known) / mostDays;
    const earliest = Math.max(first, t - known + lead + 2);
    const start = (place[row]! + GROUPS) * dates.length;
    const value = limb[row]!;
    for (let edge = edges.length - 1; edge >= 0; edge--) {
      const from = Math.max(t - edges[edge]!, earliest);
      // The edges before this one come later still.
      if (from > last) break;
      steps[(start + next[from - first]!) * edges.length + edge]! += value;
    }
  }
  return steps;
}

/** The place of the first date on each day or after it, from the first date to the last. */
function nextDate(dates: readonly number[]): Int32Array {
  let at = 0;
  return Int32Array.from({ length: dates.at(-1)! - dates[0]! + 1 }, (_, day) => {
    while (dates[at]! - dates[0]! < day) at++;
    return at;
  });
}

/** Reads sums in one number each, and in two where that would not be exact. */
export async function readExactly(read: (limbs: 1 | 2) => Promise<Spending>): Promise<Spending> {
  const plain = await read(1);
  if (addsUpExactly(plain)) return plain;
  const split = await read(2);
  if (!addsUpExactly(split)) throw sumTooLarge();
  return split;
}
