import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { RoiInput, RoiOptions } from '../../src/core/input.ts';
import { type NumberEffect, sensitivity } from '../../src/core/sensitivity.ts';
import { cost, labels, other, period, readFixture, returning, spend } from './helper.ts';

function effect(input: RoiInput, assumption: NumberEffect['assumption'], options: RoiOptions = {}) {
  return sensitivity(input, options).assumptions.find((row): row is NumberEffect => row.assumption === assumption);
}

function baselines(input: RoiInput, options: RoiOptions = {}) {
  return sensitivity(input, options).assumptions.find((row) => row.assumption === 'baseline')!;
}

const roi = (input: RoiInput, options: RoiOptions = {}) => calculateRoi(input, options).totals.roi;

/** A year that returned 1,500 a year's staff for 1,000. */
const year: RoiInput = { costs: [cost('2023', 'staff', 1000)], spend: returning('2023', [1500]) };

describe('the margin', () => {
  test('moves by a quarter: 1,500 on 1,000 at 40% is a loss of 40%, at 30% of 55%, at 50% of 25%', () => {
    const margin = effect(year, 'margin', { margin: 0.4 });
    expect(margin).toMatchObject({ unit: 'share', value: 0.4, from: 0.4 * 0.75, to: 0.5, roiTo: -0.25 });
    expect(margin?.roiFrom).toBeCloseTo(-0.55, 12);
    expect(margin?.breakEvenAt).toBeCloseTo(2 / 3, 12);
  });

  test('does not go beyond 100%', () => {
    expect(effect(year, 'margin')).toMatchObject({ from: 0.75, to: 1, roiFrom: 0.125, roiTo: 0.5 });
  });

  test('has no break-even where even all of the revenue is too little', () => {
    const dear = { ...year, costs: [cost('2023', 'staff', 2000)] };
    expect(effect(dear, 'margin')).toMatchObject({
      breakEvenAt: null,
      breakEvenAtReason: 'ROI stays below 0 at any margin',
    });
  });
});

describe('the useful life', () => {
  const platform = (life?: number): RoiInput => ({
    costs: [cost('2023-01', 'one_off', 48_000, life === undefined ? {} : { life })],
    spend: returning('2023-01', new Array(12).fill(1000)),
  });

  test('runs from 3 to 5 years where it is 4: a twelve-month window bears 16,000, 12,000 or 9,600 of 48,000', () => {
    const life = effect(platform(), 'life');
    expect(life).toMatchObject({ unit: 'years', value: 4, from: 3, to: 5, roiFrom: -0.25, roiTo: 0.25 });
    expect(life?.breakEvenAt).toBe(4);
  });

  test('is that of a row with its own life as well', () => {
    expect(effect(platform(2), 'life')).toMatchObject({ value: 2, from: 1.5, to: 2.5 });
    expect(effect(platform(2), 'life')?.breakEvenAt).toBe(4);
  });

  test('is the first whole month that pays', () => {
    const input = readFixture('worked-example');
    const life = effect(input, 'life')?.breakEvenAt ?? 0;
    const withLife = (years: number) =>
      roi({
        ...input,
        costs: input.costs.map((row) => (row.category === 'one_off' ? { ...row, usefulLifeYears: years } : row)),
      });
    expect(life * 12).toBeCloseTo(59, 9);
    expect(withLife(life)).toBeGreaterThan(0);
    expect(withLife(life - 1 / 12)).toBeLessThan(0);
  });

  test('moves each life by a quarter of its own where there are several', () => {
    const mixed = { ...platform(2), costs: [...platform(2).costs, cost('2023-01', 'one_off', 6000, { life: 1 })] };
    expect(effect(mixed, 'life')).toMatchObject({ unit: 'share', value: 1, from: 0.75, to: 1.25 });
  });

  test('is no assumption where nothing was paid once', () => {
    expect(effect(year, 'life')).toBeUndefined();
  });
});

