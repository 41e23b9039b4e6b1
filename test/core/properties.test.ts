import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { RETURNING } from '../../src/core/cohort.ts';
import type { RoiInput, RoiOptions } from '../../src/core/input.ts';
import { parsePeriod } from '../../src/core/period.ts';
import type { RoiResult } from '../../src/core/result.ts';
import { communities, everybodySpends, optionSets, shuffled, timesAll } from './arbitrary.ts';

const RUNS = { numRuns: 60 };

/** Runs the claim on generated communities and options; `seed` is for claims that need a choice of their own. */
function always(claim: (input: RoiInput, options: RoiOptions, seed: number) => void): void {
  fc.assert(fc.property(communities, optionSets, fc.nat(), claim), RUNS);
}

/** To the cent, or to twelve digits where amounts are large. */
function expectSame(actual: number, expected: number, size = 0): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(0.005 + 1e-12 * Math.max(Math.abs(expected), size));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('what changes nothing, to the last digit', () => {
  test('the order of the rows', () => {
    const shuffledInput = communities.chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.record({
          costs: shuffled(input.costs),
          spend: shuffled(input.spend),
          returns: shuffled(input.returns ?? []),
        }),
      ),
    );
    fc.assert(
      fc.property(shuffledInput, optionSets, ([input, other], options) => {
        expect(JSON.stringify(calculateRoi(other, options))).toBe(JSON.stringify(calculateRoi(input, options)));
      }),
      RUNS,
    );
  });

  test('splitting a row of costs in two', () => {
    always((input, options, seed) => {
      const row = input.costs[seed % Math.max(1, input.costs.length)];
      if (row === undefined) return;
      const part = (row.amount * BigInt(seed % 1000)) / 1000n + BigInt(seed % 7);
      const others = input.costs.filter((other) => other !== row);
      const costs = [{ ...row, amount: part }, ...others, { ...row, amount: row.amount - part }];
      expect(calculateRoi({ ...input, costs }, options)).toEqual(calculateRoi(input, options));
    });
  });

  test('a quarter given as three months: costs that are paid as they come, and other returns', () => {
    always((input, options) => {
      const inThree = <T extends { readonly period: { unit: string; index: number }; readonly amount: bigint }>(
        row: T,
      ) =>
        [0, 1, 2].map((i) => ({
          ...row,
          period: { unit: 'month' as const, index: row.period.index * 3 + i },
          amount: row.amount / 3n,
        }));
      const costs = input.costs
        .filter((row) => row.period.unit === 'quarter' && row.category !== 'one_off')
        .map(({ until: _, ...row }) => ({ ...row, amount: row.amount * 3n }));
      const returns = (input.returns ?? [])
        .filter((row) => row.period.unit === 'quarter')
        .map((row) => ({ ...row, amount: row.amount * 3n, attribution: 0.35 }));
      const whole = calculateRoi({ ...input, costs, returns }, { ...options, margin: 0.4 });
      const inMonths = { ...input, costs: costs.flatMap(inThree), returns: returns.flatMap(inThree) };
      expect(calculateRoi(inMonths, { ...options, margin: 0.4 })).toEqual(whole);
    });
  });

  test('naming the default of every option', () => {
    always((input) => {
      const first = Math.min(...input.spend.map(({ period }) => period.index));
      const period = { unit: input.spend[0]!.period.unit, index: first };
      const named = { baseline: { from: period, to: period }, usefulLifeYears: 4, memberCost: 'variable' } as const;
      expect(calculateRoi(input, named)).toEqual(calculateRoi(input));
    });
  });
});

