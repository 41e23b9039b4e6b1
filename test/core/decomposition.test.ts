import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, accountOf } from '../../src/core/account.ts';
import { calculateRoi } from '../../src/core/calculate.ts';
import { decompose, FACTORS, type Factor, type Movement } from '../../src/core/decomposition.ts';
import type { RoiInput } from '../../src/core/input.ts';
import { cost, labels, other, readFixture, spend } from './helper.ts';

/** One year: 100 active members who spend 10 beyond the baseline while non-members changed by 2, at a cost of 500. */
const year: Account = account(100, 10, 2, 0, 500);

function account(members: number, beyond: number, drift: number, otherReturns: number, cost: number): Account {
  const returned = members * (beyond - drift) + otherReturns;
  const profit = returned - cost;
  return {
    ...{ cost, return: returned, profit, roi: cost > 0 ? profit / cost : null, roiInterval: null },
    ...{ from: '2023', to: '2023', periods: 1, unit: 'year', margin: 1, otherReturns },
    cohorts: members > 0 ? { active: { memberMonths: members, beyond, drift } } : {},
  };
}

const part = (movement: Movement, factor: Factor) => movement.factors.find((found) => found.factor === factor);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('what moved ROI', () => {
  test('is volume where only the members grew: 100 → 150 members at 8 each is 400, or 80 points on a cost of 500', () => {
    const movement = decompose(year, account(150, 10, 2, 0, 500));
    expect(movement).toMatchObject({ profit: 400, largest: 'volume' });
    expect(movement.roi).toBeCloseTo(0.8, 12);
    expect(movement.factors.map(({ factor, profit }) => [factor, profit])).toEqual([
      ['volume', 400],
      ['uplift', 0],
      ['drift', 0],
      ['otherReturns', 0],
      ['cost', 0],
    ]);
  });

  test('counts against the community what non-members changed by: 2 → 5 takes 3 from each of 100', () => {
    const movement = decompose(year, account(100, 10, 5, 0, 500));
    expect(part(movement, 'drift')).toMatchObject({ before: 2, after: 5, profit: -300 });
    expect(movement.largest).toBe('drift');
  });

  test('shares between two factors what only both of them did: 100 × 8 → 150 × 12 is 500 and 500', () => {
    const movement = decompose(year, account(150, 14, 2, 0, 500));
    expect(part(movement, 'volume')?.profit).toBeCloseTo(500, 10);
    expect(part(movement, 'uplift')?.profit).toBeCloseTo(500, 10);
  });

  test('shares a quotient as well: return 800 → 1,000 and cost 500 → 400 is 45 and 45 points', () => {
    // (1000/500 − 800/500 + 1000/400 − 800/400) / 2 = 0.45, and the same for cost.
    const movement = decompose(year, account(100, 10, 2, 200, 400));
    expect(part(movement, 'otherReturns')?.roi).toBeCloseTo(0.45, 12);
    expect(part(movement, 'cost')?.roi).toBeCloseTo(0.45, 12);
    expect(movement.roi).toBeCloseTo(0.9, 12);
  });

  test('is the coming of a cohort as volume, not as uplift', () => {
    const lurker = { memberMonths: 200, beyond: 3, drift: 2 };
    const after = { ...year, cohorts: { ...year.cohorts, lurker }, return: 1000, profit: 500, roi: 1 };
    expect(part(decompose(year, after), 'volume')?.profit).toBeCloseTo(200, 10);
    expect(part(decompose(year, after), 'uplift')?.profit).toBe(0);
    expect(part(decompose(after, year), 'volume')?.profit).toBeCloseTo(-200, 10);
  });

  test('is the margin as a part of its own where the two differ', () => {
    const after = { ...year, margin: 0.5, return: 400, profit: -100, roi: -0.2 };
    expect(part(decompose(year, after), 'margin')).toMatchObject({ before: 1, after: 0.5, profit: -400 });
    expect(part(decompose(year, year), 'margin')).toBeUndefined();
  });

  test('is unknown where one of the two has no cost, while profit is not', () => {
    const movement = decompose({ ...account(100, 10, 2, 0, 0), roiReason: 'there is no cost' }, year);
    expect(movement).toMatchObject({ roi: null, roiReason: 'there is no cost in the old result', profit: -500 });
    expect(movement.factors.map(({ roi }) => roi)).toEqual([null, null, null, null, null]);
    expect(movement.largest).toBe('cost');
  });

  test('is nothing between a result and itself', () => {
    const movement = decompose(year, year);
    expect(movement).toMatchObject({ roi: 0, profit: 0, largest: null });
  });
});

