import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { type Cohort, RETURNING } from '../../src/core/cohort.ts';
import type { BaselineChoice, RoiInput } from '../../src/core/input.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { tCritical } from '../../src/stats/student.ts';
import { communitiesWithErrors } from './arbitrary.ts';
import { cost, returning, spend } from './helper.ts';

const Z = 1.959963984540054;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const periodsOf = (cells: readonly SpendCell[]) => [...new Set(cells.map(({ period }) => period.index))];

/** One value per cell of a cohort, by period; 0 where there is no such cell. */
function values(cells: readonly SpendCell[], cohort: Cohort, value: (cell: SpendCell) => number): number[] {
  return periodsOf(cells).map((index) => {
    const cell = cells.find((one) => one.cohort === cohort && one.period.index === index);
    return cell === undefined ? 0 : value(cell);
  });
}

/**
 * The standard error of the return as `docs/method.md` writes it, for the newcomers of the first so many periods:
 * Σ n²·v + Σ (ΣW·π)²·v(newcomer) + Σ (W − ΣW·π)²·v(non_member), in return for the margin
 */
function closedForm(cells: readonly SpendCell[], baselinePeriods: number, margin: number): number {
  const people = (cohort: Cohort) => values(cells, cohort, (cell) => cell.people);
  const v = (cohort: Cohort) =>
    values(cells, cohort, ({ people: n, sampleSize, spendSd = 0 }) => (n === 0 ? 0 : spendSd ** 2 / (sampleSize ?? n)));
  const weight = people('active').map((n, t) => n + people('lurker')[t]!);
  const newcomers = people('newcomer').map((n, t) => (t < baselinePeriods ? n : 0));
  const all = sum(weight);
  const share = newcomers.map((n) => n / sum(newcomers));
  const own = RETURNING.map((cohort) => sum(people(cohort).map((n, t) => n ** 2 * v(cohort)[t]!)));
  const yardstick = share.map((pi, t) => (all * pi) ** 2 * v('newcomer')[t]!);
  const anyway = share.map((pi, t) => (weight[t]! - all * pi) ** 2 * v('non_member')[t]!);
  return margin * Math.sqrt(sum(own) + sum(yardstick) + sum(anyway));
}

function firstPeriods({ spend: cells }: RoiInput, count: number): BaselineChoice {
  if (count === Number.POSITIVE_INFINITY) return 'all';
  const ordered = cells.map(({ period }) => period).sort((a, b) => a.index - b.index);
  const [from, last] = [ordered[0]!, ordered.at(-1)!];
  return { from, to: { ...from, index: Math.min(from.index + count - 1, last.index) } };
}

const halfWidth = (range: readonly [number, number] | undefined | null) =>
  range === undefined || range === null ? Number.NaN : (range[1] - range[0]) / 2;

describe('where only the spread within cohorts is known', () => {
  const withErrors = communitiesWithErrors.filter(({ spend: cells }) =>
    cells.every(({ spendSd, people }) => spendSd !== undefined && (spendSd > 0 || people !== 1)),
  );

  test.each([
    ['the first period', 1, 1],
    ['the first two periods', 2, 0.35],
    ['all periods', Number.POSITIVE_INFINITY, 0.8],
  ])('the return has the standard error of the method, with the newcomers of %s', (_, baselinePeriods, margin) => {
    fc.assert(
      fc.property(withErrors, (input) => {
        const { totals, uncertainty } = calculateRoi(input, { baseline: firstPeriods(input, baselinePeriods), margin });
        const se = closedForm(input.spend, baselinePeriods, margin);
        expect(uncertainty?.method).toBe('closed form');
        expect(Math.abs(halfWidth(totals.interval?.return) - Z * se)).toBeLessThanOrEqual(1e-6 * (1 + se));
        expect(Math.abs((totals.interval?.detectable.return ?? 0) - 2.8016 * se)).toBeLessThanOrEqual(1e-6 * (1 + se));
      }),
      { numRuns: 40 },
    );
  });

  const one = returning('2024', [50]).map((cell) => ({ ...cell, spendSd: 5 }));

  test('ROI is (R ± z·se)/C − 1 where the cost is known', () => {
    const { totals } = calculateRoi({ costs: [cost('2024', 'staff', 40)], spend: one });
    const reach = (Z * Math.sqrt(10 ** 2 * (25 / 10) + 10 ** 2 * (25 / 100))) / 40;
    expect(totals.interval?.roi?.[0]).toBeCloseTo(0.25 - reach, 9);
    expect(totals.interval?.roi?.[1]).toBeCloseTo(0.25 + reach, 9);
  });

  test('a mean from a sample is known less well than one of everybody', () => {
    const sampled = one.map((cell) => (cell.cohort === 'active' ? { ...cell, sampleSize: 2 } : cell));
    const reach = Z * Math.sqrt(10 ** 2 * (25 / 2) + 10 ** 2 * (25 / 100));
    expect(halfWidth(calculateRoi({ costs: [], spend: sampled }).totals.interval?.return)).toBeCloseTo(reach, 9);
  });

  test('a spread that is missing where it is needed is named', () => {
    const { spendSd: _, ...bare } = one[2]!;
    expect(calculateRoi({ costs: [], spend: [one[0]!, one[1]!, bare] }).totals).toMatchObject({
      interval: null,
      intervalReason: 'spend_sd is blank for active in 2024',
    });
  });

  test('one person alone has no spread, not one of 0', () => {
    const alone = { ...spend('2024', 'active', 1, 60), spendSd: 0 };
    expect(calculateRoi({ costs: [], spend: [one[0]!, one[1]!, alone] }).totals).toMatchObject({
      interval: null,
      intervalReason: 'spend_sd is that of one person for active in 2024',
    });
  });
});

