import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointColumns } from '../../../src/render/chart/columns.ts';
import { chooseTicks, labelLine } from '../../../src/render/chart/ticks.ts';

const months = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => {
    const month = first + index;
    return `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
const chosen = (labels: readonly string[], width: number) =>
  chooseTicks(labels, pointColumns(labels.length, width), { from: -7, to: width + 4 }).map((tick) => tick.label);

test('every label where there is room', () => {
  expect(chosen(['2021', '2022', '2023'], 40)).toEqual(['2021', '2022', '2023']);
});

test('otherwise those that divide the year evenly, and the last', () => {
  expect(chosen(months(36), 62)).toEqual(['2021-01', '2021-07', '2022-01', '2022-07', '2023-01', '2023-07', '2023-12']);
  expect(chosen(months(36), 40)).toEqual(['2021-01', '2022-01', '2023-01', '2023-12']);
});

test('a year that begins in spring is still labelled at its quarters', () => {
  expect(chosen(months(10, 3), 36)).toEqual(['2021-04', '2021-07', '2021-10', '2022-01']);
});

test('quarters are thinned out by half-years and years', () => {
  const quarters = Array.from({ length: 12 }, (_, index) => `${2021 + Math.floor(index / 4)}-Q${(index % 4) + 1}`);
  expect(chosen(quarters, 60)).toEqual(['2021-Q1', '2021-Q3', '2022-Q1', '2022-Q3', '2023-Q1', '2023-Q3']);
});

test('one point has its label', () => {
  expect(chosen(['2021-05'], 40)).toEqual(['2021-05']);
});

test('labels never touch, however many there are and however narrow the chart', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 20, max: 120 }),
      (n, first, width) => {
        const labels = months(n, first);
        const ticks = chooseTicks(labels, pointColumns(n, width), { from: -7, to: width + 4 });
        expect(ticks.length).toBeGreaterThan(0);
        expect(labelLine(ticks, -7).trim().split(/ {2,}/)).toEqual(ticks.map((tick) => tick.label));
        expect(labelLine(ticks, -7).length).toBeLessThanOrEqual(width + 11);
      },
    ),
  );
});
