import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { CalculationError } from '../../src/core/fault.ts';
import { collapseGroups } from '../../src/core/groups.ts';
import type { RoiInput } from '../../src/core/input.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { communities } from './arbitrary.ts';
import { returning, spend } from './helper.ts';

/** The cells, each cut into three groups of unlike size. */
const inGroups = (cells: readonly SpendCell[]): SpendCell[] =>
  [0, 7, 255].flatMap((group, i) =>
    cells.map((cell) => {
      const part = (whole: number) => (i < 2 ? Math.floor(whole / 4) : whole - 2 * Math.floor(whole / 4));
      const money = i < 2 ? cell.spend / 7n : cell.spend - 2n * (cell.spend / 7n);
      const retained = cell.retained === undefined ? {} : { retained: part(cell.retained) };
      return { ...cell, group, people: part(cell.people), spend: money, ...retained };
    }),
  );

const cells = returning('2024-01', [10, 40, -5]).map((cell) => ({ ...cell, retained: cell.people / 2 }));

test('groups add up to the cohorts that they were cut from', () => {
  expect(collapseGroups(inGroups(cells)).cells).toEqual(cells);
  expect(collapseGroups(cells)).toEqual({ cells, index: cells.map((_, i) => i), faults: [] });
});

test('people in groups have the figures of people in cohorts, and error bars besides', () => {
  const [whole, cut] = [cells, inGroups(cells)].map((spending) => calculateRoi({ costs: [], spend: spending }));
  expect(cut).toMatchObject({
    totals: { return: whole?.totals.return, interval: { method: 'jackknife' } },
    retention: whole?.retention,
  });
  expect(cut?.periods.map((row) => row.return)).toEqual(whole?.periods.map((row) => row.return));
});

test('groups at random, of few people or none, change no figure and make nothing NaN', () => {
  const withoutErrors = (result: unknown): unknown =>
    JSON.parse(
      JSON.stringify(result, (key, value: unknown) => {
        expect(typeof value === 'number' && !Number.isFinite(value), key).toBe(false);
        return OF_ERRORS.has(key) ? undefined : value;
      }),
    );
  const cutAtRandom = ({ spend: whole }: RoiInput) =>
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 }).map((shares) =>
      whole.flatMap((cell, i) => {
        const part = Math.floor(cell.people * shares[cell.period.index % shares.length]!);
        const [group, paid] = [i % 3, (cell.spend / 3n) * BigInt(i % 2)];
        const first = { ...cell, group, people: part, spend: paid };
        return [first, { ...cell, group: group + 7, people: cell.people - part, spend: cell.spend - paid }];
      }),
    );
  const cut = communities.chain((input) => cutAtRandom(input).map((spending) => ({ input, spending })));
  fc.assert(
    fc.property(cut, ({ input, spending }) => {
      const plain = { ...input, spend: input.spend.map(({ retained: _, ...cell }) => cell) };
      const grouped = { ...input, spend: spending.map(({ retained: _, ...cell }) => cell) };
      expect(withoutErrors(calculateRoi(grouped))).toEqual(withoutErrors(calculateRoi(plain)));
    }),
  );
});

const OF_ERRORS = new Set(['interval', 'intervalReason', 'uncertainty', 'verdict', 'caveats']);

test('how many were retained is unknown where a group does not say it', () => {
  const [first, ...others] = inGroups(cells);
  const { retained: _, ...silent } = first!;
  expect(collapseGroups([silent, ...others]).cells[0]).not.toHaveProperty('retained');
});

describe('faults stand at the cells of the input', () => {
  const faultsOf = (spending: readonly SpendCell[]) => {
    try {
      return calculateRoi({ costs: [], spend: spending }).verdict;
    } catch (error) {
      if (error instanceof CalculationError) return error.faults;
      throw error;
    }
  };
  const grouped = inGroups(cells);

  test('a group twice', () => {
    expect(faultsOf([...grouped, grouped[5]!])).toEqual([
      { code: 'CELL_DUPLICATE', period: '2024-02', cohort: 'active', cell: grouped.length, otherCell: 5 },
    ]);
  });

  test('a cell without a group beside those that have one', () => {
    const byCohort = cells.flatMap((_, i) => [0, 1, 2].map((group) => grouped[group * cells.length + i]!));
    expect(faultsOf([...byCohort, spend('2024-02', 'non_member', 3, 30)])).toEqual([
      { code: 'GROUP_MISSING', period: '2024-02', cohort: 'non_member', cell: byCohort.length, otherCell: 9 },
    ]);
  });

  test('a cohort that is missing', () => {
    const without = grouped.filter(({ cohort, period }) => cohort !== 'active' || period.index !== 2024 * 12 + 1);
    expect(faultsOf(without)).toEqual([{ code: 'COHORT_ROW_MISSING', period: '2024-02', cohort: 'active', cell: 3 }]);
  });
});
