import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiInput, RoiOptions } from '../../src/core/input.ts';
import { money, toNumber } from '../../src/core/money.ts';
import type { Horizon, RoiResult } from '../../src/core/result.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { tCritical } from '../../src/stats/student.ts';
import { generator } from '../bench/coverage/random.ts';
import { shuffled } from './arbitrary.ts';
import { cost, labels, period, spend } from './helper.ts';
import { cellsOf, panel } from './panel.ts';

const standardError = ({ interval }: Horizon) => (interval?.detectable.return ?? Number.NaN) / 2.8016;
const months = (from: string, to: string) => ({ from: period(from), to: period(to) });

describe('people who are seen in many months and move between cohorts', () => {
  const cells = cellsOf(panel());

  // R 4.2.2, survey 4.1, sandwich 3.0.2: Rscript test/core/panel.R
  test.each<[string, RoiOptions, number, number, number]>([
    ['the first month', {}, 1606.169523809525, 2893.43179658066, 2886.044336229264],
    [
      'February to April',
      { baseline: months('2024-02', '2024-04') },
      -3458.237619047621,
      1592.422580364794,
      1588.174638449488,
    ],
    ['all months', { baseline: 'all' }, -747.284047619048, 1365.327341984019, 1361.418837685528],
  ])(
    'have the error of survey, and within 1% that of vcovCL, on the newcomers of %s',
    (_, options, returned, jk, cl) => {
      const { totals } = calculateRoi({ costs: [], spend: cells }, { margin: 0.4, ...options });
      expect(totals.return).toBeCloseTo(returned, 8);
      expect(standardError(totals)).toBeCloseTo(jk, 8);
      expect(Math.abs(standardError(totals) / cl - 1)).toBeLessThan(0.01);
    },
  );

  test('give the same figures to the last digit in whatever order their rows come', () => {
    const input = { costs: [cost('2024-01', 'staff', 500)], spend: cells };
    const expected = JSON.stringify(calculateRoi(input));
    fc.assert(
      fc.property(shuffled(cells), (rows) => {
        expect(JSON.stringify(calculateRoi({ ...input, spend: rows }))).toBe(expected);
      }),
      { numRuns: 3 },
    );
  });
});

test('without a group its people still count, at the mean of the others: so each replicate is a community of its own', () => {
  // Eleven groups, few enough to write each replicate down as cells without groups and to compute it from scratch.
  const cells = cellsOf(panel().map((seen) => ({ ...seen, group: seen.group % 11 })));
  const input: RoiInput = { costs: [cost('2024-01', 'staff', 900, { until: '2024-06' })], spend: cells };
  const replicate = (left: number): RoiResult => calculateRoi({ ...input, spend: withoutGroup(cells, left) });
  const replicates = Array.from({ length: 11 }, (_, group) => replicate(group));
  const whole = calculateRoi(input);
  const byHand = (figure: (result: RoiResult) => number | null | undefined) => {
    const [theta, values] = [figure(whole)!, replicates.map((result) => figure(result)!)];
    const centre = values.reduce((sum, value) => sum + value, 0) / 11;
    const se = Math.sqrt((10 / 11) * values.reduce((sum, value) => sum + (value - centre) ** 2, 0));
    return [theta - tCritical(0.95, 10) * se, theta + tCritical(0.95, 10) * se].map((end) => expect.closeTo(end, 6));
  };
  expect(whole.totals.interval).toMatchObject({
    return: byHand(({ totals }) => totals.return),
    profit: byHand(({ totals }) => totals.profit),
    roi: byHand(({ totals }) => totals.roi),
  });
  expect(whole.latest12.interval?.roi).toEqual(byHand(({ latest12 }) => latest12.roi));
  expect(whole.years['2024']?.interval?.return).toEqual(byHand(({ years }) => years['2024']?.return));
  expect(whole.periods[4]?.interval).toEqual({
    return: byHand(({ periods }) => periods[4]?.return),
    profit: byHand(({ periods }) => periods[4]?.profit),
    cumulativeProfit: byHand(({ periods }) => periods[4]?.cumulative.profit),
  });
  expect(whole.periods[4]?.cohorts.lurker?.interval).toEqual({
    uplift: byHand(({ periods }) => periods[4]?.cohorts.lurker?.uplift),
    return: byHand(({ periods }) => periods[4]?.cohorts.lurker?.return),
  });
  expect(whole.perActiveMember.interval).toMatchObject({
    benefit: byHand(({ perActiveMember }) => perActiveMember.benefit),
    profit: byHand(({ perActiveMember }) => perActiveMember.profit),
    roi: byHand(({ perActiveMember }) => perActiveMember.roi),
  });
  expect(whole.trend.interval).toMatchObject({
    method: 'jackknife',
    return: byHand(({ trend }) => trend.return),
    profit: byHand(({ trend }) => trend.profit),
  });
  expect(whole.parallelTrends.interval?.change).toEqual(byHand(({ parallelTrends }) => parallelTrends.change));
});

/** Cells of everybody, with the mean of those who are not of the group. */
function withoutGroup(cells: readonly SpendCell[], left: number): SpendCell[] {
  const whole = new Map<string, { readonly all: SpendCell; readonly rest: SpendCell }>();
  for (const { group, ...cell } of cells) {
    const key = `${cell.period.index} ${cell.cohort}`;
    const nobody = { ...cell, people: 0, spend: 0n };
    const { all, rest } = whole.get(key) ?? { all: nobody, rest: nobody };
    whole.set(key, { all: plus(all, cell), rest: group === left ? rest : plus(rest, cell) });
  }
  return [...whole.values()].map(({ all, rest }) => ({
    ...all,
    spend: money((all.people * toNumber(rest.spend)) / rest.people),
  }));
}

function plus(sum: SpendCell, { people, spend: amount }: SpendCell): SpendCell {
  return { ...sum, people: sum.people + people, spend: sum.spend + amount };
}

test('where nobody is seen twice, the jackknife has the error of the closed form', () => {
  // 5,000 people in ten cells. One jackknife error scatters by some 4% around the truth, so thirty are taken together.
  const [random, ratios] = [generator(20), [] as number[]];
  for (let community = 0; community < 30; community++) {
    const grouped: SpendCell[] = [];
    const totals: SpendCell[] = [];
    for (const label of labels('2024-01', 3)) {
      for (const cohort of ['non_member', 'newcomer', 'lurker', 'active'] as const) {
        if (cohort === 'newcomer' && label !== '2024-01') continue;
        const people = Array.from({ length: 500 }, () => {
          const amount = random() < 0.5 ? 0 : Math.round(10_000 * random()) / 100;
          return { label, cohort, group: Math.floor(256 * random()), spend: amount };
        });
        const mean = people.reduce((sum, person) => sum + person.spend, 0) / 500;
        const squares = people.reduce((sum, person) => sum + (person.spend - mean) ** 2, 0);
        grouped.push(...cellsOf(people));
        totals.push({
          ...spend(label, cohort, 500, 0),
          spend: money((500 * mean).toFixed(2)),
          spendSd: Math.sqrt(squares / 499),
        });
      }
    }
    const [jackknife, closed] = [grouped, totals].map((cells) => calculateRoi({ costs: [], spend: cells }).totals);
    expect(jackknife?.return).toBeCloseTo(closed?.return ?? Number.NaN, 6);
    ratios.push(standardError(jackknife!) / standardError(closed!));
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  expect(Math.abs(mean - 1)).toBeLessThan(0.03);
});