const members = fc.record({ people: fc.nat(5000), each: fc.integer({ min: 0, max: 300 }) });
const communities = fc
  .record({
    unit: fc.constantFrom('2023-01', '2023-Q1', '2023'),
    rows: fc.array(
      fc.record({ nonMember: fc.integer({ min: 0, max: 100 }), active: members, lurker: members, other: fc.nat(9999) }),
      { minLength: 1, maxLength: 8 },
    ),
    cost: fc.integer({ min: 1, max: 1_000_000 }),
    margin: fc.constantFrom(1, 0.4),
  })
  .map(({ unit, rows, cost: amount, margin }) => {
    const periods = labels(unit, rows.length);
    const input: RoiInput = {
      costs: [cost(unit, 'staff', amount)],
      spend: rows.flatMap(({ nonMember, active, lurker }, i) => [
        spend(periods[i]!, 'non_member', 1000, nonMember),
        spend(periods[i]!, 'newcomer', 50, 40),
        spend(periods[i]!, 'active', active.people, active.each),
        spend(periods[i]!, 'lurker', lurker.people, lurker.each),
      ]),
      returns: rows.map(({ other: amount }, i) => other(periods[i]!, 'advertising', amount)),
    };
    return accountOf(calculateRoi(input, { margin }), 'totals', margin)!;
  });

/** The largest sum that the two results are made of, against which rounding is measured. */
function moneyOf(...sides: readonly Account[]): number {
  const uplift = ({ cohorts }: Account) =>
    Object.values(cohorts).map((row) => row.memberMonths * Math.max(Math.abs(row.beyond), Math.abs(row.drift)));
  const people = Math.max(...sides.flatMap(({ cohorts }) => Object.values(cohorts).map((row) => row.memberMonths)), 0);
  return Math.max(1, 300 * people, ...sides.flatMap((side) => [Math.abs(side.return), side.cost, ...uplift(side)]));
}

describe('the parts', () => {
  test('add up to the movement of ROI and of profit', () => {
    fc.assert(
      fc.property(communities, communities, (before, after) => {
        const { factors, roi, profit } = decompose(before, after);
        const money = moneyOf(before, after);
        const size = money / Math.min(before.cost, after.cost);
        expect(Math.abs(sum(factors.map((factor) => factor.roi!)) - roi!)).toBeLessThan(1e-9 * size);
        expect(Math.abs(sum(factors.map((factor) => factor.profit)) - profit)).toBeLessThan(1e-9 * money);
      }),
    );
  });

  test('turn round with the two results', () => {
    fc.assert(
      fc.property(communities, communities, (before, after) => {
        const [there, back] = [decompose(before, after), decompose(after, before)];
        for (const factor of FACTORS) {
          const [one, other] = [part(there, factor)?.profit ?? 0, part(back, factor)?.profit ?? 0];
          expect(Math.abs(one + other)).toBeLessThan(1e-9 * moneyOf(before, after));
        }
      }),
    );
  });
});

describe('the account of a horizon', () => {
  const result = calculateRoi(readFixture('worked-example'));

  test('makes the return again from members, spending, drift and other returns', () => {
    for (const horizon of ['totals', 'latest12', '2021', '2022', '2023']) {
      const { cohorts, otherReturns, margin, return: returned } = accountOf(result, horizon)!;
      const uplift = sum(Object.values(cohorts).map((row) => row.memberMonths * (row.beyond - row.drift)));
      expect(uplift * margin + otherReturns).toBeCloseTo(returned, 6);
      expect(otherReturns).toBe(0);
    }
  });

  test('covers the periods that it names', () => {
    expect(accountOf(result, 'totals')).toMatchObject({ from: '2021-01', to: '2023-12', periods: 36 });
    expect(accountOf(result, 'latest12')).toMatchObject({ from: '2023-01', to: '2023-12', periods: 12 });
    expect(accountOf(result, '2022')).toMatchObject({ from: '2022-01', to: '2022-12', periods: 12 });
    expect(accountOf(result, '2019')).toBeUndefined();
    expect(accountOf(result, 'constructor')).toBeUndefined();
  });

  test('counts people by the month, so that quarters can be compared with months', () => {
    const rows = (labelled: readonly string[], each: number) => ({
      costs: [cost('2023', 'staff', 100)],
      spend: labelled.flatMap((label) => [
        spend(label, 'non_member', 100, each),
        spend(label, 'newcomer', 100, each),
        spend(label, 'active', 10, 3 * each),
      ]),
    });
    const months = accountOf(calculateRoi(rows(['2023-01', '2023-02', '2023-03'], 10)), 'totals')!;
    const quarter = accountOf(calculateRoi(rows(['2023-Q1'], 30)), 'totals')!;
    expect(months.cohorts.active).toEqual({ memberMonths: 30, beyond: 20, drift: 0 });
    expect(quarter.cohorts.active).toEqual({ memberMonths: 30, beyond: 20, drift: 0 });
  });

  test('knows the margin from the figures where it is not given', () => {
    const input = readFixture('returns-and-rewards');
    expect(accountOf(calculateRoi(input, { margin: 0.4 }), 'totals')?.margin).toBe(0.4);
    expect(accountOf(calculateRoi(input), 'totals')?.margin).toBe(1);
  });
});