describe('the baseline', () => {
  const input = readFixture('quarterly');

  test('is each of the first six periods with newcomers, and all of them', () => {
    const each = baselines(input).each;
    expect(each.map(({ baseline }) => baseline)).toEqual([...labels('2022-Q1', 6), 'all']);
    for (const tried of each) {
      const baseline = tried.baseline === 'all' ? 'all' : { from: period(tried.baseline), to: period(tried.baseline) };
      expect(tried.roi).toBe(roi(input, { baseline }));
    }
  });

  test('runs from the one with the lowest ROI to the one with the highest', () => {
    const { from, to, roiFrom, roiTo, each, swing } = baselines(input);
    const rois = each.map((tried) => tried.roi!);
    expect([roiFrom, roiTo]).toEqual([Math.min(...rois), Math.max(...rois)]);
    expect([from, to]).toEqual(['2023-Q1', '2022-Q3']);
    expect(swing).toBeCloseTo(roiTo! - roiFrom!, 12);
  });

  test('of one’s own choice stands among them', () => {
    const baseline = { from: period('2022-Q1'), to: period('2022-Q2') };
    const chosen = baselines(input, { baseline });
    expect(chosen.value).toBe('2022-Q1..2022-Q2');
    expect(chosen.each).toHaveLength(8);
  });

  test('breaks even at the gap by which newcomers may have spent more', () => {
    // 10 members returned 1,500 over a gap of 10; at a gap of 60 each returns 50 less, which leaves 1,000 for a cost of 1,000.
    expect(baselines(year)).toMatchObject({ gap: 10, breakEvenAt: 60 });
    expect(baselines(year, { margin: 0.5 }).breakEvenAt).toBe(10 - 250 / 5);
  });
});

describe('what is counted', () => {
  const supported = { ...year, returns: [other('2023', 'support', 500, { kind: 'saving', attribution: 0.5 })] };

  test('of other returns runs from half to all of what is given', () => {
    expect(effect(supported, 'attribution')).toMatchObject({ value: 1, from: 0.5, to: 1, roiFrom: 0.625, roiTo: 0.75 });
    expect(effect(year, 'attribution')).toBeUndefined();
  });

  test('of other returns has no break-even where the uplift pays alone', () => {
    expect(effect(supported, 'attribution')?.breakEvenAtReason).toBe(
      'ROI stays above 0 whatever share of the other returns is counted',
    );
  });

  test('of the uplift runs from half to all: 1,500 and 250 on 1,000 break even at half of the uplift', () => {
    const uplift = effect(supported, 'uplift');
    expect(uplift).toMatchObject({ from: 0.5, to: 1, roiFrom: 0, roiTo: 0.75 });
    expect(uplift?.breakEvenAt).toBeCloseTo(0.5, 12);
  });

  test('of staff cost moves by a quarter either way, and breaks even at half as much again', () => {
    const staff = effect(year, 'staff');
    expect(staff).toMatchObject({ from: 0.75, to: 1.25, roiFrom: 1, roiTo: 0.2 });
    expect(staff?.breakEvenAt).toBeCloseTo(1.5, 12);
  });
});

describe('the whole', () => {
  test('begins with what moves ROI most', () => {
    const swings = sensitivity(readFixture('returns-and-rewards')).assumptions.map(({ swing }) => swing!);
    expect(swings).toHaveLength(6);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  test('is unknown without a cost', () => {
    expect(sensitivity({ ...year, costs: [] })).toEqual({ roi: null, roiReason: 'there is no cost', assumptions: [] });
  });

  test('is that of the report: margin and baseline as chosen', () => {
    const input = readFixture('worked-example');
    const options = { margin: 0.5, baseline: 'all' } as const;
    expect(sensitivity(input, options).roi).toBe(roi(input, options));
  });

  test('breaks even where it says, for any community', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2000, max: 9000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 30_000 }),
        fc.constantFrom(1, 0.7, 0.3),
        (returns, amount, margin) => {
          const input = { costs: [cost('2023-01', 'staff', amount)], spend: returning('2023-01', returns) };
          const at = effect(input, 'margin', { margin })?.breakEvenAt ?? null;
          fc.pre(at !== null && at > 0);
          expect(roi(input, { margin: at! })).toBeCloseTo(0, 9);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('adds up the groups of people first', () => {
    const rows = year.spend;
    const grouped = rows.flatMap((row) => [
      { ...row, people: row.people - 1, spend: row.spend - 40n * 10n ** 12n, group: 3 },
      { ...row, people: 1, spend: 40n * 10n ** 12n, group: 7 },
    ]);
    expect(sensitivity({ ...year, spend: grouped })).toEqual(sensitivity(year));
  });

  test('refuses what the calculation refuses', () => {
    expect(() => sensitivity({ ...year, spend: [spend('2023', 'active', 1, 1)] })).toThrow('COHORT_ROW_MISSING');
  });
});
