import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import type { Caveat } from '../../src/core/caveat.ts';
import type { RoiInput, RoiOptions } from '../../src/core/input.ts';
import { cost, labels, other, period, returning, spend } from './helper.ts';

type Code = Caveat['code'];

/** Input and options that bring one caveat about, and that caveat. */
interface Scenario<C extends Code> {
  readonly claim: string;
  readonly input: Partial<RoiInput>;
  readonly options?: RoiOptions;
  readonly caveats: readonly Extract<Caveat, { code: C }>[];
}

const halfYear = returning('2024-01', [10, 20, 30, 40, 50, 60]);
const year = returning('2024-01', Array(12).fill(10));
const lurkersFrom = (label: string, each: number) => [
  ...halfYear,
  ...labels(label, 7 - Number(label.slice(5))).map((month) => spend(month, 'lurker', 4, each)),
];
const staff = (until: string) => cost('2024-01', 'staff', 100, { until });

const SCENARIOS: { readonly [C in Code]: Scenario<C> } = {
  NO_INTERVAL: {
    claim: 'nobody knows how spending varies between people',
    input: { spend: year },
    caveats: [{ code: 'NO_INTERVAL', reason: calculateRoi({ costs: [], spend: year }).totals.intervalReason ?? '' }],
  },
  BASELINE_NOISY: {
    claim: 'the newcomers carry nearly all of the error: 10²·5² of 10²·5² + 10²·0.1',
    input: {
      spend: returning('2024', [50]).map((cell) => ({ ...cell, spendSd: cell.cohort === 'newcomer' ? 50 : 1 })),
    },
    caveats: [{ code: 'BASELINE_NOISY', share: expect.closeTo(2500 / 2510, 9), period: '2024' }],
  },
  BASELINE_FEW_NEWCOMERS: {
    claim: 'the yardstick is 49 people',
    input: {
      spend: halfYear
        .map((cell) => (cell.cohort === 'newcomer' ? spend('2024-01', 'newcomer', 49, 40) : cell))
        .slice(0, 3),
    },
    caveats: [{ code: 'BASELINE_FEW_NEWCOMERS', people: 49, period: '2024-01' }],
  },
  GAP_MOVED: {
    claim: 'newcomers come to spend more and more beyond non-members',
    input: {
      spend: halfYear.map((cell, i) =>
        cell.cohort === 'newcomer' ? { ...cell, spend: cell.spend + BigInt(i) * 10n ** 14n } : cell,
      ),
    },
    caveats: [
      {
        code: 'GAP_MOVED',
        change: expect.closeTo(15, 9),
        low: expect.closeTo(15, 6),
        high: expect.closeTo(15, 6),
        returnEffect: expect.any(Number),
      },
    ],
  },
  NEGATIVE_UPLIFT: {
    claim: 'lurkers spend 3 less than they would have',
    input: { spend: lurkersFrom('2024-05', 37) },
    caveats: [{ code: 'NEGATIVE_UPLIFT', cohort: 'lurker', amount: -24 }],
  },
  DOUBLE_COUNTING: {
    claim: 'what is kept of customers is in the uplift already',
    input: { spend: year, returns: [other('2024-02', 'Renewals', 5)] },
    caveats: [{ code: 'DOUBLE_COUNTING', first: 'spending uplift', second: 'Renewals' }],
  },
  NO_ATTRIBUTION: {
    claim: 'two sources count in full because nothing says otherwise',
    input: {
      spend: year,
      returns: [
        other('2024-02', 'Referrals', 5),
        other('2024-02', 'Ads', 5, { attribution: 1 }),
        other('2024-03', 'Ads', 5),
        other('2024-03', 'Ideas', 5, { attribution: 0.5 }),
      ],
    },
    caveats: [{ code: 'NO_ATTRIBUTION', sources: ['Ads', 'Referrals'] }],
  },
  RETURNS_OUTSIDE_WINDOW: {
    claim: 'a return came after the last spending, and a third of a quarter before the first',
    input: { spend: returning('2024-02', [1, 2]), returns: [other('2024-04', 'Ads', 7), other('2024-Q1', 'Ads', 30)] },
    caveats: [{ code: 'RETURNS_OUTSIDE_WINDOW', amount: 17 }],
  },
  NO_MARGIN: {
    claim: 'revenue is not what is left of it',
    input: { spend: year },
    caveats: [{ code: 'NO_MARGIN' }],
  },
  COHORT_ABSENT: {
    claim: 'no row speaks of lurkers',
    input: { spend: year },
    caveats: [{ code: 'COHORT_ABSENT', cohort: 'lurker' }],
  },
  COHORT_STARTS_LATER: {
    claim: 'lurkers have no row before May',
    input: { spend: lurkersFrom('2024-05', 42) },
    caveats: [{ code: 'COHORT_STARTS_LATER', cohort: 'lurker', from: '2024-05' }],
  },
  LINE_STARTS_LATER: {
    claim: 'new products come in February',
    input: {
      spend: returning('2024-01', [5, 5]).flatMap((cell) => [
        { ...cell, line: 'existing' as const },
        ...(cell.period.index === period('2024-02').index ? [{ ...cell, line: 'new' as const }] : []),
      ]),
    },
    caveats: [{ code: 'LINE_STARTS_LATER', line: 'new', from: '2024-02' }],
  },
  COSTS_AFTER_WINDOW: {
    claim: 'three months of staff and a redesign come after the last spending',
    input: { spend: year, costs: [staff('2025-03'), cost('2025-02', 'one_off', 5000)] },
    caveats: [{ code: 'COSTS_AFTER_WINDOW', after: '2024-12', amount: 5300 }],
  },
  COSTS_BEFORE_WINDOW: {
    claim: 'two months were paid before --from',
    input: { spend: year, costs: [staff('2024-12')] },
    options: { from: period('2024-03') },
    caveats: [{ code: 'COSTS_BEFORE_WINDOW', before: '2024-03', amount: 200 }],
  },
  NOT_YET_AMORTISED: {
    claim: 'of four years, three are to come',
    input: { spend: year, costs: [cost('2024-01', 'one_off', 4800)] },
    caveats: [{ code: 'NOT_YET_AMORTISED', amount: 3600, after: '2024-12' }],
  },
  COST_GAP: {
    claim: 'nobody was paid in March and April, or nobody wrote it down',
    input: { spend: year, costs: [staff('2024-02'), cost('2024-05', 'staff', 100, { until: '2024-12' })] },
    caveats: [{ code: 'COST_GAP', category: 'staff', periods: ['2024-03', '2024-04'] }],
  },
  NO_COMMUNITY_YET: {
    claim: 'two months of work came before the first spending',
    input: { spend: year, costs: [cost('2023-11', 'developer', 700), cost('2024-01', 'staff', 100)] },
    caveats: [{ code: 'NO_COMMUNITY_YET', from: '2023-11', to: '2023-12', cost: 700 }],
  },
  SPEND_OUTSIDE_WINDOW: {
    claim: 'three of six months lie outside --from and --to',
    input: { spend: halfYear },
    options: { from: period('2024-02'), to: period('2024-04') },
    caveats: [{ code: 'SPEND_OUTSIDE_WINDOW', periods: 3 }],
  },
  SHORT_WINDOW: {
    claim: 'half a year is not twelve months',
    input: { spend: halfYear },
    caveats: [{ code: 'SHORT_WINDOW', periods: 6 }],
  },
  PARTIAL_YEARS: {
    claim: 'a year and two months hold one whole year',
    input: { spend: returning('2023-12', Array(14).fill(1)) },
    caveats: [{ code: 'PARTIAL_YEARS', years: ['2023', '2025'] }],
  },
};

