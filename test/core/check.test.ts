import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { checkCells, spendTimeline } from '../../src/core/check.ts';
import { CalculationError } from '../../src/core/fault.ts';
import { money } from '../../src/core/money.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { cost, period, returning, spend } from './helper.ts';

const january = [
  spend('2024-01', 'non_member', 100, 30),
  spend('2024-01', 'newcomer', 10, 40),
  spend('2024-01', 'active', 5, 50),
];
const march = [spend('2024-03', 'non_member', 100, 30), spend('2024-03', 'active', 5, 50)];

/** Non-members and active members on both lines. */
const onLines = (label: string, lines: readonly ('existing' | 'new')[]) =>
  lines.flatMap((line) => [
    spend(label, 'non_member', 100, 30, { line }),
    spend(label, 'newcomer', 10, 30, { line }),
    spend(label, 'active', 5, 30, { line }),
  ]);

describe('cells that can be compared', () => {
  test('the timeline runs from the first period to the last, in whatever order they come', () => {
    expect(spendTimeline([...march, ...january])).toEqual({ unit: 'month', first: 2024 * 12, length: 3 });
    expect(spendTimeline([])).toBeUndefined();
  });

  test('members may come later, newcomers may stay away, a cohort may be written as nobody', () => {
    const cells = [
      ...january.slice(0, 2),
      spend('2024-02', 'non_member', 100, 30),
      spend('2024-02', 'lurker', 0, 0),
      spend('2024-03', 'lurker', 4, 35),
      ...march,
    ];
    expect(checkCells(cells)).toEqual([]);
  });

  test('a line may begin later', () => {
    expect(checkCells([...onLines('2024-01', ['existing']), ...onLines('2024-02', ['new', 'existing'])])).toEqual([]);
  });
});

describe('cells that cannot', () => {
  test('no cell at all', () => {
    expect(checkCells([])).toEqual([{ code: 'SPEND_EMPTY' }]);
  });

  test('months beside a quarter', () => {
    expect(checkCells([...january, spend('2024-Q2', 'active', 5, 50)])).toEqual([
      { code: 'UNIT_MIXED', period: '2024-Q2', cell: 3, otherCell: 0 },
    ]);
  });

  test('the same cell twice: nothing says which one counts, or whether they add up', () => {
    expect(checkCells([...january, spend('2024-01', 'active', 6, 20)])).toEqual([
      { code: 'CELL_DUPLICATE', period: '2024-01', cohort: 'active', cell: 3, otherCell: 2 },
    ]);
  });

  test('every period of a hole is named, beside the first row after it', () => {
    const cells = [...january, ...march.map((cell) => ({ ...cell, period: period('2024-04') }))];
    expect(checkCells(cells)).toEqual([
      { code: 'SPEND_HOLE', period: '2024-02', cell: 3 },
      { code: 'SPEND_HOLE', period: '2024-03', cell: 3 },
    ]);
  });

  test('a cohort that was there and is gone, or non-members that are missing', () => {
    expect(checkCells([...january, spend('2024-02', 'newcomer', 10, 40)])).toEqual([
      { code: 'COHORT_ROW_MISSING', period: '2024-02', cohort: 'non_member', cell: 3 },
      { code: 'COHORT_ROW_MISSING', period: '2024-02', cohort: 'active', cell: 3 },
    ]);
  });

  test('a period whose non-members are nobody', () => {
    const cells = [...january, spend('2024-02', 'non_member', 0, 0), spend('2024-02', 'active', 5, 50)];
    expect(checkCells(cells)).toEqual([
      { code: 'NOBODY_TO_COMPARE', period: '2024-02', cohort: 'non_member', cell: 3 },
    ]);
  });
});

describe('spending split by line', () => {
  test('a cohort lacks a line that the others have', () => {
    expect(checkCells(onLines('2024-01', ['existing', 'new']).slice(0, -1))).toEqual([
      { code: 'LINE_ROW_MISSING', period: '2024-01', cohort: 'active', line: 'new', cell: 2 },
    ]);
  });

  test('a line that had begun has a hole', () => {
    const cells = [...onLines('2024-01', ['existing', 'new']), ...onLines('2024-02', ['existing'])];
    const missing = { code: 'LINE_ROW_MISSING', period: '2024-02', line: 'new' };
    expect(checkCells(cells)).toEqual([
      { ...missing, cohort: 'non_member', cell: 6 },
      { ...missing, cohort: 'newcomer', cell: 7 },
      { ...missing, cohort: 'active', cell: 8 },
    ]);
  });

  test('some periods are split and others are not', () => {
    const cells = [...january, ...onLines('2024-02', ['existing', 'new'])];
    const missing = { code: 'LINE_ROW_MISSING', period: '2024-01' };
    expect(checkCells(cells)).toEqual(
      january.flatMap(({ cohort }, cell) => [
        { ...missing, cohort, line: 'existing', cell },
        { ...missing, cohort, line: 'new', cell },
      ]),
    );
  });

  test('the whole cohort stands beside its lines, which would count it twice', () => {
    const duplicate = { code: 'CELL_DUPLICATE', period: '2024-01' };
    expect(checkCells([...onLines('2024-01', ['existing']), ...january])).toEqual([
      { ...duplicate, cohort: 'non_member', cell: 3, otherCell: 0 },
      { ...duplicate, cohort: 'newcomer', cell: 4, otherCell: 1 },
      { ...duplicate, cohort: 'active', cell: 5, otherCell: 2 },
    ]);
  });

  test('the lines of a cohort speak of different people', () => {
    const cells = onLines('2024-01', ['existing', 'new']);
    cells[5] = { ...spend('2024-01', 'active', 6, 30, { line: 'new' }), retained: 4 };
    cells[2] = { ...spend('2024-01', 'active', 5, 30, { line: 'existing' }), retained: 5 };
    const fault = { period: '2024-01', cohort: 'active', cell: 5, otherCell: 2 };
    expect(checkCells(cells)).toEqual([
      { code: 'PEOPLE_DIFFER_BY_LINE', ...fault },
      { code: 'RETAINED_DIFFER_BY_LINE', ...fault },
    ]);
  });

  test('it is enough to say on one line how many were retained', () => {
    const [first, ...others] = onLines('2024-01', ['existing', 'new']);
    expect(checkCells([{ ...first!, retained: 90 }, ...others])).toEqual([]);
  });
});

