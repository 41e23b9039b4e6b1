import { describe, expect, test } from 'vitest';
import { calculateDose } from '../../../src/core/dose/calculate.ts';
import { levelCollector } from '../../../src/core/dose/collect.ts';
import { year } from '../../../src/core/period.ts';
import { seeded } from '../outcomes/people.ts';

interface Seen {
  readonly person: number;
  readonly level: number;
  readonly value: number;
  readonly year?: number;
}

const digest = (person: number) => (Math.imul(person + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');

function doseOf(rows: readonly Seen[], lag = 0, kind: 'mean' | 'rate' = 'mean') {
  const sums = levelCollector();
  for (const { person, level, value, year: when } of rows) {
    sums.add({ person: digest(person), level, values: [value], ...(when === undefined ? {} : { period: year(when) }) });
  }
  const outcome = { name: 'pay', kind, money: false, direction: 'higher', at: 0 } as const;
  return calculateDose({ levels: sums.finish(), outcomes: [outcome] }, { lag, minPeople: 5 }).outcomes[0]!;
}

/** Talent makes people do more and earn more; what they do changes nothing but by `effect`. */
function talented(effect: number, periods: number, seed: number): Seen[] {
  const random = seeded(seed);
  return Array.from({ length: 600 }, (_, person) => {
    const talent = random();
    return Array.from({ length: periods }, (_, step) => {
      const level = Math.round(5 * talent + 3 * random());
      return { person, level, value: 100 * talent + 7 * step + effect * level + 5 * random(), year: 2020 + step };
    });
  }).flat();
}

describe('levels that rise with talent alone', () => {
  test('go with better across people, which is called across people', () => {
    const figures = doseOf(talented(0, 1, 1).map(({ year: _, ...row }) => row));
    expect(figures).toMatchObject({ basis: 'across', within: null, verdict: 'better' });
    expect(figures.slope!.interval![0]).toBeGreaterThan(5);
    expect(figures.spearman!.rho).toBeGreaterThan(0.5);
  });

  test('go with nothing within the same person, and the verdict is that of the person', () => {
    const figures = doseOf(talented(0, 3, 2));
    expect(figures).toMatchObject({ basis: 'within', verdict: 'unclear' });
    const [low, high] = figures.within!.slope.interval!;
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });
});

test('fewer people than may be shown have no slope, no rank correlation and no table', () => {
  const few = talented(2, 2, 9).slice(0, 8);
  const { slope, slopeReason, spearman, within, withinReason, levels, verdict } = doseOf(few);
  expect([slope, spearman, within]).toEqual([null, null, null]);
  expect(slopeReason).toBe('fewer than 5 people are not shown');
  expect(withinReason).toBe('fewer than 5 people have both in two neighbouring periods');
  expect(levels.every(({ value }) => value === null)).toBe(true);
  expect(verdict).toBe('unclear');
});

test('what each level brings is found within the same person, net of what everybody changed by', () => {
  const { within, verdict } = doseOf(talented(2, 3, 4));
  const [low, high] = within!.slope.interval!;
  expect(low).toBeLessThan(2);
  expect(high).toBeGreaterThan(2);
  expect(verdict).toBe('better');
  expect(within!.people).toBe(600);
});

test('a lag takes the level of an earlier period', () => {
  const random = seeded(9);
  const rows = Array.from({ length: 300 }, (_, person) => {
    const levels = Array.from({ length: 4 }, () => Math.floor(6 * random()));
    return levels.map((level, step) => ({
      person,
      level,
      value: 10 * (levels[step - 1] ?? 0) + random(),
      year: 2020 + step,
    }));
  }).flat();
  expect(doseOf(rows, 1).slope!.value).toBeCloseTo(10, 1);
  expect(doseOf(rows, 1).within!.slope.value).toBeCloseTo(10, 1);
  const [low, high] = doseOf(rows, 0).slope!.interval!;
  expect(low < 0 && high > 0).toBe(true);
});

describe('the table by level', () => {
  test('hides levels of too few people, but not from the slope', () => {
    const rows = Array.from({ length: 33 }, (_, person) => ({
      person,
      level: person < 30 ? person % 2 : 2,
      value: person,
    }));
    const { levels, people } = doseOf(rows);
    expect(levels.map(({ people: n, value }) => [n, value === null])).toEqual([
      [15, false],
      [15, false],
      [3, true],
    ]);
    expect(people).toBe(33);
  });

  test('puts neighbouring levels into one row where there are many', () => {
    const rows = Array.from({ length: 200 }, (_, person) => ({ person, level: person % 40, value: person }));
    const { levels } = doseOf(rows);
    expect(levels.length).toBeLessThanOrEqual(10);
    expect(levels.reduce((sum, { people }) => sum + people, 0)).toBe(200);
    expect([levels[0]!.from, levels.at(-1)!.to]).toEqual([0, 39]);
  });

  test('shows shares with counts, and tests their trend', () => {
    const rows = Array.from({ length: 300 }, (_, person) => ({
      person,
      level: person % 3,
      value: person % 3 === 2 && person % 2 ? 1 : 0,
    }));
    const { levels, shareTrend } = doseOf(rows, 0, 'rate');
    expect(levels.map(({ events }) => events)).toEqual([0, 0, 50]);
    expect(shareTrend!.p).toBeLessThan(0.001);
  });
});

test('where nobody changed their level there is no change within the same person, and the reason', () => {
  const rows = [1, 2, 3, 4].flatMap((person) =>
    [0, 1].map((step) => ({ person, level: person, value: person + step, year: 2020 + step })),
  );
  expect(doseOf(rows)).toMatchObject({ within: null, withinReason: "nobody's level changed", basis: 'across' });
});
