import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { doubleCounting, otherReturns } from '../../src/core/returns.ts';
import type { ReturnRow } from '../../src/core/rows.ts';
import { timeline } from '../../src/core/timeline.ts';
import { other, period, returning } from './helper.ts';

const firstHalf = timeline(period('2024-01'), period('2024-06'));

function laid(rows: readonly ReturnRow[], margin = 1, time = firstHalf) {
  const { bySource, outside } = otherReturns(rows, time, margin);
  return { ...Object.fromEntries(bySource), outside };
}

describe('what counts of another return', () => {
  test('the share that is attributable to the community; all of it where none is given', () => {
    const rows = [other('2024-01', 'Ads', 1000, { attribution: 0.2 }), other('2024-02', 'Ads', 50)];
    expect(laid(rows)).toEqual({ Ads: [200, 50, 0, 0, 0, 0], outside: 0 });
  });

  test('the margin of what was sold, but a saving in full', () => {
    const rows = [
      other('2024-01', 'Ads', 1000, { attribution: 0.5 }),
      other('2024-01', 'Support', 1000, { attribution: 0.5, kind: 'saving' }),
    ];
    expect(laid(rows, 0.3)).toEqual({ Ads: [150, 0, 0, 0, 0, 0], Support: [500, 0, 0, 0, 0, 0], outside: 0 });
  });

  test('a chargeback counts against it', () => {
    expect(laid([other('2024-03', 'Ads', -40), other('2024-03', 'Ads', 100)])).toEqual({
      Ads: [0, 0, 60, 0, 0, 0],
      outside: 0,
    });
  });
});

describe('when it counts', () => {
  test('a quarter spreads over its months, and a year in part falls outside', () => {
    const rows = [other('2024-Q2', 'Ads', 90), other('2024', 'Referrals', 120), other('2023-12', 'Ads', 7)];
    expect(laid(rows)).toEqual({ Ads: [0, 0, 0, 30, 30, 30], Referrals: [10, 10, 10, 10, 10, 10], outside: 67 });
  });

  test('months add up to a quarter', () => {
    const rows = ['2024-04', '2024-05', '2024-06'].map((label) => other(label, 'Ads', '33.34'));
    expect(laid(rows, 1, timeline(period('2024-Q1'), period('2024-Q2')))).toEqual({ Ads: [0, 100.02], outside: 0 });
  });
});

describe('sources', () => {
  const sourcesOf = (rows: readonly ReturnRow[]) =>
    calculateRoi({ costs: [], spend: returning('2024-01', [10]), returns: rows });

  test('stand in the order of their names, whatever the order of the rows', () => {
    const rows = [other('2024-01', 'Referrals', 2), other('2024-01', 'Ads', 3), other('2024-01', 'Referrals', 5)];
    expect(Object.entries(sourcesOf(rows).returnsBySource)).toEqual([
      ['active', 10],
      ['Ads', 3],
      ['Referrals', 7],
    ]);
  });

  test('none is lost because of what it is called', () => {
    const names = ['__proto__', 'constructor', 'toString', '2024', 'active'];
    const { returnsBySource, totals } = sourcesOf(names.map((name) => other('2024-01', name, 5)));
    expect(totals.return).toBe(35);
    expect(Object.values(returnsBySource).reduce((sum, value) => sum + value, 0)).toBe(35);
  });
});

describe('double counting', () => {
  const pairs = (...sources: [string, ReturnRow['kind']][]) =>
    doubleCounting(sources.map(([source, kind]) => other('2024-01', source, 1, { kind })));

  test.each(['Retention', 'Churn avoided', 'contract_renewals', 'customer-loyalty'])(
    'what is kept of customers is in the uplift already: %s',
    (source) => {
      expect(pairs([source, 'saving'])).toEqual([['spending uplift', source]]);
    },
  );

  test.each(['Extra sales', 'upsell', 'new_products', 'Repeat purchases'])(
    'what members bought is, too: %s',
    (source) => {
      expect(pairs([source, 'revenue'])).toEqual([['spending uplift', source]]);
      expect(pairs([source, 'saving'])).toEqual([]);
    },
  );

  test.each([
    ['Ticket deflection', 'Agent time saved'],
    ['agent_hours', 'ticket_deflection'],
    ['Calls avoided', 'support-cost'],
  ])('a case that nobody opens saves the time that an agent would have spent on it: %s, %s', (first, second) => {
    expect(pairs([first, 'saving'], [second, 'saving'])).toEqual([[first, second].sort()]);
    expect(pairs([second, 'saving'], [first, 'saving'])).toEqual([[first, second].sort()]);
  });

  test('every pair is named once', () => {
    const all = pairs(['Deflected calls', 'saving'], ['Support tickets saved', 'saving'], ['Agent time', 'saving']);
    expect(all).toEqual([
      ['Agent time', 'Deflected calls'],
      ['Agent time', 'Support tickets saved'],
      ['Deflected calls', 'Support tickets saved'],
    ]);
  });

  test('advertising, referrals and ideas stand on their own', () => {
    expect(pairs(['Advertising', 'revenue'], ['Referrals', 'revenue'], ['Ideas', 'saving'])).toEqual([]);
  });

  test('a source with sales and savings is flagged, whichever row comes first', () => {
    const expected = [['spending uplift', 'Sales']];
    expect(pairs(['Sales', 'revenue'], ['Sales', 'saving'])).toEqual(expected);
    expect(pairs(['Sales', 'saving'], ['Sales', 'revenue'])).toEqual(expected);
  });
});
