import { describe, expect, test } from 'vitest';
import { outcomesOf, type Person, seeded } from './people.ts';

const pay = (id: string, cohort: Person['cohort'], value: number | undefined, more: Partial<Person> = {}): Person => ({
  id,
  cohort,
  value,
  ...more,
});

describe('one period', () => {
  const people = [
    ...[31, 35, 40, 38, 36].map((value, i) => pay(`m${i}`, i < 2 ? 'lurker' : 'active', value)),
    ...[30, 28, 33, 29].map((value, i) => pay(`n${i}`, 'non_member', value)),
  ];

  test('members are everybody who joined, and each cohort stands beside them', () => {
    const [figures] = outcomesOf(people).outcomes;
    expect(figures).toMatchObject({ estimate: 'gap', difference: 6, verdict: 'better' });
    expect(figures!.members).toMatchObject({ people: 5, value: 36, events: null });
    expect(figures!.cohorts.map(({ cohort, difference }) => [cohort, difference])).toEqual([
      ['lurker', 3],
      ['active', 8],
    ]);
  });

  test('a cohort that was not chosen is neither a member nor a non-member', () => {
    const [figures] = outcomesOf(people, { options: { members: ['active'] } }).outcomes;
    expect(figures!.members.people).toBe(3);
    expect(figures!.nonMembers.people).toBe(4);
  });

  test('the order of the people changes nothing', () => {
    const [there] = outcomesOf(people).outcomes;
    const [back] = outcomesOf([...people].reverse()).outcomes;
    expect(back!.difference).toBeCloseTo(there!.difference!, 12);
    expect(back!.p).toBeCloseTo(there!.p!, 12);
  });

  test('people without a value are left out and counted', () => {
    const result = outcomesOf([...people, pay('m9', 'active', undefined), pay('n9', 'non_member', undefined)]);
    expect(result.outcomes[0]).toMatchObject({ missing: 2, difference: 6 });
    expect(result.people).toEqual({ members: 6, nonMembers: 5 });
  });

  test('without a direction there is a difference and no verdict', () => {
    const result = outcomesOf(people, { outcome: { direction: null } });
    expect(result.outcomes[0]).toMatchObject({ difference: 6, verdict: null, adjustment: 'benjamini-hochberg' });
    expect(result.verdictReason).toContain('--higher');
  });

  test('a side of fewer people than may be shown has no figures', () => {
    const [figures] = outcomesOf(people, { options: { minPeople: 5 } }).outcomes;
    expect(figures).toMatchObject({ difference: null, interval: null, p: null, detectable: null, verdict: 'unclear' });
    expect(figures!.members).toMatchObject({ people: 5, value: null, interval: null });
    expect(figures!.differenceReason).toBe('fewer than 5 people on a side are not shown');
  });

  test('a group in which everybody has the same has no interval, and the reason', () => {
    const same = ['a', 'b', 'c'].flatMap((id) => [pay(`m${id}`, 'active', 5), pay(`n${id}`, 'non_member', 4)]);
    const [figures] = outcomesOf(same).outcomes;
    expect(figures).toMatchObject({ difference: 1, interval: null, verdict: 'unclear' });
    expect(figures!.intervalReason).toBe('everybody in a group has the same value');
  });

  test('shares come with counts, and with ½ where a count is 0', () => {
    const shares = Array.from({ length: 40 }, (_, i) =>
      pay(`p${i}`, i < 20 ? 'active' : 'non_member', i >= 30 ? 1 : 0),
    );
    const [figures] = outcomesOf(shares, { outcome: { kind: 'rate', direction: 'lower' } }).outcomes;
    expect([figures!.members.events, figures!.nonMembers.events]).toEqual([0, 10]);
    expect(figures!.ratio).toMatchObject({ halfAdded: true });
    expect(figures!.verdict).toBe('better');
  });
});

describe('groups', () => {
  test('a column breaks the comparison down, numbers by size', () => {
    const random = seeded(3);
    const people = Array.from({ length: 60 }, (_, i) =>
      pay(`p${i}`, i % 2 ? 'active' : 'non_member', random() + (i % 2) * (i % 3), {
        group: String([10, 9, 100][i % 3]),
      }),
    );
    const [figures] = outcomesOf(people, { options: { by: ['team'] } }).outcomes;
    expect(figures!.by[0]!.groups.map(({ group }) => group)).toEqual(['9', '10', '100']);
  });

  test('a difference that is one of who is where vanishes among people who are alike', () => {
    const random = seeded(11);
    const people = Array.from({ length: 400 }, (_, i) => {
      const isRich = i % 2 === 0;
      const isMember = random() < (isRich ? 0.8 : 0.2);
      return pay(`p${i}`, isMember ? 'active' : 'non_member', (isRich ? 100 : 20) + 10 * random(), {
        stratum: isRich ? 'rich' : 'poor',
      });
    });
    const [figures] = outcomesOf(people, { options: { within: ['country'] } }).outcomes;
    expect(figures!.difference).toBeGreaterThan(30);
    expect(Math.abs(figures!.within!.difference!)).toBeLessThan(2);
    expect(figures).toMatchObject({ verdict: 'unclear' });
    expect(figures!.unclearReason).toBe('among people who are alike the difference is not clear of 0');
  });

  test('strata with one side alone, or with a single person, are left out and counted', () => {
    const people = [
      ...[1, 2, 3].flatMap((n) => [
        pay(`a${n}`, 'active', n + 1, { stratum: 'both' }),
        pay(`b${n}`, 'non_member', n, { stratum: 'both' }),
      ]),
      pay('c1', 'active', 9, { stratum: 'members alone' }),
      pay('c2', 'active', 9, { stratum: 'single' }),
      pay('c3', 'non_member', 1, { stratum: 'single' }),
    ];
    const { within } = outcomesOf(people, { options: { within: ['town'] } }).outcomes[0]!;
    expect(within).toMatchObject({
      difference: 1,
      strata: { compared: 1, oneSided: 1, tooSmall: 1 },
      members: { compared: 3, all: 5 },
    });
  });

  test('the outcome itself is no column to compare within', () => {
    const people = [1, 2, 3].flatMap((n) => [
      pay(`a${n}`, 'active', n, { stratum: String(n) }),
      pay(`b${n}`, 'non_member', n, { stratum: String(n) }),
    ]);
    const [figures] = outcomesOf(people, { options: { within: ['pay'] } }).outcomes;
    expect(figures).toMatchObject({ within: null, withinReason: 'refused, because pay is the outcome itself' });
  });
});

test('extreme values are pulled in to quantiles that both sides share', () => {
  const people = Array.from({ length: 200 }, (_, i) =>
    pay(`p${i}`, i % 2 ? 'active' : 'non_member', i === 199 ? 1e9 : i),
  );
  const [figures] = outcomesOf(people, { options: { winsorize: 0.95 } }).outcomes;
  expect(figures!.difference).toBeGreaterThan(1e6);
  expect(figures!.winsorized).toMatchObject({ caps: [expect.closeTo(9.95, 9), expect.closeTo(189.05, 9)], capped: 20 });
  expect(Math.abs(figures!.winsorized!.difference!)).toBeLessThan(2);
});
