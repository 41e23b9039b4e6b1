import { describe, expect, test } from 'vitest';
import type { Cohort } from '../../../src/core/cohort.ts';
import { collector } from '../../../src/core/outcomes/collect.ts';
import { comparedPeriods } from '../../../src/core/outcomes/periods.ts';
import { year } from '../../../src/core/period.ts';
import { earnings } from '../members/side.ts';

const known = (all: Readonly<Record<number, readonly Cohort[]>>) =>
  Object.entries(all).map(([when, cohorts]) => ({ period: year(Number(when)), cohorts: new Set(cohorts) }));
const chosen = (all: Readonly<Record<number, readonly Cohort[]>>, choice = {}) =>
  comparedPeriods(known(all), choice).map(({ index }) => index);

describe('an outcome is compared in', () => {
  const waves = { 2020: [], 2021: ['active'], 2022: ['active', 'non_member'], 2023: ['lurker', 'non_member'] } as const;

  test('the first and the last period in which members and non-members have it', () => {
    expect(chosen({ ...waves, 2024: ['active'] })).toEqual([2022, 2023]);
  });

  test('the periods that were chosen, whoever has it there', () => {
    expect(chosen(waves, { before: year(2021), after: year(2022) })).toEqual([2021, 2022]);
    expect(chosen(waves, { after: year(2022) })).toEqual([2022, 2022]);
  });

  test('the first and the last in which anybody has it, where it is known of one side alone', () => {
    expect(chosen({ 2021: [], 2022: ['active'], 2023: ['active'], 2024: [] })).toEqual([2022, 2023]);
  });
});

describe('an outcome that was asked in other periods than the rest of the file', () => {
  test('is a change between its own periods, by person', () => {
    const sums = collector({ keepValues: false, within: [] });
    const add = (person: string, cohort: Cohort, when: number, values: (number | undefined)[]) =>
      sums.add({ person, cohort, period: year(when), groups: [], strata: [], values, counts: [] });
    for (const person of ['a', 'b', 'c', 'd']) {
      const cohort = person < 'c' ? 'active' : 'non_member';
      add(person, cohort, 2022, [10, undefined]);
      add(person, cohort, 2023, [12, 7]);
      add(person, cohort, 2024, [undefined, 9]);
    }
    const { measured, people } = sums.finish(2);
    expect(measured).toMatchObject([
      { estimate: 'change', from: '2022', to: '2023' },
      { estimate: 'change', from: '2023', to: '2024' },
    ]);
    expect(people).toMatchObject({ active: 2, non_member: 2 });
  });

  test('is a change between its own periods, by cohort, and no raw gap of the last', () => {
    const { outcomes } = earnings([
      { period: '2021', cohort: 'active', value: 90, sd: 5 },
      { period: '2022', cohort: 'non_member', value: 100, sd: 5 },
      { period: '2022', cohort: 'active', value: 120, sd: 5 },
      { period: '2023', cohort: 'non_member', value: 110, sd: 5 },
      { period: '2023', cohort: 'active', value: 137, sd: 5 },
      { period: '2024', cohort: 'active', value: 150, sd: 5 },
    ]);
    expect(outcomes[0]).toMatchObject({ estimate: 'change', from: '2022', to: '2023', difference: 7 });
  });
});
