import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addingUp } from '../../../src/report/diff/shown.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('parts that are shown rounded', () => {
  test('add up to the whole as it is shown: 32.93, 11.86, −5.94 and −15.72 tenths make 23', () => {
    const parts = [32.93, 11.86, -5.94, -15.72];
    expect(parts.map(Math.round)).toEqual([33, 12, -6, -16]);
    expect(addingUp([...parts, 0], sum(parts))).toEqual([33, 12, -6, -16, 0]);
    expect(addingUp([1.4, 1.4, 1.4], 4.2)).toEqual([2, 1, 1]);
    expect(addingUp([-1.4, -1.4, -1.4], -4.2)).toEqual([-1, -1, -2]);
  });

  test('stay less than one step from what they are, and whole numbers stay what they are', () => {
    const parts = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, (values) => {
        const shown = addingUp(values, sum(values));
        expect(sum(shown)).toBe(Math.round(sum(values)) + 0);
        shown.forEach((value, i) => void expect(Math.abs(value - values[i]!)).toBeLessThan(1 + 1e-6));
        expect(addingUp(values.map(Math.round), sum(values.map(Math.round)))).toEqual(
          values.map((value) => Math.round(value) + 0),
        );
      }),
    );
  });
});
