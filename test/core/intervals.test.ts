import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiInput } from '../../src/core/input.ts';
import type { DateRange, Range, RoiResult } from '../../src/core/result.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { groupedCells, totalCells } from '../bench/coverage/cells.ts';
import { live } from '../bench/coverage/community.ts';
import { drawPlan, SPENDING } from '../bench/coverage/plan.ts';
import { generator } from '../bench/coverage/random.ts';
import { cost, returning } from './helper.ts';

/** A community of people who come and go, by groups or by totals, which costs so much each month. */
function community(seed: number, people: number, months: number, method: 'jackknife' | 'closed form'): RoiInput {
  const random = generator(seed);
  const sums = live(drawPlan(random, SPENDING.groceries, months), people, random);
  const spend = method === 'jackknife' ? groupedCells(sums) : totalCells(sums);
  return { costs: [cost('2023-01', 'staff', 2 * people * random(), { until: '2024-12' })], spend };
}

const communities = fc
  .record({
    seed: fc.nat(),
    people: fc.integer({ min: 1500, max: 3000 }),
    months: fc.integer({ min: 1, max: 24 }),
    method: fc.constantFrom('jackknife' as const, 'closed form' as const),
  })
  .map(({ seed, people, months, method }) => ({ method, input: community(seed, people, months, method) }));

const inside = (value: number | null, range: Range | null | undefined) =>
  value !== null && range != null && range[0] <= value && value <= range[1];

const width = (range: Range | null | undefined) => (range == null ? Number.NaN : range[1] - range[0]);

test('whatever rests on a mean has an interval around it', () => {
  fc.assert(
    fc.property(communities, ({ method, input }) => {
      const result = calculateRoi(input);
      for (const horizon of [result.totals, result.latest12, ...Object.values(result.years)]) {
        expect(horizon.interval?.method).toBe(method);
        expect(inside(horizon.return, horizon.interval?.return)).toBe(true);
        expect(inside(horizon.profit, horizon.interval?.profit)).toBe(true);
        expect(inside(horizon.roi, horizon.interval?.roi)).toBe(true);
      }
      for (const row of result.periods) {
        expect(inside(row.return, row.interval?.return)).toBe(true);
        expect(inside(row.cumulative.profit, row.interval?.cumulativeProfit)).toBe(true);
        for (const cohort of Object.values(row.cohorts))
          expect(inside(cohort.uplift, cohort.interval?.uplift)).toBe(true);
      }
      const { perActiveMember: member, trend, parallelTrends } = result;
      expect(inside(member.roi, member.interval?.roi)).toBe(true);
      if (result.window.periods >= 3) {
        expect(inside(trend.profit, trend.interval?.profit)).toBe(true);
        expect(inside(parallelTrends.change, parallelTrends.interval?.change)).toBe(true);
        expect([trend.interval?.method, parallelTrends.interval?.method]).toEqual([method, method]);
      }
    }),
    { numRuns: 12 },
  );
});

describe('a break-even date', () => {
  const order = (date: string | null) => date ?? '9999-99';

  test('lies between the one of the upper and the one of the lower end of profit', () => {
    const between = (date: string | null, range: DateRange | undefined) =>
      range !== undefined && order(range[0]) <= order(date) && order(date) <= order(range[1]);
    fc.assert(
      fc.property(communities, ({ input }) => {
        const { breakEven } = calculateRoi(input);
        expect(between(breakEven.period, breakEven.interval?.period)).toBe(true);
        expect(between(breakEven.cumulative, breakEven.interval?.cumulative)).toBe(true);
        const projected = breakEven.interval?.projected;
        if (projected != null) expect(between(breakEven.projected, projected)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  // Profits of −60, −20, 20 and 60, each with a standard error of 10 × √(4/10 + 4/100) = 6.6, the yardstick's shared.
  const rising = returning('2024-01', [40, 80, 120, 160]).map((cell) => ({ ...cell, spendSd: 2 }));
  const { breakEven } = calculateRoi({ costs: [cost('2024-01', 'staff', 100, { until: '2024-04' })], spend: rising });

  test('is certain where no end of profit crosses 0 at another time', () => {
    expect([breakEven.period, breakEven.interval?.period]).toEqual(['2024-03', ['2024-03', '2024-03']]);
  });

  test('that is projected comes earlier for the upper end and later for the lower', () => {
    const cells = rising.map((cell) => ({ ...cell, spendSd: 8 }));
    const dear = calculateRoi({ costs: [cost('2024-01', 'staff', 140, { until: '2024-04' })], spend: cells }).breakEven;
    // Profits of −100, −60, −20 and 20 go on 40 higher each month: 60 and 100 make up for the 160 that are missing. By
    // then the reach of the sum is 1.96 × 80 = 157 after one month, 565 of 540 after five and 727 of 800 after six.
    expect(dear.projected).toBe('2024-06');
    expect(dear.interval?.projected).toEqual(['2024-05', '2024-10']);
  });

  test('may come for the upper end alone', () => {
    expect([breakEven.cumulative, breakEven.interval?.cumulative]).toEqual(['2024-04', ['2024-04', null]]);
  });
});

describe('the error of the return', () => {
  const share = (spend: readonly SpendCell[]) => calculateRoi({ costs: [], spend }).uncertainty?.baselineShare;

  test.each(['jackknife', 'closed form'] as const)(
    'is mostly that of one month of newcomers, less so with those of all months, which makes it smaller: %s',
    (method) => {
      const input = community(3, 4000, 18, method);
      const [first, all] = [calculateRoi(input), calculateRoi(input, { baseline: 'all' })];
      const [noisy, quiet] = [first.uncertainty?.baselineShare ?? 0, all.uncertainty?.baselineShare ?? 1];
      expect(noisy).toBeGreaterThan(0.75);
      expect(quiet).toBeLessThan(noisy);
      expect(width(all.totals.interval?.roi)).toBeLessThan(width(first.totals.interval?.roi) / 2);
    },
  );

  test('is none of theirs where newcomers all spend the same', () => {
    const cells = [1, 2, 3].flatMap((group) =>
      returning('2024-01', [10 * group, 7]).map((cell): SpendCell => ({ ...cell, group })),
    );
    expect(share(cells)).toBe(0);
  });
});

describe('the check of parallel trends', () => {
  const cells = [1, 2, 3].flatMap((group) =>
    returning('2024-01', [5, 10, 15, 20]).map(
      (cell, i): SpendCell => ({
        ...cell,
        group,
        spend: cell.spend + BigInt((i * group) % 5) * 10n ** 12n,
      }),
    ),
  );
  const trendsOf = (spend: readonly SpendCell[]): RoiResult['parallelTrends'] =>
    calculateRoi({ costs: [], spend }).parallelTrends;
  const inMonths = (count: number) => cells.filter(({ period }) => period.index % 12 < count);

  test('has an interval from two months on where people are known, and then no reason why not', () => {
    expect(trendsOf(inMonths(2)).interval?.method).toBe('jackknife');
    expect(trendsOf(inMonths(2))).not.toHaveProperty('intervalReason');
  });

  test('falls back on the scatter of the months where one group is all newcomers of one of them', () => {
    const few = cells.filter(
      ({ cohort, period, group }) => cohort !== 'newcomer' || period.index % 12 !== 2 || group === 1,
    );
    const { change, interval, periods } = trendsOf(few);
    expect(periods.every(({ gap }) => gap !== null)).toBe(true);
    expect(interval?.method).toBe('least squares');
    expect(inside(change, interval?.change)).toBe(true);
  });
});
