import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiOptions } from '../../src/core/input.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { labels, period, returning, spend } from './helper.ts';

describe('an interval that cannot be had says why', () => {
  const reason = (cells: readonly SpendCell[], options: RoiOptions = {}) => {
    const { totals, latest12, years } = calculateRoi({ costs: [], spend: cells }, options);
    expect([latest12, ...Object.values(years)].map(({ intervalReason }) => intervalReason)).toEqual(
      [latest12, ...Object.values(years)].map(() => totals.intervalReason),
    );
    expect(totals.interval === null).toBe(totals.intervalReason !== undefined);
    return totals.intervalReason;
  };
  const bare = returning('2024-01', [10, 20]);
  const spread = bare.map((cell) => ({ ...cell, spendSd: 7 }));
  const grouped = [1, 2, 3].flatMap((group) => bare.map((cell) => ({ ...cell, group })));

  test('nothing is known of single people', () => {
    expect(reason(bare)).toBe('the spending file has neither person_id nor spend_sd, and either would give them');
    expect(reason(spread)).toBeUndefined();
    expect(reason(grouped)).toBeUndefined();
  });

  test('the spread is that of each line, and lines of the same people move together', () => {
    const lines = (['existing', 'new'] as const).flatMap((line) => spread.map((cell) => ({ ...cell, line })));
    expect(reason(lines)).toBe('spending is split by line, and spend_sd is that of each line alone');
    const known = (['existing', 'new'] as const).flatMap((line) => grouped.map((cell) => ({ ...cell, line })));
    expect(reason(known)).toBeUndefined();
  });

  test.each([
    ['non_member', '2024-01'],
    ['newcomer', '2024-01'],
    ['active', '2024-01'],
    ['non_member', '2024-02'],
    ['active', '2024-02'],
  ] as const)('one group is all of %s in %s', (cohort, label) => {
    const there = (cell: SpendCell) => cell.cohort === cohort && cell.period.index === period(label).index;
    const few = grouped.filter((cell) => !there(cell) || cell.group === 2);
    expect(reason(few)).toBe(`too few people: one group of them is all of ${cohort} in ${label}`);
  });

  test('only cells that the return rests on are asked for: of newcomers, those of the baseline', () => {
    const later = (cell: SpendCell) => cell.cohort === 'newcomer' && cell.period.index % 12 === 1;
    const few = grouped.filter((cell) => !later(cell) || cell.group === 2);
    expect(reason(few)).toBeUndefined();
    expect(reason(few, { baseline: 'all' })).toBe('too few people: one group of them is all of newcomer in 2024-02');
    const blank = spread.map(({ spendSd, ...cell }) => (later(cell) ? cell : { ...cell, spendSd }));
    expect(reason(blank)).toBeUndefined();
    expect(reason(blank, { baseline: 'all' })).toBe('spend_sd is blank for newcomer in 2024-02');
  });

  test('what lies outside the window needs no error, unless it is the baseline', () => {
    const blankIn = (month: number) =>
      spread.map(({ spendSd, ...cell }) => (cell.period.index % 12 === month ? cell : { ...cell, spendSd }));
    expect(reason(blankIn(1), { to: period('2024-01') })).toBeUndefined();
    expect(reason(blankIn(0), { from: period('2024-02') })).toBe('spend_sd is blank for newcomer in 2024-01');
  });
});

test.each([
  [{ spendSd: -1 }, 'a standard deviation is 0 or more, not -1'],
  [{ spendSd: Number.NaN }, 'a standard deviation is 0 or more, not NaN'],
  [{ sampleSize: 0, spendSd: 1 }, 'a sample holds at least one person, not 0'],
  [{ group: 256 }, 'a group lies between 0 and 255, not at 256'],
  [{ group: 1.5 }, 'a group lies between 0 and 255, not at 1.5'],
])('a spread, sample or group that cannot be is refused: %o', (parts, message) => {
  const cells = returning('2024', [10]).map((cell) => ({ ...cell, ...parts }));
  expect(() => calculateRoi({ costs: [], spend: cells })).toThrow(new RangeError(message));
});

test('more periods than fifty years of months have no closed form, rather than one that takes for ever', () => {
  const cells = labels('1950-01', 601).flatMap((label) =>
    (['non_member', 'newcomer', 'active'] as const).map((cohort) => ({ ...spend(label, cohort, 10, 20), spendSd: 5 })),
  );
  expect(calculateRoi({ costs: [], spend: cells }).totals.intervalReason).toBe(
    'they are worked out for up to 600 periods',
  );
});