const scenarios = (Object.entries(SCENARIOS) as [Code, Scenario<Code>][]).map(
  ([code, scenario]) => [code, scenario.claim, scenario] as const,
);

function caveatsOf({ input, options }: Scenario<Code>): readonly Caveat[] {
  return calculateRoi({ costs: [], spend: [], ...input }, options).caveats;
}

test.each(scenarios)('%s: %s', (code, _, scenario) => {
  expect(caveatsOf(scenario).filter((caveat) => caveat.code === code)).toEqual(scenario.caveats);
});

describe('a caveat that would be wrong is not raised', () => {
  /** Two full years, all cohorts, margin, attribution, intervals: nothing to say. */
  const full: RoiInput = {
    costs: [cost('2023-01', 'staff', 100, { until: '2024-12' }), cost('2023-01', 'one_off', 240, { life: 2 })],
    spend: labels('2023-01', 24).flatMap((label) =>
      (['non_member', 'newcomer', 'lurker', 'active'] as const).map((cohort, i) => ({
        ...spend(label, cohort, 1000, 30 + 5 * i),
        spendSd: 4,
      })),
    ),
    returns: [other('2024-01', 'Ads', 10, { attribution: 0.5 })],
  };

  test('a complete community of two years has none but that its first newcomers are few beside all others', () => {
    expect(calculateRoi(full, { margin: 0.4 }).caveats.map(({ code }) => code)).toEqual(['BASELINE_NOISY']);
    expect(calculateRoi(full, { margin: 0.4, baseline: 'all' }).caveats).toEqual([]);
  });

  test('a margin of 100% that was given is a margin', () => {
    expect(calculateRoi({ costs: [], spend: year }, { margin: 1 }).caveats).not.toContainEqual({ code: 'NO_MARGIN' });
  });

  test('a window that ends before spending begins leaves out no more spending than there is', () => {
    const { caveats } = calculateRoi(
      { costs: [cost('2023-01', 'staff', 10)], spend: halfYear },
      { to: period('2023-03') },
    );
    expect(caveats).toContainEqual({ code: 'NO_COMMUNITY_YET', from: '2023-01', to: '2023-03', cost: 10 });
    expect(caveats).toContainEqual({ code: 'SPEND_OUTSIDE_WINDOW', periods: 6 });
  });

  test('a cohort that began before --from is there from the start', () => {
    const cells = lurkersFrom('2024-03', 42);
    const codes = (from: string) =>
      calculateRoi({ costs: [], spend: cells }, { from: period(from) }).caveats.map(({ code }) => code);
    expect(codes('2024-03')).not.toContain('COHORT_STARTS_LATER');
    expect(codes('2024-02')).toContain('COHORT_STARTS_LATER');
  });

  test('calendar years are whole in a yearly report', () => {
    const codes = calculateRoi({ costs: [], spend: returning('2020', [1, 2, 3]) }).caveats.map(({ code }) => code);
    expect(codes.filter((code) => code === 'PARTIAL_YEARS' || code === 'SHORT_WINDOW')).toEqual([]);
  });
});
