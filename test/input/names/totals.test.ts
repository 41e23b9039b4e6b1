import { describe, expect, test } from 'vitest';
import { isTotal, labelsTotal } from '../../../src/input/names/totals.ts';
import { codesOf, costs, rowsOf } from '../reading.ts';

describe('a total', () => {
  test.each(['Total', 'TOTALS:', 'Grand total', 'Summe 2024', 'Gesamt', 'Sous-total', 'Totaal'])(
    'is said by %s',
    (text) => {
      expect(isTotal(text)).toBe(true);
    },
  );

  test.each([
    'Total for 6100 Software',
    'Total Subscriptions',
    'Summe Personal',
    '2024-02 Total',
    'Februar 2024 Ergebnis',
  ])('is what %s is the label of', (text) => {
    expect(labelsTotal(text)).toBe(true);
    expect(isTotal(text)).toBe(false);
  });

  test.each(['Totalenergies', 'Staff', 'Sumatra', '2024-02', 'Ergebnisbeteiligung'])('is not what %s is', (text) => {
    expect(labelsTotal(text)).toBe(false);
  });
});

test('a row that has a total of an account in place of its date is refused as one, and not for a blank cell', async () => {
  const text = ',Date,Class,Amount\n,2024-01-31,Staff,5\nTotal for 6200 Payroll,,,5\n';
  const reading = await costs(text);
  expect(codesOf(reading)).toEqual(['3 Date TOTAL_ROW']);
  expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
});

test('a category that begins like a total does not make one of a row with a date', async () => {
  expect(codesOf(await costs('period,category,amount\n2024-01,Total rewards,5\n'))).toEqual([
    '2 category CATEGORY_UNKNOWN',
  ]);
});
