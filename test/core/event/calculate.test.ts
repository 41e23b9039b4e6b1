import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateEvent, type EventMethod } from '../../../src/core/event/calculate.ts';
import { planOf } from '../../../src/core/event/plan.ts';
import type { EventSums, OtherSums } from '../../../src/core/event/sums.ts';
import { GROUPS } from '../../../src/core/groups.ts';

const METHOD: EventMethod = {
  days: 2,
  outcome: 'amount',
  population: 'known',
  clean: false,
  direction: 'higher',
  minPeople: 1,
};
const PLAN = planOf([10, 20], 0, 40, 2);
const DAYS = 6;

interface Person {
  /** Place of the date of the first event; missing for whoever never attended. */
  readonly at?: number;
  readonly group: number;
  /** What they spent in each of the six days: two earlier, two before, two after. */
  readonly days: readonly number[];
  readonly events?: readonly number[];
}

/** People as the sums of an event study; those who never attended are beside each date with the same figures. */
function sumsOf(people: readonly Person[], events: readonly string[] = []): EventSums {
  const attendees = people.filter(({ at }) => at !== undefined);
  return {
    plan: PLAN,
    first: 0,
    last: 40,
    events,
    attendance: {
      rows: attendees.length,
      people: attendees.length,
      compared: attendees.length,
      tooEarly: 0,
      tooLate: 0,
      unseen: 0,
      newcomers: 0,
      again: 0,
    },
    others: people.length - attendees.length,
    future: 0,
    attendeeCells: attendees.map(({ at, group, events: own = [] }, nth) => ({
      at: at!,
      events: own,
      group,
      people: 1,
      again: 0,
      nth,
    })),
    attendeeSums: Float64Array.from(attendees.flatMap(({ days }) => days)),
    otherSums: PLAN.dates.map(() => othersOf(people.filter(({ at }) => at === undefined))),
  };
}

function othersOf(people: readonly Person[]): OtherSums {
  const own = { people: new Int32Array(GROUPS), sums: new Float64Array(GROUPS * DAYS) };
  for (const { group, days } of people) {
    own.people[group]! += 1;
    for (const [day, amount] of days.entries()) own.sums[group * DAYS + day]! += amount;
  }
  return own;
}

const flat = (group: number, before: number, after = before, earlier = before, at?: number): Person => ({
  ...(at === undefined ? {} : { at }),
  group,
  days: [earlier / 2, earlier / 2, before / 2, before / 2, after / 2, after / 2],
});

describe('an event study', () => {
  test('is what attendees changed by, less what the others changed by', () => {
    const people = [flat(1, 10, 30, 10, 0), flat(2, 20, 30, 10, 0), flat(3, 5, 8), flat(4, 7, 8)];
    const { pooled } = calculateEvent(sumsOf(people), METHOD);
    expect(pooled.change?.difference).toBe(15 - 2);
    expect(pooled.placebo?.difference).toBe(5);
    expect(pooled.beyondPlacebo?.difference).toBe(8);
    expect(pooled.levels).toEqual({
      attendees: { placebo: 10, before: 15, after: 30 },
      neverAttended: { placebo: 6, before: 6, after: 8 },
    });
  });

  test('weights dates by their attendees', () => {
    const people = [flat(1, 10, 16, 10, 0), flat(2, 10, 16, 10, 0), flat(3, 10, 10, 10, 1), flat(4, 5), flat(5, 5)];
    expect(calculateEvent(sumsOf(people), METHOD).pooled.change?.difference).toBe(4);
  });

  test('counts somebody who came to two events on the day once in all, and once in each', () => {
    const both = { ...flat(1, 10, 16, 10, 0), events: [0, 1] };
    const people = [both, { ...flat(2, 10, 12, 10, 0), events: [1] }, flat(3, 5), flat(4, 5)];
    const { pooled, events } = calculateEvent(sumsOf(people, ['a', 'b']), METHOD);
    expect(pooled.attendees).toBe(2);
    expect(events.map(({ event, attendees, change }) => [event, attendees, change?.difference])).toEqual([
      ['b', 2, 4],
      ['a', 1, 6],
    ]);
  });

  test('has no interval where all attendees fall into one group, or all who are compared do', () => {
    const one = calculateEvent(sumsOf([flat(1, 1, 2, 1, 0), flat(1, 1, 4, 1, 0), flat(2, 1), flat(3, 1)]), METHOD);
    expect(one.pooled.change).toMatchObject({ interval: null, intervalReason: 'all attendees fall into one group' });
    const other = calculateEvent(sumsOf([flat(1, 1, 2, 1, 0), flat(2, 1, 4, 1, 0), flat(3, 1), flat(3, 2)]), METHOD);
    expect(other.pooled.change?.intervalReason).toMatch(/one group of them is all who never attended/);
    const same = calculateEvent(sumsOf([flat(1, 1, 2, 1, 0), flat(2, 1, 2, 1, 0), flat(3, 1), flat(4, 1)]), METHOD);
    expect(same.pooled.change?.intervalReason).toBe('everybody changed by the same');
  });

  test('leaves out dates with too few people to compare with, and counts who is lost with them', () => {
    const people = [flat(1, 1, 2, 1, 0), flat(2, 1, 2, 1, 1), flat(3, 1), flat(4, 1)];
    const { attendance, pooled } = calculateEvent(sumsOf(people), { ...METHOD, minPeople: 3 });
    expect(attendance).toMatchObject({ compared: 0, incomparable: 2 });
    expect(pooled).toMatchObject({ change: null, changeReason: 'nobody who attended can be compared' });
  });

  const person = fc.record({
    at: fc.constantFrom(0, 1, undefined, undefined),
    group: fc.nat(255),
    days: fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 6, maxLength: 6 }),
  }) as fc.Arbitrary<Person>;
  const people = fc.array(person, { minLength: 12, maxLength: 40 });

  test('gives the same bytes whatever the unit of the amounts is, but for the unit', () => {
    fc.assert(
      fc.property(people, (own) => {
        const [small, large] = [1, 1024].map((factor) =>
          calculateEvent(sumsOf(own.map((one) => ({ ...one, days: one.days.map((x) => x * factor) }))), METHOD),
        );
        expect(large!.verdict).toBe(small!.verdict);
        expect((large!.pooled.change?.difference ?? 0) / 1024).toBe(small!.pooled.change?.difference ?? 0);
      }),
    );
  });

  test('does not change when everybody spends so much more in each day of all windows', () => {
    fc.assert(
      fc.property(people, (own) => {
        const more = own.map((one) => ({ ...one, days: one.days.map((x) => x + 500) }));
        const [a, b] = [own, more].map((one) => calculateEvent(sumsOf(one), METHOD).pooled.change?.difference ?? 0);
        expect(b).toBeCloseTo(a!, 6);
      }),
    );
  });

  test('is the change less the placebo beyond it, and never better where the placebo is clear of 0', () => {
    fc.assert(
      fc.property(people, fc.constantFrom('higher' as const, 'lower' as const), (own, direction) => {
        const { pooled, verdict } = calculateEvent(sumsOf(own), { ...METHOD, direction });
        if (pooled.change === null) return;
        const { change, placebo, beyondPlacebo } = pooled;
        expect(beyondPlacebo!.difference).toBeCloseTo(change.difference - placebo!.difference, 6);
        const [low, high] = placebo!.interval?.difference ?? [0, 0];
        if (low > 0 || high < 0) expect(verdict).toBe('unclear');
      }),
    );
  });
});
