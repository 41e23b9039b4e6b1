import { describe, expect, test } from 'vitest';
import { cholesky, quadraticForm } from '../../src/stats/cholesky.ts';

const V = [
  [4, 2, 0.5],
  [2, 3, 1],
  [0.5, 1, 2],
];

describe('a covariance matrix taken apart', () => {
  test('gives the triangle that R gives', () => {
    // R: t(chol(matrix(c(4, 2, .5, 2, 3, 1, .5, 1, 2), 3)))
    const { lower, rank } = cholesky(V);
    expect(rank).toBe(3);
    expect([...lower[2]!]).toEqual([
      expect.closeTo(0.25, 12),
      expect.closeTo(0.5303300858899106, 12),
      expect.closeTo(1.286953767623375, 12),
    ]);
  });

  test('counts a direction that follows from the others out of its rank', () => {
    const twice = [
      [1, 1, 2],
      [1, 2, 3],
      [2, 3, 5],
    ];
    expect(cholesky(twice).rank).toBe(2);
  });

  test('measures a distance as R does', () => {
    // R: mahalanobis(c(1, -1, 2), 0, V)
    expect(quadraticForm(cholesky(V), [1, -1, 2])).toBeCloseTo(4.962264150943396, 11);
  });
});
