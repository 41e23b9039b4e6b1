import { describe, expect, it } from 'vitest';
import { money } from '../../src/core/money.ts';
import { month, quarter, year } from '../../src/core/period.ts';
import { costRow } from '../../src/schema/costs.ts';
import { returnRow } from '../../src/schema/returns.ts';
import { spendRow } from '../../src/schema/spend.ts';

/** What a row breaks, as `path CODE`. */
function breaches(schema: { safeParse(row: unknown): unknown }, row: object): string[] {
  const result = schema.safeParse(row) as {
    error?: { issues: readonly { path: PropertyKey[]; message: string }[] };
  };
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('a row of costs', () => {
  const row = { period: month(2024, 1), category: 'one_off', amount: money(100) };

  it('needs a period, a category and an amount, and nothing else', () => {
    expect(breaches(costRow.whole, row)).toEqual([]);
    expect(breaches(costRow.whole, {})).toEqual([
      'period VALUE_MISSING',
      'category VALUE_MISSING',
      'amount VALUE_MISSING',
    ]);
  });

  it('has a share above 0 and at most 1', () => {
    const share = (value: number) => breaches(costRow.whole, { ...row, share: value });
    expect([share(0.0001), share(1), share(0), share(1.0001), share(-1)]).toEqual([
      ...[[], [], ['share SHARE_RANGE'], ['share SHARE_RANGE'], ['share SHARE_RANGE']],
    ]);
  });

  it('has a life of up to a hundred years, if it comes once', () => {
    const life = (usefulLifeYears: number, category = 'one_off') =>
      breaches(costRow.whole, { ...row, category, usefulLifeYears });
    expect([life(0.5), life(100)]).toEqual([[], []]);
    expect([life(0), life(100.1)]).toEqual([['usefulLifeYears LIFE_RANGE'], ['usefulLifeYears LIFE_RANGE']]);
    expect(life(4, 'staff')).toEqual(['usefulLifeYears LIFE_NOT_ONE_OFF']);
  });

  it('ends after it begins, with the end of a step', () => {
    const until = (period: object, end: object) => breaches(costRow.whole, { ...row, period, until: end });
    expect(until(month(2024, 1), month(2024, 1))).toEqual([]);
    expect(until(month(2024, 1), year(2024))).toEqual([]);
    expect(until(quarter(2024, 1), month(2024, 6))).toEqual([]);
    expect(until(quarter(2024, 1), month(2024, 5))).toEqual(['until UNTIL_OFF_STEP']);
    expect(until(month(2024, 2), month(2024, 1))).toEqual(['until UNTIL_BEFORE_PERIOD']);
  });
});

describe('a row of spending', () => {
  const row = { period: month(2024, 1), cohort: 'active', people: 3, spend: money(10) };
  const breach = (more: object) => breaches(spendRow.whole, { ...row, ...more });

  it('needs a sum or a mean', () => {
    expect(breach({})).toEqual([]);
    expect(breach({ spend: undefined, spendPerPerson: money(3) })).toEqual([]);
    expect(breach({ spend: undefined })).toEqual(['spend SPEND_MISSING']);
  });

  it('has a sum and a mean that agree to half a cent per person', () => {
    expect(breach({ spendPerPerson: money('3.33') })).toEqual([]);
    expect(breach({ spendPerPerson: money('3.34') })).toEqual(['spendPerPerson SPEND_DISAGREES']);
  });

  it('has no spending without people', () => {
    expect(breach({ people: 0 })).toEqual(['people NOBODY_SPENT']);
    expect(breach({ people: 0, spend: money(0) })).toEqual([]);
    expect(breach({ people: -1 })).toEqual(['people COUNT_NEGATIVE']);
  });

  it('samples and keeps no more people than there are', () => {
    expect(breach({ retained: 4, sampleSize: 4 })).toEqual([
      'retained RETAINED_ABOVE_PEOPLE',
      'sampleSize SAMPLE_ABOVE_PEOPLE',
    ]);
    expect(breach({ sampleSize: 0 })).toEqual(['sampleSize SAMPLE_RANGE']);
    expect(breach({ spendSd: -0.1 })).toEqual(['spendSd SD_NEGATIVE']);
  });
});

describe('a row of returns', () => {
  it('comes from anything but a cohort', () => {
    const row = { period: month(2024, 1), source: 'ads', amount: money(1) };
    expect(breaches(returnRow.whole, row)).toEqual([]);
    for (const source of ['active', 'Lurker', 'NON MEMBER', 'non-member', 'newcomer']) {
      expect(breaches(returnRow.whole, { ...row, source })).toEqual(['source SOURCE_RESERVED']);
    }
  });
});
