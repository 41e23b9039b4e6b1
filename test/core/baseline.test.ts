import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { CalculationError } from '../../src/core/fault.ts';
import type { BaselineChoice } from '../../src/core/input.ts';
import { period, spend } from './helper.ts';

/** Newcomers: 100, 300 and 0 of them, and 200 who spend 12, 20 and 6 beyond non-members. */
const cells = [
  spend('2024-01', 'non_member', 1000, 30),
  spend('2024-01', 'newcomer', 100, 42),
  spend('2024-01', 'active', 10, 60),
  spend('2024-02', 'non_member', 1000, 32),
  spend('2024-02', 'newcomer', 300, 52),
  spend('2024-02', 'active', 10, 60),
  spend('2024-03', 'non_member', 1000, 34),
  spend('2024-03', 'newcomer', 0, 0),
  spend('2024-03', 'active', 10, 60),
  spend('2024-04', 'non_member', 1000, 40),
  spend('2024-04', 'newcomer', 200, 46),
  spend('2024-04', 'active', 10, 60),
];

const between = (from: string, to = from): BaselineChoice => ({ from: period(from), to: period(to) });

function resultOf(baseline?: BaselineChoice, spending = cells) {
  return calculateRoi({ costs: [], spend: spending }, baseline === undefined ? {} : { baseline });
}

function faultsOf(baseline?: BaselineChoice, spending = cells) {
  try {
    return resultOf(baseline, spending).baseline;
  } catch (error) {
    if (error instanceof CalculationError) return error.faults;
    throw error;
  }
}

describe('the yardstick', () => {
  test('is the first period with spending', () => {
    const { baseline, periods } = resultOf();
    expect(baseline).toEqual({ period: '2024-01', newcomer: 42, nonMember: 30, gap: 12 });
    expect(periods.map(({ drift }) => drift)).toEqual([0, 2, 4, 10]);
    expect(periods.map(({ cohorts }) => cohorts.active?.uplift)).toEqual([18, 16, 14, 8]);
  });

  test('is another period, even a later one', () => {
    const { baseline, periods } = resultOf(between('2024-02'));
    expect(baseline).toEqual({ period: '2024-02', newcomer: 52, nonMember: 32, gap: 20 });
    expect(periods.map(({ cohorts }) => cohorts.active?.uplift)).toEqual([10, 8, 6, 0]);
  });

  test('weights the periods of a range by their newcomers', () => {
    expect(resultOf(between('2024-01', '2024-02')).baseline).toEqual({
      period: '2024-01..2024-02',
      newcomer: 49.5,
      nonMember: 31.5,
      gap: 18,
    });
  });

  test('passes over periods without newcomers', () => {
    expect(resultOf(between('2024-02', '2024-03')).baseline).toEqual({
      period: '2024-02..2024-03',
      newcomer: 52,
      nonMember: 32,
      gap: 20,
    });
  });

  test('is that of all newcomers: (100×12 + 300×20 + 200×6) ÷ 600 = 14', () => {
    const { baseline } = resultOf('all');
    expect(baseline.period).toBe('all');
    expect(baseline.newcomer).toBeCloseTo((100 * 42 + 300 * 52 + 200 * 46) / 600, 12);
    expect(baseline.nonMember).toBeCloseTo((100 * 30 + 300 * 32 + 200 * 40) / 600, 12);
    expect(baseline.gap).toBeCloseTo(14, 12);
  });

  test('a coarser period means all of its own', () => {
    const { baseline } = resultOf(between('2024-Q1'));
    expect(baseline).toEqual({ ...resultOf(between('2024-01', '2024-03')).baseline, period: '2024-01..2024-03' });
  });

  test('lines have one each, and the lines make the whole', () => {
    const split = (line: 'existing' | 'new', newcomer: number, nonMember: number) => [
      spend('2024-01', 'non_member', 1000, nonMember, { line }),
      spend('2024-01', 'newcomer', 100, newcomer, { line }),
      spend('2024-01', 'active', 10, 50, { line }),
    ];
    const { baseline, returnsByLine } = resultOf(undefined, [...split('existing', 40, 30), ...split('new', 2, 5)]);
    expect(baseline).toEqual({ period: '2024-01', newcomer: 42, nonMember: 35, gap: 7 });
    expect(returnsByLine).toEqual({ existing: (50 - 30 - 10) * 10, new: (50 - 5 + 3) * 10 });
  });
});

describe('a yardstick that is not there', () => {
  test('newcomers are missing where it is taken, and a period that has some is named', () => {
    expect(faultsOf(between('2024-03'))).toEqual([
      { code: 'BASELINE_WITHOUT_NEWCOMERS', period: '2024-03', instead: '2024-01' },
    ]);
  });

  test('newcomers are missing everywhere', () => {
    const without = cells.filter(({ cohort }) => cohort !== 'newcomer');
    expect(faultsOf(undefined, without)).toEqual([{ code: 'BASELINE_WITHOUT_NEWCOMERS', period: '2024-01' }]);
    expect(faultsOf('all', without)).toEqual([{ code: 'BASELINE_WITHOUT_NEWCOMERS', period: '2024-01' }]);
  });

  test('it lies outside spending, wholly or in part, and what there is is named', () => {
    const outside = { code: 'BASELINE_OUTSIDE_SPEND', instead: '2024-01..2024-04' };
    expect(faultsOf(between('2023-12'))).toEqual([{ ...outside, period: '2023-12' }]);
    expect(faultsOf(between('2024-03', '2024-05'))).toEqual([{ ...outside, period: '2024-05' }]);
    expect(faultsOf(between('2024'))).toEqual([{ ...outside, period: '2024' }]);
  });

  test('it is shorter than a period of spending', () => {
    const quarterly = [
      spend('2024-Q1', 'non_member', 10, 30),
      spend('2024-Q1', 'newcomer', 10, 42),
      spend('2024-Q1', 'active', 10, 42),
    ];
    expect(faultsOf(between('2024-02'), quarterly)).toEqual([{ code: 'BASELINE_UNIT', period: '2024-02' }]);
    expect(faultsOf(between('2024-01', '2024-02'), quarterly)).toEqual([{ code: 'BASELINE_UNIT', period: '2024-01' }]);
    expect(faultsOf(between('2024-01', '2024-03'), quarterly)).toMatchObject({ period: '2024-Q1', gap: 12 });
  });
});