describe('where people are known', () => {
  /** Persons of four groups with what each spent, in cells by cohort and group. */
  const groups = [3, 17, 90, 255];
  const amounts: Record<Cohort, readonly (readonly number[])[]> = {
    non_member: [
      [30, 34, 26],
      [31, 29],
      [40, 20, 30],
      [33, 27],
    ],
    newcomer: [[40, 44], [38, 42, 47], [35], [41, 39]],
    lurker: [[], [], [], []],
    active: [[60, 52], [48], [70, 55, 51], [49, 58]],
  };
  const cells = (['non_member', 'newcomer', 'active'] as const).flatMap((cohort) =>
    amounts[cohort].map((spent, i) => ({
      ...spend('2024', cohort, spent.length, 0),
      group: groups[i]!,
      spend: BigInt(sum(spent)) * 10n ** 12n,
    })),
  );
  const input: RoiInput = { costs: [cost('2024', 'staff', 100)], spend: cells };

  /** The return with the means of everybody but group g, and all of the people counted. */
  const returned = (left?: number) => {
    const mean = (cohort: Cohort) => {
      const kept = amounts[cohort].filter((_, i) => i !== left).flat();
      return sum(kept) / kept.length;
    };
    return (mean('active') - mean('newcomer')) * amounts.active.flat().length;
  };

  test('the error is that of leaving out each group in turn', () => {
    const replicates = groups.map((_, g) => returned(g));
    const centre = sum(replicates) / 4;
    const se = Math.sqrt((3 / 4) * sum(replicates.map((value) => (value - centre) ** 2)));
    const { totals, uncertainty } = calculateRoi(input);
    expect(uncertainty?.method).toBe('jackknife');
    expect(totals.return).toBeCloseTo(returned(), 9);
    expect(halfWidth(totals.interval?.return)).toBeCloseTo(tCritical(0.95, 3) * se, 9);
    expect(halfWidth(totals.interval?.roi)).toBeCloseTo((tCritical(0.95, 3) * se) / 100, 9);
  });

  test('there is none where one group is a whole cohort', () => {
    const alone = cells.filter(({ cohort, group }) => cohort !== 'newcomer' || group === 17);
    expect(calculateRoi({ ...input, spend: alone }).totals).toMatchObject({
      interval: null,
      intervalReason: 'too few people: one group of them is all of newcomer in 2024',
    });
  });

  test('there is none where everybody falls into one group', () => {
    const same = cells.filter(({ group }) => group === 17);
    expect(calculateRoi({ ...input, spend: same }).totals).toMatchObject({
      interval: null,
      intervalReason: 'all people fall into one group',
    });
  });
});

describe('the verdict comes from the interval, not from the sign', () => {
  const verdict = (profit: number, spendSd: number) => {
    const cells = returning('2024', [100 + profit]).map((cell) => ({ ...cell, spendSd }));
    return calculateRoi({ costs: [cost('2024', 'staff', 100)], spend: cells }).verdict;
  };

  test.each([
    [40, 1, 'positive'],
    [-40, 1, 'negative'],
    [40, 50, 'unclear'],
    [-40, 50, 'unclear'],
    [0, 0, 'unclear'],
  ])('a profit of %s with a spread of %s is %s', (profit, spread, expected) => {
    expect(verdict(profit, spread)).toBe(expected);
  });

  test('without error bars it is unclear, however large the profit', () => {
    expect(calculateRoi({ costs: [cost('2024', 'staff', 1)], spend: returning('2024', [1e6]) }).verdict).toBe(
      'unclear',
    );
  });
});
