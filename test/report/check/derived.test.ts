import { describe, expect, test } from 'vitest';
import { derivedFrom } from '../../../src/report/check/derived.ts';

const calc = {
  window: { to: '2024-02' },
  periods: [{ cohorts: { active: { people: 900 } } }, { cohorts: { active: { people: 40 }, lurker: { people: 30 } } }],
};

describe('freshness', () => {
  test.each([
    ['2024-02-10', 0],
    ['2024-02-29', 0],
    ['2024-03-01', 1],
    ['2024-04-15', 46],
  ])('on %s data through February are %i days old', (today, days) => {
    expect(derivedFrom(calc, today).freshness).toEqual({ days });
  });

  test('counts from the end of a year that is one period', () => {
    expect(derivedFrom({ ...calc, window: { to: '2023' } }, '2024-01-31').freshness.days).toBe(31);
  });
});

test('people are those of the last period, by cohort, and of the smallest', () => {
  expect(derivedFrom(calc, '2024-03-01').people).toMatchObject({ active: 40, lurker: 30, smallest: 30 });
  expect(derivedFrom({ ...calc, periods: [{ cohorts: {} }] }, '2024-03-01').people).toMatchObject({ smallest: null });
});

test('the match is that of raw exports, and unknown with a reason without them', () => {
  expect(derivedFrom({ ...calc, match: { shareOfMembers: 0.8 } }, '2024-03-01').match).toEqual({ shareOfMembers: 0.8 });
  expect(derivedFrom(calc, '2024-03-01').matchReason).toContain('file of cohorts');
});
