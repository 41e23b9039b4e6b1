import { describe, expect, test } from 'vitest';
import { collector } from '../../../src/core/outcomes/collect.ts';
import { year } from '../../../src/core/period.ts';
import { outcomesOf, type Person, seeded } from './people.ts';

/** Somebody in 2022 and in 2023. */
const both = (id: string, cohort: Person['cohort'], from: number, to: number, more: Partial<Person> = {}): Person[] => [
  { id, cohort, value: from, year: 2022, ...more },
  { id, cohort, value: to, year: 2023, ...more },
];

describe('two periods of the same people', () => {
  const people = [
    ...both('a', 'active', 10, 15),
    ...both('b', 'active', 20, 24),
    ...both('c', 'lurker', 30, 33),
    ...both('d', 'non_member', 10, 11),
    ...both('e', 'non_member', 40, 42),
    ...both('f', 'non_member', 50, 50),
  ];

  test('are compared with themselves: what members changed by beyond what non-members changed by', () => {
    const [figures] = outcomesOf(people).outcomes;
    expect(figures).toMatchObject({ estimate: 'change', from: '2022', to: '2023', difference: 3, verdict: 'better' });
    expect(figures!.levels!.members).toEqual({ before: 20, after: 24 });
  });

  test('a head start is no change', () => {
    const ahead = people.map((person) =>
      person.cohort === 'non_member' ? person : { ...person, value: person.value! + 1000 },
    );
    expect(outcomesOf(ahead).outcomes[0]!.difference).toBe(3);
  });

  test('who is in one of them alone is left out and counted', () => {
    const { followed, outcomes } = outcomesOf([
      ...people,
      { id: 'x', cohort: 'active', value: 999, year: 2022 },
      { id: 'y', cohort: 'non_member', value: 999, year: 2023 },
    ]);
    expect(outcomes[0]!.difference).toBe(3);
    expect(followed).toMatchObject({
      both: { members: 3, nonMembers: 3 },
      onlyBefore: { members: 1, nonMembers: 0 },
      onlyAfter: { members: 0, nonMembers: 1 },
    });
  });

  test('who joined in between counts as a member, and is counted', () => {
    const joiner: Person[] = [
      { id: 'j', cohort: 'non_member', value: 10, year: 2022 },
      { id: 'j', cohort: 'active', value: 18, year: 2023 },
    ];
    const { followed, outcomes } = outcomesOf([...people, ...joiner]);
    expect(followed).toMatchObject({ joined: 1, left: 0 });
    expect(outcomes[0]!.members).toMatchObject({ people: 4, value: 5 });
  });

  test('of more than two periods the first and the last are compared, or those that are chosen', () => {
    const later = [
      ...people,
      ...people
        .filter(({ year: when }) => when === 2023)
        .map((person) => ({ ...person, year: 2024, value: person.value! + 100 })),
    ];
    expect(outcomesOf(later).outcomes[0]).toMatchObject({ from: '2022', to: '2024', difference: 3 });
    const chosen = outcomesOf(later, { collect: { before: year(2023), after: year(2024) } }).outcomes[0];
    expect(chosen).toMatchObject({ from: '2023', to: '2024', difference: 0 });
  });

  test('an outcome that is known in one period alone is shown as a gap of that period', () => {
    const once = people.map((person) => (person.year === 2022 ? { ...person, value: undefined } : person));
    expect(outcomesOf(once).outcomes[0]).toMatchObject({ estimate: 'gap', from: '2023', to: '2023' });
  });

  test('a column that holds what the change starts from is refused, under whichever name', () => {
    const named = people.map((person) => {
      const start = people.find(({ id, year: when }) => id === person.id && when === 2022)!.value;
      return { ...person, stratum: String(start) };
    });
    const { within, withinReason } = outcomesOf(named, { options: { within: ['pay last year'] } }).outcomes[0]!;
    expect(within).toBeNull();
    expect(withinReason).toMatch(/^refused, because pay last year is what the change starts from/);
  });

  test.each([
    ['as money', (start: number) => `€${start}.00`, true],
    ['in classes', (start: number) => (start < 25 ? 'low' : 'high'), false],
    ['as a name of each', (_: number, id: string) => id, false],
  ] as const)('a column that holds it %s is refused only where it says the same', (_, label, isRefused) => {
    // Two people began with 10, so that they share a label.
    const named = people.map((person) => {
      const start = people.find(({ id, year: when }) => id === person.id && when === 2022)!.value!;
      return { ...person, stratum: label(start, person.id) };
    });
    const { withinReason = '' } = outcomesOf(named, { options: { within: ['start'] } }).outcomes[0]!;
    expect(withinReason.startsWith('refused')).toBe(isRefused);
  });

  test('chance alone would have looked like an effect among those who began alike', () => {
    // Members are better by nature, nobody changes, and each measurement errs: the noise of the first one falls back.
    const random = seeded(5);
    const noise = () => (random() + random() + random() - 1.5) * 8;
    const still = Array.from({ length: 3000 }, (_, i) => {
      const isMember = i % 2 === 0;
      const nature = (isMember ? 20 : 10) + noise();
      const [before, after] = [Math.round(nature + noise()), Math.round(nature + noise())];
      return both(`p${i}`, isMember ? 'active' : 'non_member', before, after, {
        stratum: `about ${2 * Math.round(before / 2)}`,
      });
    }).flat();
    const [figures] = outcomesOf(still, { options: { within: ['start'] } }).outcomes;
    const { interval } = figures!;
    expect(interval!.difference[0]).toBeLessThan(0);
    expect(interval!.difference[1]).toBeGreaterThan(0);
    expect(figures!.within!.difference!).toBeGreaterThan(2);
  });
});

test('the same person twice in a period is refused', () => {
  const sums = collector({ keepValues: false, within: [] });
  const row = {
    person: 'a',
    cohort: 'active',
    period: year(2023),
    groups: [],
    strata: [],
    values: [1],
    counts: [],
  } as const;
  expect([sums.add(row), sums.add(row), sums.add({ ...row, period: year(2024) })]).toEqual([true, false, true]);
});
