import { GROUPS } from '../core/groups.ts';

/** Attendees of one date, who came to the same events on it. */
export interface Party {
  /** Place in the dates of the plan. */
  readonly at: number;
  /** Places in the names of the events. */
  readonly events: readonly number[];
}

/** People as they are read, each by a number: what is there for one is at that place of every column. */
export interface People {
  /** The number of the party times the number of groups, plus the group; −1 is the party of those who never attended. */
  readonly place: Int32Array;
  /** Attendees: the first day that counts. Those who never attended: the day since when they are known. */
  readonly since: Int32Array;
  /** 1 for who attended again within the days after, else 0. */
  readonly again: Int32Array;
}

/** Attendees of one party and group. */
export interface PartyGroup {
  readonly party: number;
  readonly group: number;
  people: number;
  again: number;
}

/** Everybody whose transactions count, and where they do. */
export interface Watched {
  /** Two numbers for each person: the place in `cells` of an attendee, −1 − group of who never attended; and `since`. */
  readonly where: Int32Array;
  /** By party and group. */
  readonly cells: readonly Readonly<PartyGroup>[];
}

/** Puts people where their transactions count. */
export function watch(parties: number, { place, since, again }: People): Watched {
  const counted = new Int32Array(parties * GROUPS);
  for (let person = 0; person < place.length; person++) if (place[person]! >= 0) counted[place[person]!]!++;
  const cells: PartyGroup[] = [];
  const cellAt = counted.map((count, own) => {
    if (count === 0) return -1;
    return cells.push({ party: Math.floor(own / GROUPS), group: own % GROUPS, people: count, again: 0 }) - 1;
  });
  const where = new Int32Array(2 * place.length);
  for (let person = 0; person < place.length; person++) {
    const own = place[person]!;
    where[2 * person] = own >= 0 ? cellAt[own]! : -1 - GROUPS - own;
    where[2 * person + 1] = since[person]!;
    if (own >= 0) cells[cellAt[own]!]!.again += again[person]!;
  }
  return { where, cells };
}
