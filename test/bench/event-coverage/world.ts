import type { AttendeeCell, EventSums, OtherSums } from '../../../src/core/event/sums.ts';
import { GROUPS } from '../../../src/core/groups.ts';
import { gamma, logNormal, type Random } from '../coverage/random.ts';

/** What is true in a community. */
export interface World {
  readonly name: string;
  readonly attendees: number;
  readonly others: number;
  /** What attendees spend as a multiple of what others spend, before anything else. */
  readonly ahead: number;
  /** How much more attendees spend in each window than in the one before, event or not, as a share of the first. */
  readonly drift: number;
  /** What the event adds in the window after it, as a share of the same. */
  readonly effect: number;
}

const DATES = 6;
/** Mean spending of somebody who never attends, in a window. */
const MEAN = 100;
const WINDOWS = [-91, -46, -1, 44];

/** A made-up community as the sums of an event study, and the true change of its attendees. */
export function sumsOf(world: World, random: Random): { readonly sums: EventSums; readonly truth: number } {
  const { attendees, others, ahead, drift, effect } = world;
  const attendeeSums = new Float64Array(attendees * 3);
  const attendeeCells = Array.from({ length: attendees }, (_, nth): AttendeeCell => {
    const at = Math.floor(random() * DATES);
    const group = Math.floor(random() * GROUPS);
    const own = spending(random, (window) => ahead * (1 + drift * window + (window === 2 ? effect : 0)));
    attendeeSums.set(own, 3 * nth);
    return { at, events: [], group, people: 1, again: 0, nth };
  });
  // The same people stand beside every date; seasons move both sides.
  const compared = Array.from({ length: others }, () => {
    const group = Math.floor(random() * GROUPS);
    const years = personOf(random);
    return { group, windows: Array.from({ length: DATES + 2 }, () => years(random)) };
  });
  const otherSums = Array.from({ length: DATES }, (_, at): OtherSums => {
    const own = { people: new Int32Array(GROUPS), sums: new Float64Array(GROUPS * 3) };
    for (const { group, windows } of compared) {
      own.people[group]! += 1;
      for (let part = 0; part < 3; part++) own.sums[group * 3 + part]! += windows[at + part]!;
    }
    return own;
  });
  return { sums: { ...FRAME, attendeeCells, attendeeSums, otherSums }, truth: MEAN * ahead * (drift + effect) };
}

const FRAME: Omit<EventSums, 'attendeeCells' | 'attendeeSums' | 'otherSums'> = {
  plan: { days: 45, lead: 90, step: 7, edges: WINDOWS, dates: Array.from({ length: DATES }, (_, at) => 100 + 45 * at) },
  first: 0,
  last: 1000,
  events: [],
  attendance: { rows: 0, people: 0, compared: 0, tooEarly: 0, tooLate: 0, unseen: 0, newcomers: 0, again: 0 },
  others: 0,
  future: 0,
};

function spending(random: Random, factor: (window: number) => number): number[] {
  const person = personOf(random);
  return [0, 1, 2].map((window) => factor(window) * person(random));
}

/** Somebody's spending in a window: people differ, a third of the windows hold nothing, and the rest is skewed. */
function personOf(random: Random): (random: Random) => number {
  const level = MEAN * gamma(random, 2);
  return (of) => (of() < 1 / 3 ? 0 : 1.5 * level * logNormal(of, 0.6));
}
