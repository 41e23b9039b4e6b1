import { expect, test } from 'vitest';
import {
  labelAt,
  latestTwelveMonths,
  monthsSpan,
  positionOf,
  timeline,
  twelveMonthsBefore,
  yearSpans,
} from '../../src/core/timeline.ts';
import { period } from './helper.ts';

const between = (from: string, to: string) => timeline(period(from), period(to));

test('both ends belong to a timeline', () => {
  const time = between('2023-11', '2024-02');
  expect(time.length).toBe(4);
  expect([0, 1, 2, 3].map((at) => labelAt(time, at))).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  expect(monthsSpan(time)).toEqual({ start: 2023 * 12 + 10, end: 2024 * 12 + 2 });
});

test('a period of another unit stands where its first month lies', () => {
  const quarters = between('2023-Q1', '2023-Q4');
  expect(['2022-12', '2023-06', '2023', '2024-01'].map((label) => positionOf(quarters, period(label)))).toEqual([
    -1, 1, 0, 4,
  ]);
});

test('a year holds the periods that lie in it, be they few', () => {
  expect([...yearSpans(between('2022-11', '2024-01'))]).toEqual([
    ['2022', { start: 0, end: 1 }],
    ['2023', { start: 2, end: 13 }],
    ['2024', { start: 14, end: 14 }],
  ]);
});

test('the latest twelve months are 12 months, 4 quarters or 1 year, or all there are', () => {
  expect(latestTwelveMonths(between('2022-01', '2023-06'))).toEqual({ start: 6, end: 17 });
  expect(latestTwelveMonths(between('2022-Q1', '2023-Q2'))).toEqual({ start: 2, end: 5 });
  expect(latestTwelveMonths(between('2022', '2023'))).toEqual({ start: 1, end: 1 });
  expect(latestTwelveMonths(between('2022-01', '2022-05'))).toEqual({ start: 0, end: 4 });
});

test('the twelve months before exist from 24 months on', () => {
  expect(twelveMonthsBefore(between('2022-01', '2023-12'))).toEqual({ start: 0, end: 11 });
  expect(twelveMonthsBefore(between('2022-01', '2023-11'))).toBeUndefined();
  expect(twelveMonthsBefore(between('2022', '2023'))).toEqual({ start: 0, end: 0 });
});
