import { describe, expect, test } from 'vitest';
import { isUnknown } from '../../src/stats/unknown.ts';
import { waldTest } from '../../src/stats/wald.ts';

const V = [
  [4, 2, 0.5],
  [2, 3, 1],
  [0.5, 1, 2],
];

describe("Wald's test", () => {
  test('is that of R', () => {
    // R: pchisq(mahalanobis(c(1, -1, 2), 0, V), 3, lower = FALSE)
    const test = waldTest([1, -1, 2], V);
    expect(isUnknown(test) ? null : test).toEqual({
      statistic: expect.closeTo(4.962264150943396, 11),
      df: 3,
      p: expect.closeTo(0.17458129493465313, 11),
    });
  });

  test('is unknown where one estimate follows from the others, or there is none', () => {
    expect(waldTest([], [])).toEqual({ unknown: 'there is nothing to test' });
    const copied = [
      [1, 1],
      [1, 1],
    ];
    expect(waldTest([1, 1], copied)).toEqual({ unknown: 'some of the estimates follow from the others' });
  });
});