describe('calculateRoi', () => {
  const faultsOf = (cells: readonly SpendCell[], options = {}) => {
    try {
      calculateRoi({ costs: [], spend: cells }, options);
    } catch (error) {
      if (error instanceof CalculationError) return error.faults;
      throw error;
    }
    return [];
  };

  test('names every fault at once, in the order of the periods', () => {
    const cells = [...january, january[2]!, ...march.slice(1)];
    expect(faultsOf(cells)).toEqual([
      { code: 'CELL_DUPLICATE', period: '2024-01', cohort: 'active', cell: 3, otherCell: 2 },
      { code: 'SPEND_HOLE', period: '2024-02', cell: 4 },
      { code: 'COHORT_ROW_MISSING', period: '2024-03', cohort: 'non_member', cell: 4 },
    ]);
    expect(() => calculateRoi({ costs: [], spend: cells })).toThrow(
      'CELL_DUPLICATE 2024-01 active; SPEND_HOLE 2024-02; COHORT_ROW_MISSING 2024-03 non_member',
    );
  });

  test('names a window without periods and a baseline without spending together', () => {
    const options = { from: period('2025-01'), baseline: { from: period('2023-01'), to: period('2023-01') } };
    expect(faultsOf(returning('2024-01', [1, 2]), options)).toEqual([
      { code: 'WINDOW_EMPTY', instead: '2024-01..2024-02' },
      { code: 'BASELINE_OUTSIDE_SPEND', period: '2023-01', instead: '2024-01..2024-02' },
    ]);
  });

  test('refuses a spending row that has been split in two, wherever it stands', () => {
    const cells = returning('2024-01', [10, 20, 30]);
    fc.assert(
      fc.property(fc.nat({ max: cells.length - 1 }), fc.nat({ max: 100 }), (at, part) => {
        const whole = cells[at]!;
        const halves = [
          { ...whole, spend: money(part) },
          { ...whole, spend: whole.spend - money(part) },
        ];
        const faults = faultsOf([...cells.slice(0, at), ...halves, ...cells.slice(at + 1)]);
        expect(faults.map(({ code }) => code)).toEqual(['CELL_DUPLICATE']);
      }),
    );
  });
});

describe('numbers that no file may hold', () => {
  const cells = returning('2024-01', [10]);
  const run =
    (options: object, changed: Partial<Parameters<typeof calculateRoi>[0]> = {}) =>
    () =>
      calculateRoi({ costs: [], spend: cells, ...changed }, options);

  test.each([-0.1, 1.5, 40, Number.NaN])('a margin of %s', (margin) => {
    expect(run({ margin })).toThrow(new RangeError(`a margin lies between 0 and 1, not at ${margin}`));
  });

  test.each([-1, -2, Number.NaN, Number.POSITIVE_INFINITY])('a discount rate of %s', (discountRate) => {
    expect(run({ discountRate })).toThrow(new RangeError(`a discount rate lies above −1, not at ${discountRate}`));
  });

  test.each([0, -3, Number.NaN, Number.POSITIVE_INFINITY])('a useful life of %s years', (life) => {
    const error = new RangeError(`a useful life is longer than 0 years, not ${life}`);
    expect(run({ usefulLifeYears: life })).toThrow(error);
    expect(run({}, { costs: [cost('2024-01', 'one_off', 100, { life })] })).toThrow(error);
  });

  test('a cost that ends before it begins: it would vanish', () => {
    expect(run({}, { costs: [cost('2024-01', 'staff', 100, { until: '2023-12' })] })).toThrow(
      new RangeError('a cost of 2024-01 cannot end in 2023-12'),
    );
  });

  test('fewer than no people, and a share above 1', () => {
    const negative = cells.map((cell) => ({ ...cell, people: -cell.people }));
    expect(run({}, { spend: negative })).toThrow(new RangeError('people are 0 or more, not -1000'));
    const unknown = cells.map((cell) => ({ ...cell, retained: Number.NaN }));
    expect(run({}, { spend: unknown })).toThrow(new RangeError('people retained are 0 or more, not NaN'));
    const returns = [
      { period: period('2024-01'), source: 'Ads', amount: 1n, kind: 'revenue', attribution: 20 } as const,
    ];
    expect(run({}, { returns })).toThrow(new RangeError('the attribution of "Ads" lies between 0 and 1, not at 20'));
  });
});
