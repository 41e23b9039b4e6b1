import { describe, expect, test } from 'vitest';
import { BY_MONTH, change, community, earnings, given, sideOf } from './side.ts';

const year = community('2023-01', 12);
const hours = { hours: { amount: 50, per: 'month' } } as const;
const nothing = { amount: 0, per: 'month' } as const;

describe('what members got', () => {
  test('is the change beyond non-members, times members, times months: 5 × 100 × 12', () => {
    const side = sideOf(year, { outcomes: change('2022', '2023', 5), money: BY_MONTH });
    expect(side.outcomeReturn).toBeCloseTo(6000, 9);
    expect(side.rewards).toBe(300);
    expect(side.return).toBeCloseTo(6300, 9);
    expect(side.outcomes[0]!.counted).toMatchObject({ each: 5, memberMonths: 1200, per: 'month' });
  });

  test('of a yearly outcome is a twelfth of that for each member-month', () => {
    const money = [{ outcome: 'earnings', unitValue: 1, per: 'year' }] as const;
    expect(sideOf(year, { outcomes: change('2022', '2023', 60), money }).outcomeReturn).toBeCloseTo(6000, 9);
  });

  test('is a gain where less is better and members have less', () => {
    const outcomes = earnings(
      [
        { period: '2022', cohort: 'non_member', value: 8 },
        { period: '2022', cohort: 'active', value: 8 },
        { period: '2023', cohort: 'non_member', value: 9 },
        { period: '2023', cohort: 'active', value: 7 },
      ],
      'lower',
    );
    expect(sideOf(year, { outcomes, money: BY_MONTH }).outcomeReturn).toBeCloseTo(2400, 9);
  });

  test('grows along a straight line between the two periods: 1/12 + 2/12 + … + 12/12 of a month', () => {
    const side = sideOf(year, { outcomes: change('2022-12', '2023-12', 12), money: BY_MONTH });
    expect(side.outcomes[0]!.counted!.memberMonths).toBeCloseTo(650, 9);
    expect(side.outcomeReturn).toBeCloseTo(12 * 650, 9);
  });

  test('lasts after the second period', () => {
    const side = sideOf(community('2023-01', 24), { outcomes: change('2022', '2023', 5), money: BY_MONTH });
    expect(side.latest12.outcomeReturn).toBeCloseTo(6000, 9);
    expect(side.outcomeReturn).toBeCloseTo(12000, 9);
  });

  test('is unknown over the period that the change starts from, and the reason says what to leave out', () => {
    const side = sideOf(community('2022-01', 24), { outcomes: change('2022', '2023', 5), money: BY_MONTH });
    expect(side.latest12.outcomeReturn).toBeCloseTo(6000, 9);
    expect(side).toMatchObject({
      outcomeReturn: null,
      surplus: null,
      outcomeReturnReason:
        'earnings: what members had in 2022 is in no change since; --from 2023-01 counts what came after',
    });
    const later = sideOf(community('2022-01', 24), {
      from: '2023-01',
      outcomes: change('2022', '2023', 5),
      money: BY_MONTH,
    });
    expect(later.outcomeReturn).toBeCloseTo(6000, 9);
  });

  test('a gap in one period counts only where the user says so', () => {
    const outcomes = earnings([
      { cohort: 'non_member', value: 100 },
      { cohort: 'active', value: 105 },
    ]);
    const refused = sideOf(year, { outcomes, money: BY_MONTH });
    expect([refused.return, refused.returnReason]).toEqual([null, expect.stringContaining('a gap in one period')]);
    expect(sideOf(year, { outcomes, money: BY_MONTH, countUnadjusted: true }).outcomeReturn).toBeCloseTo(6000, 9);
  });

  test('counts the cohorts that the outcomes are of, and no others', () => {
    const outcomes = earnings([
      { period: '2022', cohort: 'non_member', value: 100 },
      { period: '2022', cohort: 'newcomer', value: 100 },
      { period: '2023', cohort: 'non_member', value: 100 },
      { period: '2023', cohort: 'newcomer', value: 105 },
    ]);
    expect(sideOf(year, { outcomes, money: BY_MONTH }).outcomeReturn).toBeCloseTo(5 * 50 * 12, 9);
  });

  test('is never filled by what the business gains', () => {
    const side = sideOf(year);
    expect([side.return, side.surplus, side.roi, side.shareOfPie, side.verdict]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(side.returnReason).toBe('no file says what members get: --outcomes');
  });
});

describe('what members gave', () => {
  const outcomes = change('2022', '2023', 5);

  test('is hours times what an hour is worth, and fees', () => {
    const rates = { ...hours, fees: { amount: 100, per: 'month' } } as const;
    const side = sideOf(year, { outcomes, money: BY_MONTH, rates, hourValue: 2 });
    expect(side).toMatchObject({ hours: 600, hoursValue: 1200, fees: 1200, investment: 2400 });
    expect(side.surplus).toBeCloseTo(3900, 9);
    expect(side.roi).toBeCloseTo(3900 / 2400, 12);
  });

  test('of a year is spread evenly over its months', () => {
    const rows = [
      given('2022', 'hours', 1200),
      given('2023', 'hours', 2400),
      given('2022', 'fees', 0),
      given('2023', 'fees', 0),
    ];
    const side = sideOf(community('2022-07', 12), { rows, hourValue: 1 });
    expect(side.hours).toBeCloseTo(6 * 100 + 6 * 200, 9);
  });

  test('in a month without a row is unknown, not 0', () => {
    const rows = [given('2023-01', 'hours', 10), given('2023-03', 'hours', 0)];
    expect(sideOf(year, { rows }).hoursReason).toBe(
      'hours are given for 2 of 12 months; a month with none has a row with 0',
    );
  });

  test('takes a worth: without one the hours stand by themselves', () => {
    const side = sideOf(year, { rates: { ...hours, fees: nothing } });
    expect(side).toMatchObject({ hours: 600, hoursValue: null, fees: 0, investment: null });
    expect(side.investmentReason).toContain('--hour-value');
  });

  test('nothing has no ROI', () => {
    const side = sideOf(year, { outcomes, money: BY_MONTH, rates: { hours: nothing, fees: nothing } });
    expect(side).toMatchObject({ investment: 0, roi: null, roiReason: 'members gave nothing' });
  });
});

describe('how sure that is', () => {
  const rates = { ...hours, fees: nothing };
  const whole = { outcomes: change('2022', '2023', 5, 10), money: BY_MONTH, rates, hourValue: 2 };

  test('the interval is that of the outcome, scaled and shifted', () => {
    const side = sideOf(year, whole);
    const [low, high] = side.outcomes[0]!.interval!.difference;
    expect(side.interval!.return[0]).toBeCloseTo(low * 1200 + 300, 9);
    expect(side.interval!.surplus![1]).toBeCloseTo(high * 1200 + 300 - 1200, 9);
    expect(side.interval!.roi![0]).toBeCloseTo((low * 1200 + 300 - 1200) / 1200, 9);
    expect(side.verdict).toBe('positive');
  });

  test('a surplus whose interval holds 0 is unclear', () => {
    expect(sideOf(year, { ...whole, outcomes: change('2022', '2023', 1, 30) }).verdict).toBe('unclear');
  });

  test('without a spread there is no interval, and no verdict beyond unclear', () => {
    const side = sideOf(year, { ...whole, outcomes: change('2022', '2023', 5) });
    expect(side).toMatchObject({ interval: null, verdict: 'unclear' });
    expect(side.intervalReason).toContain('add the column sd');
  });

  test('half of the people are half of the money', () => {
    const half = { ...year, spend: year.spend.map((cell) => ({ ...cell, people: cell.people / 2 })) };
    const [one, other] = [sideOf(year, whole), sideOf(half, whole)];
    expect(other.outcomeReturn).toBeCloseTo(one.outcomeReturn! / 2, 9);
    expect(other.interval!.return[0] - 300).toBeCloseTo((one.interval!.return[0] - 300) / 2, 9);
  });
});
