import { expect, test } from 'vitest';
import {
  formatPeriod,
  month,
  monthsOf,
  parsePeriod,
  periodOfMonth,
  quarter,
  shift,
  year,
  yearOf,
} from '../../src/core/period.ts';
import { period } from './helper.ts';

test('a label names a month, a quarter or a year, and is written back as it was', () => {
  expect(['2024-01', '2024-12', '2024-Q1', '2024-Q4', '2024'].map(parsePeriod)).toEqual([
    month(2024, 1),
    month(2024, 12),
    quarter(2024, 1),
    quarter(2024, 4),
    year(2024),
  ]);
  for (const label of ['2024-01', '1999-12', '2024-Q4', '2024', '0001-01']) {
    expect(formatPeriod(period(label))).toBe(label);
  }
});

test.each(['2024-00', '2024-13', '2024-1', '2024-Q0', '2024-Q5', '24', '2024-01-31', '', 'Jan 2024', '2024-'])(
  '"%s" names no period here',
  (label) => {
    expect(parsePeriod(label)).toBeUndefined();
  },
);

test('a period covers its months, and each of those lies in it', () => {
  expect(monthsOf(period('2024-Q2'))).toEqual({ first: 2024 * 12 + 3, count: 3 });
  const { first } = monthsOf(period('2024-05'));
  expect((['month', 'quarter', 'year'] as const).map((unit) => formatPeriod(periodOfMonth(first, unit)))).toEqual([
    '2024-05',
    '2024-Q2',
    '2024',
  ]);
});

test('the period after the last of a year is the first of the next', () => {
  expect(['2023-12', '2023-Q4', '2023'].map((label) => formatPeriod(shift(period(label), 1)))).toEqual([
    '2024-01',
    '2024-Q1',
    '2024',
  ]);
  expect(yearOf(shift(period('2023-12'), 1))).toBe(2024);
});