describe('what changes nothing but rounding', () => {
  test('everybody spending more by the same amount leaves the return', () => {
    fc.assert(
      fc.property(
        communities,
        optionSets,
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 }),
        (input, options, more) => {
          const [before, after] = [input, everybodySpends(input, more)].map((rows) => calculateRoi(rows, options));
          const size = 1e6 * input.spend.length;
          before!.periods.forEach((row, at) => {
            expectSame(after!.periods[at]!.return, row.return, size);
          });
          expectSame(after!.totals.return, before!.totals.return, size);
          expectSame(after!.baseline.gap, before!.baseline.gap);
        },
      ),
      RUNS,
    );
  });

  test('all money times a number scales returns and leaves ROI', () => {
    always((input, options, seed) => {
      const factor = (seed % 997) + 2;
      const [before, after] = [input, timesAll(input, factor)].map((rows) => calculateRoi(rows, options));
      const size = 1e8 * factor;
      expectSame(after!.totals.return, before!.totals.return * factor, size);
      expectSame(after!.totals.cost, before!.totals.cost * factor, size);
      for (const source of Object.keys(before!.returnsBySource)) {
        expectSame(after!.returnsBySource[source]!, before!.returnsBySource[source]! * factor, size);
      }
      const rois = (result: RoiResult) =>
        [result.totals, result.latest12, ...Object.values(result.years)].map(({ roi }) => roi);
      rois(before!).forEach((roi, i) => {
        const scaled = rois(after!)[i];
        if (roi === null) expect(scaled).toBeNull();
        else expect(Math.abs((scaled ?? Number.NaN) - roi)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(roi)));
      });
    });
  });
});

describe('parts add up to the whole, to the cent', () => {
  test('years, periods and the cumulative line', () => {
    always((input, options) => {
      const { totals, years, periods } = calculateRoi(input, options);
      const size = 1e9;
      for (const key of ['cost', 'return', 'profit'] as const) {
        expectSame(sum(Object.values(years).map((year) => year[key])), totals[key], size);
        expectSame(sum(periods.map((row) => row[key])), totals[key], size);
        expectSame(periods.at(-1)!.cumulative[key], totals[key], size);
      }
      expect(sum(Object.values(years).map((year) => year.periods))).toBe(totals.periods);
      expectSame(totals.return - totals.cost, totals.profit, size);
    });
  });

  test('cohorts, sources and lines make the return', () => {
    always((input, options) => {
      const { totals, periods, returnsBySource, returnsByLine, retention } = calculateRoi(input, options);
      const size = 1e9;
      const members = RETURNING.map((cohort) => returnsBySource[cohort] ?? 0);
      expectSame(sum(Object.values(returnsBySource)), totals.return, size);
      for (const row of periods) {
        expectSame(sum(Object.values(row.cohorts).map((cohort) => cohort.return)) + row.otherReturns, row.return, size);
      }
      expectSame(sum(members) + sum(periods.map((row) => row.otherReturns)), totals.return, size);
      if (returnsByLine !== null) expectSame(returnsByLine.existing + returnsByLine.new, sum(members), size);
      if (retention !== null) expectSame(retention.retention + retention.spendPerRetained, sum(members), 1e10);
    });
  });

  test('categories make the cost, and cash with what is left makes what was paid', () => {
    always((input, options) => {
      const { totals, latest12, cash, periods, ...result } = calculateRoi(input, options);
      expectSame(sum(Object.values(result.costsByCategory)), totals.cost);
      expectSame(sum(Object.values(result.costsByCategoryLatest12)), latest12.cost);
      expectSame(sum(periods.map((row) => row.cashCost)), cash.cost);
      expect(cash.return).toBe(totals.return);
      if (options.from === undefined) expectSame(totals.cost + cash.notYetAmortised, cash.cost);
    });
  });

  test('active members times their figures make those of the latest twelve months', () => {
    always((input, options) => {
      const { perActiveMember: each, latest12 } = calculateRoi(input, { ...options, memberCost: 'total' });
      if (each.benefit === null) return;
      expectSame(each.benefit * each.activeMembers, latest12.return, 1e9);
      expectSame((each.cost ?? Number.NaN) * each.activeMembers, latest12.cost, 1e9);
      expect({ from: each.from, to: each.to }).toEqual({ from: latest12.from, to: latest12.to });
    });
  });
});

test('a later start shows the same periods from there on', () => {
  always((input, options, seed) => {
    const whole = calculateRoi(input, options);
    const at = seed % whole.periods.length;
    const cut = calculateRoi(input, { ...options, from: parsePeriod(whole.periods[at]!.period)! });
    const own = (result: RoiResult) => result.periods.map(({ cumulative: _, ...figures }) => figures);
    expect(own(cut)).toEqual(own(whole).slice(at));
    expect(cut.baseline).toEqual(whole.baseline);
  });
});
