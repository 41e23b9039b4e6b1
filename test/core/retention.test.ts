import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiOptions } from '../../src/core/input.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { period, readFixture, spend } from './helper.ts';

const split = (cells: readonly SpendCell[], options: RoiOptions = {}) => {
  const { retention, retentionReason } = calculateRoi({ costs: [], spend: cells }, options);
  return { retention, retentionReason };
};

/** Of 100 newcomers 50 stayed and spent 80 each; of 100 active members 60 stayed and spent 100 each. */
const cells = [
  spend('2024-01', 'non_member', 100, 30, { retained: 50 }),
  spend('2024-01', 'newcomer', 100, 40, { retained: 50 }),
  spend('2024-01', 'active', 100, 60, { retained: 60 }),
];

describe('the split of the uplift', () => {
  test('more stayed, and each spent more: 0.1 × 90 and 20 × 0.55 make the 20 that active members spent beyond', () => {
    const { retention } = split(cells);
    expect(retention?.retention).toBeCloseTo(0.1 * 90 * 100, 9);
    expect(retention?.spendPerRetained).toBeCloseTo(20 * 0.55 * 100, 9);
  });

  test('what non-members changed by is taken from both parts', () => {
    const later = [
      spend('2024-02', 'non_member', 100, 36, { retained: 60 }),
      spend('2024-02', 'active', 100, 40, { retained: 50 }),
    ];
    const both = split([...cells, ...later]).retention;
    const before = split(cells).retention;
    expect((both?.retention ?? 0) - (before?.retention ?? 0)).toBeCloseTo(-0.1 * 60 * 100, 9);
    expect(both?.spendPerRetained).toBeCloseTo(before?.spendPerRetained ?? 0, 9);
  });

  test.each<[string, RoiOptions]>([
    ['over the whole window', {}],
    ['at a margin', { margin: 0.35 }],
    ['from the newcomers of all periods', { baseline: 'all' }],
    ['over a part of the window', { from: period('2023-Q1'), to: period('2024-Q2') }],
  ])('adds up to the return of the members: %s', (_, options) => {
    const { retention, returnsBySource } = calculateRoi(readFixture('quarterly'), options);
    const members = (returnsBySource['active'] ?? 0) + (returnsBySource['lurker'] ?? 0);
    expect((retention?.retention ?? 0) + (retention?.spendPerRetained ?? 0)).toBeCloseTo(members, 7);
  });

  test('a period of the baseline without newcomers takes no part', () => {
    const later = [
      spend('2024-02', 'non_member', 100, 30, { retained: 50 }),
      spend('2024-02', 'newcomer', 0, 0, { retained: 0 }),
      spend('2024-02', 'active', 0, 0),
    ];
    expect(split([...cells, ...later], { baseline: 'all' })).toEqual(split(cells));
  });

  test('it adds up where spending is split by line, too', () => {
    const lines = cells.flatMap((cell) => [
      { ...cell, line: 'existing' as const, spend: (cell.spend * 3n) / 4n },
      { ...cell, line: 'new' as const, spend: cell.spend / 4n },
    ]);
    expect(split(lines)).toEqual(split(cells));
    const saidOnce = lines.map(({ retained, ...cell }) =>
      cell.line === 'existing' && retained !== undefined ? { ...cell, retained } : cell,
    );
    expect(split(saidOnce)).toEqual(split(cells));
  });
});

describe('a split that cannot be made', () => {
  const unsaid = ({ retained: _, ...cell }: SpendCell): SpendCell => cell;
  const without = (cohort: SpendCell['cohort']) => cells.map((cell) => (cell.cohort === cohort ? unsaid(cell) : cell));

  test('nobody said how many were retained', () => {
    expect(split(cells.map(unsaid))).toEqual({
      retention: null,
      retentionReason: 'spend has no column "retained"',
    });
  });

  test('the yardstick does not say it', () => {
    const reason = 'the baseline has no row, or nobody retained, for newcomers or non-members';
    expect(split(without('newcomer'))).toEqual({ retention: null, retentionReason: reason });
    expect(split(without('non_member'))).toEqual({ retention: null, retentionReason: reason });
  });

  test('a period of active members does not say it, or nobody stayed', () => {
    const reason = 'some rows of spending do not say how many were retained, or nobody was';
    expect(split(without('active'))).toEqual({ retention: null, retentionReason: reason });
    const left = cells.map((cell) => (cell.cohort === 'active' ? { ...cell, retained: 0 } : cell));
    expect(split(left)).toEqual({ retention: null, retentionReason: reason });
  });
});
