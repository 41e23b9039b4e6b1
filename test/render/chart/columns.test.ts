import { expect, test } from 'vitest';
import { pointColumns, runsOf, stretch } from '../../../src/render/chart/columns.ts';

test('the first and the last point stand at the edges, a single one in the middle', () => {
  expect(pointColumns(3, 11)).toEqual([0, 5, 10]);
  expect(pointColumns(1, 11)).toEqual([5]);
  expect(pointColumns(0, 11)).toEqual([]);
});

test('between two points the line is straight', () => {
  expect(stretch([0, 4, 0], [0, 4, 8], 9)).toEqual([0, 1, 2, 3, 4, 3, 2, 1, 0]);
});

test('a gap stays a gap: no line leads into it or across it', () => {
  expect(stretch([1, null, 5, 7], [0, 2, 4, 6], 7)).toEqual([1, null, null, null, 5, 6, 7]);
  expect(stretch([null, 1, null], [0, 2, 4], 5)).toEqual([null, null, 1, null, null]);
});

test('NaN and infinity are gaps too', () => {
  expect(stretch([1, Number.NaN, Number.POSITIVE_INFINITY, 2], [0, 1, 2, 3], 4)).toEqual([1, null, null, 2]);
});

test('points closer than columns share one, with their mean; a gap among them is a gap', () => {
  expect(stretch([1, 3, 5, null], [0, 0, 1, 1], 2)).toEqual([2, null]);
});

test('runs are the stretches between the gaps', () => {
  expect(runsOf([1, 2, null, 3, null])).toEqual([
    { from: 0, values: [1, 2] },
    { from: 3, values: [3] },
  ]);
  expect(runsOf([null])).toEqual([]);
});
