import { GROUPS } from '../groups.ts';
import type { AttendeeCell, EventSums } from './sums.ts';

/** People and what they spent in each part, of everybody and without each jackknife group. */
export interface Around {
  readonly people: number;
  /** How many attended again within the days after; 0 where nobody attended at all. */
  readonly again: number;
  readonly byGroup: Int32Array;
  /** Sums by part. */
  readonly sums: Float64Array;
  /** Sums by group and part. */
  readonly groupSums: Float64Array;
}

/** Those who never attended, around each date of the plan. */
export function othersByDate({ plan, otherSums }: EventSums): Around[] {
  const parts = plan.edges.length - 1;
  return otherSums.map(({ people: byGroup, sums: groupSums }) => {
    const sums = new Float64Array(parts);
    let people = 0;
    for (let group = 0; group < GROUPS; group++) {
      people += byGroup[group]!;
      for (let part = 0; part < parts; part++) sums[part]! += groupSums[group * parts + part]!;
    }
    return { people, again: 0, byGroup, sums, groupSums };
  });
}

/** Some attendees around each date that has any, by its place in the plan. */
export type Attendees = ReadonlyMap<number, Around>;

export function attendeesByDate(cells: readonly AttendeeCell[], { plan, attendeeSums }: EventSums): Attendees {
  const parts = plan.edges.length - 1;
  const dates = new Map<number, ReturnType<typeof nobody>>();
  for (const { at, group, people, again, nth } of cells) {
    const own = dates.get(at) ?? nobody(parts);
    dates.set(at, own);
    own.people += people;
    own.again += again;
    own.byGroup[group]! += people;
    for (let part = 0; part < parts; part++) {
      const amount = attendeeSums[nth * parts + part]!;
      own.sums[part]! += amount;
      own.groupSums[group * parts + part]! += amount;
    }
  }
  return new Map([...dates].sort(([a], [b]) => a - b));
}

function nobody(parts: number) {
  return {
    people: 0,
    again: 0,
    byGroup: new Int32Array(GROUPS),
    sums: new Float64Array(parts),
    groupSums: new Float64Array(GROUPS * parts),
  } satisfies Around;
}

/** Mean spending in each part: of attendees, and of the others on the same dates, weighted by attendees. */
export interface PartMeans {
  readonly attendees: Float64Array;
  readonly others: Float64Array;
}

/**
 * The means without the people of one group, or of everybody (−1). Undefined where nobody attended, or nobody is left to
 * compare with on a date.
 */
export function meansWithout(
  group: number,
  attendees: Attendees,
  others: readonly Around[],
  parts: number,
): PartMeans | undefined {
  const own = new Float64Array(parts);
  const other = new Float64Array(parts);
  let count = 0;
  for (const [at, here] of attendees) {
    const there = others[at]!;
    const people = without(here.people, here.byGroup, group);
    if (people === 0) continue;
    const compared = without(there.people, there.byGroup, group);
    if (compared === 0) return undefined;
    count += people;
    addWithout(own, 1, here, group, parts);
    addWithout(other, people / compared, there, group, parts);
  }
  if (count === 0) return undefined;
  for (let part = 0; part < parts; part++) {
    own[part]! /= count;
    other[part]! /= count;
  }
  return { attendees: own, others: other };
}

const without = (people: number, byGroup: Int32Array, group: number) => people - (group < 0 ? 0 : byGroup[group]!);

/** Adds the weighted sums of each part, without those of a group. */
function addWithout(total: Float64Array, weight: number, around: Around, group: number, parts: number): void {
  const { sums, groupSums } = around;
  const start = group * parts;
  for (let part = 0; part < parts; part++) {
    const left = group < 0 ? sums[part]! : sums[part]! - groupSums[start + part]!;
    total[part]! += weight * left;
  }
}

/** The groups that hold some of these people. */
export function groupsOf(arounds: Iterable<Around>): ReadonlySet<number> {
  const groups = new Set<number>();
  for (const { byGroup } of arounds)
    for (let group = 0; group < GROUPS; group++) if (byGroup[group]! > 0) groups.add(group);
  return groups;
}
