import fc from 'fast-check';
import { expect, test } from 'vitest';
import { midRanks, type RankCorrelation, spearman } from '../../src/stats/rank.ts';
import { expectDigits } from './reference.ts';

const X = [1, 2, 2, 3, 5, 5, 5, 8, 9, 10, 12];
const Y = [2, 1, 4, 3, 7, 6, 6, 5, 11, 9, 9];

test('equal values share the mean of their ranks', () => {
  expect([...midRanks(Y)]).toEqual([2, 1, 4, 3, 8, 6.5, 6.5, 5, 11, 9.5, 9.5]); // rank(y)
  expect([...midRanks([])]).toEqual([]);
});

test('ranks that mostly agree correlate as cor.test has it, ties and all', () => {
  // cor.test(x, y, method = "spearman", exact = FALSE)
  const correlation = spearman(X, Y) as RankCorrelation;
  expectDigits(correlation.rho, 0.8776192167746953);
  expectDigits(correlation.p, 0.0003839142736760763);
});

test('only the order counts: stretching the values changes nothing, turning one side round changes the sign', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 3, maxLength: 40 }), (pairs) => {
      const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
      const correlation = spearman(xs, ys);
      expect(
        spearman(
          xs.map((x) => Math.exp(x / 5)),
          ys,
        ),
      ).toEqual(correlation);
      const turned = spearman(
        xs,
        ys.map((y) => -y),
      );
      if ('unknown' in correlation || 'unknown' in turned) {
        expect(turned).toEqual(correlation);
        return;
      }
      expect(turned.rho).toBeCloseTo(-correlation.rho, 14);
      expect(Math.abs(correlation.rho)).toBeLessThanOrEqual(1);
    }),
  );
});

test('perfect agreement has a ρ of 1 but no p-value, which the approximation would call 0', () => {
  const p = { unknown: 'the ranks agree perfectly' };
  expect(spearman([1, 2, 2, 4], [10, 20, 20, 90])).toEqual({ rho: 1, n: 4, p });
  expect(spearman([1, 2, 3], [3, 2, 1])).toEqual({ rho: -1, n: 3, p });
});

test('two pairs, or a side that does not vary, have no rank correlation', () => {
  expect(spearman([1, 2], [1, 2])).toEqual({ unknown: 'a rank correlation needs at least 3 pairs' });
  expect(spearman([1, 2, 3], [4, 4, 4])).toEqual({ unknown: 'all values are the same' });
});
