import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayText } from '../../src/core/day.ts';

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['2024-03-01', 19_783],
  ['1900-03-01', -25_508],
])('%s is day %i', (text, number) => {
  expect(dayNumber(text)).toBe(number);
  expect(dayText(number)).toBe(text);
});

test('days are those of the calendar that Date knows', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 100_000 }), (number) => {
      const text = new Date(number * 86_400_000).toISOString().slice(0, 10);
      expect(dayText(number)).toBe(text);
      expect(dayNumber(text)).toBe(number);
    }),
  );
});
