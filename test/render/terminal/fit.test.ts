import { expect, test } from 'vitest';
import { type ColumnNeed, fitColumns } from '../../../src/render/terminal/fit.ts';

const column = (least: number, natural: number, priority: number, isElastic = false): ColumnNeed => ({
  least,
  natural,
  priority,
  isElastic,
});
const widths = (needs: readonly ColumnNeed[], width: number) => {
  const fit = fitColumns(needs, width);
  return fit === undefined ? undefined : [...fit.widths];
};

test('with room for all, every column has the width it likes', () => {
  expect(widths([column(8, 10, 1), column(5, 5, 2)], 80)).toEqual([
    [0, 10],
    [1, 5],
  ]);
});

test('columns move closer before one of them goes', () => {
  const needs = [column(10, 10, 1), column(10, 10, 2)];
  expect(fitColumns(needs, 23)?.gap).toBe(3);
  expect(fitColumns(needs, 22)?.gap).toBe(2);
  expect(widths(needs, 21)).toEqual([[0, 10]]);
});

test('the column with the highest number goes first, and of equals the last', () => {
  const needs = [column(10, 10, 1), column(10, 10, 3), column(10, 10, 2), column(10, 10, 3)];
  expect(widths(needs, 40)?.map(([index]) => index)).toEqual([0, 1, 2]);
  expect(widths(needs, 25)?.map(([index]) => index)).toEqual([0, 2]);
});

test('columns of priority 1 stay together or not at all', () => {
  expect(widths([column(10, 10, 1), column(10, 10, 1)], 21)).toBeUndefined();
});

test('a bar takes only what the others leave', () => {
  expect(widths([column(6, 20, 2, true), column(4, 10, 1)], 20)).toEqual([
    [0, 7],
    [1, 10],
  ]);
});
