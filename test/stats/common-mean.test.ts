import { expect, test } from 'vitest';
import { commonMean } from '../../src/stats/common-mean.ts';

const V = [
  [4, 2, 0.5],
  [2, 3, 1],
  [0.5, 1, 2],
];

test('the common mean of correlated estimates weights them as R does', () => {
  // R: w <- solve(V, c(1, 1, 1)); sum(w * c(1, -1, 2)) / sum(w); 1 / sqrt(sum(w))
  expect(commonMean([1, -1, 2], V)).toEqual({
    value: expect.closeTo(1.3428571428571427, 12),
    se: expect.closeTo(1.2305631695633159, 12),
  });
});

test('of the changes of a series it is the slope of the least-squares line through the series', () => {
  const series = [3, 5, 4, 8, 9];
  const changes = series.slice(1).map((value, i) => value - series[i]!);
  const covariance = changes.map((_, i) => changes.map((__, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)));
  // R: coef(lm(c(3, 5, 4, 8, 9) ~ I(1:5)))
  expect(commonMean(changes, covariance)).toEqual({ value: expect.closeTo(1.5, 12), se: expect.any(Number) });
});

test('is unknown where there is nothing to average, or one estimate follows from the others', () => {
  expect(commonMean([], [])).toEqual({ unknown: 'there is nothing to average' });
  const copied = [
    [1, 1],
    [1, 1],
  ];
  expect(commonMean([1, 1], copied)).toEqual({ unknown: 'some of the estimates follow from the others' });
});
