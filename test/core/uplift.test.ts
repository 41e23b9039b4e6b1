import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { sumNumbers } from '../../src/core/ledger.ts';
import { readFixture, returning, spend } from './helper.ts';

const first = [
  spend('2024-01', 'non_member', 100, 70),
  spend('2024-01', 'newcomer', 100, 100),
  spend('2024-01', 'active', 0, 0),
];
const now = (active: number, nonMember: number) => [
  ...first,
  spend('2024-02', 'non_member', 100, nonMember),
  spend('2024-02', 'active', 1750, active),
];
const activeNow = (active: number, nonMember: number, options = {}) =>
  calculateRoi({ costs: [], spend: now(active, nonMember) }, options).periods[1]?.cohorts.active;

describe('uplift', () => {
  test('100 → 130 while non-members went 70 → 80 is 20 each', () => {
    expect(activeNow(130, 80)).toMatchObject({ people: 1750, spendPerPerson: 130, uplift: 20, return: 35_000 });
  });

  test('what non-members did anyway is no uplift', () => {
    expect(activeNow(110, 80)).toMatchObject({ people: 1750, spendPerPerson: 110, uplift: 0, return: 0 });
  });

  test('one below zero stays below zero', () => {
    expect(activeNow(95, 80)).toMatchObject({ people: 1750, spendPerPerson: 95, uplift: -15, return: -26_250 });
  });

  test('the margin takes from the return, not from the uplift', () => {
    expect(activeNow(130, 80, { margin: 0.4 })).toMatchObject({
      people: 1750,
      spendPerPerson: 130,
      uplift: 20,
      return: 14_000,
    });
    expect(activeNow(95, 80, { margin: 0 })?.return).toBe(0);
  });

  test('refunds may outweigh purchases', () => {
    expect(activeNow(-10, 80)?.uplift).toBe(-120);
  });
});

describe('a cohort of nobody', () => {
  test('has no spending per person and no uplift, and returns nothing', () => {
    const { periods } = calculateRoi({ costs: [], spend: now(130, 80) });
    expect(periods[0]?.cohorts.active).toMatchObject({ people: 0, spendPerPerson: null, uplift: null, return: 0 });
  });

  test('counts as nobody before its first row, and is left out where it never has one', () => {
    const cells = [...returning('2024-01', [10, 20, 30]), spend('2024-03', 'lurker', 50, 39)];
    const { periods, returnsBySource } = calculateRoi({ costs: [], spend: cells });
    expect(periods.map(({ cohorts }) => cohorts.lurker?.people)).toEqual([0, 0, 50]);
    expect(returnsBySource).toEqual({ active: 60, lurker: -50 });
    const without = calculateRoi({ costs: [], spend: returning('2024-01', [10, 20]) });
    expect(Object.keys(without.periods[1]?.cohorts ?? {})).toEqual(['active']);
  });
});

describe('lines', () => {
  test('a line that begins later counts as nothing spent until then, for everybody', () => {
    const on = (label: string, line: 'existing' | 'new', each: readonly [number, number, number]) => [
      spend(label, 'non_member', 100, each[0], { line }),
      spend(label, 'newcomer', 100, each[1], { line }),
      spend(label, 'active', 10, each[2], { line }),
    ];
    const cells = [
      ...on('2024-01', 'existing', [30, 40, 45]),
      ...on('2024-02', 'existing', [31, 40, 46]),
      ...on('2024-02', 'new', [2, 3, 8]),
    ];
    const { periods, returnsByLine } = calculateRoi({ costs: [], spend: cells });
    expect(periods.map(({ cohorts }) => cohorts.active)).toMatchObject([
      { people: 10, spendPerPerson: 45, uplift: 5, return: 50 },
      { people: 10, spendPerPerson: 54, uplift: 11, return: 110 },
    ]);
    expect(returnsByLine).toEqual({ existing: 100, new: 60 });
  });

  test('they add up to the return of the members', () => {
    const { returnsByLine, returnsBySource } = calculateRoi(readFixture('returns-and-rewards'));
    const members = (returnsBySource['active'] ?? 0) + (returnsBySource['lurker'] ?? 0);
    expect((returnsByLine?.existing ?? 0) + (returnsByLine?.new ?? 0)).toBeCloseTo(members, 8);
  });

  test('spending on one line alone is split by line, and spending on none is not', () => {
    const named = returning('2024-01', [10, 20]).map((cell) => ({ ...cell, line: 'existing' as const }));
    expect(calculateRoi({ costs: [], spend: named }).returnsByLine).toEqual({ existing: 30, new: 0 });
    expect(calculateRoi({ costs: [], spend: returning('2024-01', [10, 20]) }).returnsByLine).toBeNull();
  });
});

test('newcomers return nothing: those who spend most bend the yardstick, not the return', () => {
  const cells = returning('2024-01', [10, 20, 30]);
  const richer = cells.map((cell, i) =>
    cell.cohort === 'newcomer' && i > 2 ? { ...cell, spend: cell.spend * 3n } : cell,
  );
  const [plain, changed] = [cells, richer].map((spending) => calculateRoi({ costs: [], spend: spending }));
  expect(changed?.totals).toEqual(plain?.totals);
  expect(sumNumbers([10, 20, 30], { start: 0, end: 2 })).toBe(plain?.totals.return);
});
