import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heightOf, makeScale, rowOf, tickAt } from '../../../src/render/chart/scale.ts';

const ticks = (...values: number[]) => {
  const scale = makeScale(values);
  return Array.from({ length: heightOf(scale) + 1 }, (_, row) => tickAt(row, scale)).filter(
    (tick) => tick !== undefined,
  );
};

test('labels are round numbers that hold the values and zero', () => {
  expect(ticks(1682, 55795)).toEqual([0, 20000, 40000, 60000]);
  expect(ticks(-8000, 6000)).toEqual([-10000, -5000, 0, 5000, 10000]);
  expect(ticks(-5, -1)).toEqual([-5, -4, -3, -2, -1, 0]);
});

test('a scale on which everything is zero has a height all the same', () => {
  expect(ticks(0, 0)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(ticks()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('zero is exactly zero, also in steps of a tenth', () => {
  expect(ticks(-0.3, 0.2)).toContain(0);
});

test('whatever the values: about ten rows, and every value on one of them', () => {
  const value = fc.double({ noNaN: true, min: -1e12, max: 1e12 }).filter((v) => v === 0 || Math.abs(v) > 1e-6);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const scale = makeScale(values);
      expect(heightOf(scale)).toBeGreaterThanOrEqual(8);
      expect(heightOf(scale)).toBeLessThanOrEqual(12);
      for (const one of values) {
        expect(Math.round(rowOf(one, scale))).toBeGreaterThanOrEqual(0);
        expect(Math.round(rowOf(one, scale))).toBeLessThanOrEqual(heightOf(scale));
      }
    }),
  );
});
