import { expect, test } from 'vitest';
import { COHORTS } from '../../../src/core/cohort.ts';
import { GROUPS } from '../../../src/core/groups.ts';
import { cellOf, live } from './community.ts';
import { drawPlan, SPENDING } from './plan.ts';
import { generator } from './random.ts';
import { expectedMeans, trueReturn } from './truth.ts';

test('a plan of which everything is known leads many people to the means that are expected of it', () => {
  const random = generator(1);
  const plan = drawPlan(random, SPENDING.groceries, 12);
  const { people, cents, squares } = live(plan, 60_000, random);
  const deviations = expectedMeans(plan).flatMap((cohorts, at) =>
    COHORTS.map((_, cohort) => {
      const sum = (series: Iterable<number>) =>
        [...series].slice(cellOf(at, cohort, 0), cellOf(at, cohort, GROUPS)).reduce((total, value) => total + value, 0);
      const [n, spent, squared] = [sum(people), sum(cents), sum(squares)];
      const se = Math.sqrt((squared / n - (spent / n) ** 2) / n);
      return (spent / n - 100 * cohorts[cohort]!) / se;
    }),
  );
  expect(deviations).toHaveLength(48);
  // One in 16,000 normal deviates is larger than 4.
  expect(Math.max(...deviations.map(Math.abs))).toBeLessThan(4);
  const meanSquare = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0) / deviations.length;
  expect(meanSquare).toBeGreaterThan(0.4);
  expect(meanSquare).toBeLessThan(1.8);
});

test('the true return is that of the formula: 100 newcomers at 100, 1,750 active at 130, non-members 70 → 80', () => {
  const means = [
    [70, 100, 0, 0],
    [80, 110, 0, 130],
  ];
  const people = [
    [500, 100, 0, 0],
    [500, 50, 0, 1750],
  ];
  expect(trueReturn(means, people, 'first', 0.5)).toBeCloseTo(17_500, 9);
  expect(trueReturn(means, people, 'all', 1)).toBeCloseTo(35_000, 9);
});
