import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ShareTrend, shareTrend } from '../../src/stats/trend.ts';
import { expectDigits } from './reference.ts';

test('the share of smokers falls along the four groups of patients', () => {
  // prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82)): J. L. Fleiss (1981), p. 139
  const trend = trendOf([1, 2, 3, 4], [83, 90, 129, 70], [86, 93, 136, 82]);
  expectDigits(trend.chiSquared, 8.22492228519771);
  expectDigits(trend.p, 0.004131897477641487);
  expect(trend.z).toBeLessThan(0);
});

test('levels that are not evenly spaced count as what they are', () => {
  // prop.trend.test(c(2, 5, 9, 20), c(40, 50, 45, 60), c(0, 1, 3, 8))
  const trend = trendOf([0, 1, 3, 8], [2, 5, 9, 20], [40, 50, 45, 60]);
  expectDigits(trend.chiSquared, 15.70636583631251);
  expectDigits(trend.p, 7.397478598385403e-5);
  expect(trend.z).toBeGreaterThan(0);
});

test('the order of the rows and the unit of the dose change nothing', () => {
  const row = fc.record({
    level: fc.integer({ min: 0, max: 9 }),
    events: fc.integer({ min: 0, max: 20 }),
    others: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
      const levels = rows.map(({ level, events, others }) => ({ level, events, n: events + others }));
      const one = shareTrend(levels);
      const other = shareTrend(levels.map((count) => ({ ...count, level: 5 + 12 * count.level })).reverse());
      if ('unknown' in one || 'unknown' in other) {
        expect(other).toEqual(one);
        return;
      }
      expect(other.z).toBeCloseTo(one.z, 10);
    }),
  );
});

test('one level, or something that happened to all or to none, shows no trend either way', () => {
  expect(shareTrend([{ level: 1, events: 2, n: 4 }])).toEqual({ unknown: 'everybody is at the same level' });
  expect(shareTrend(levelsOf([1, 2], [0, 0], [4, 5]))).toEqual({ unknown: 'it happened to nobody' });
  expect(shareTrend(levelsOf([1, 2], [4, 5], [4, 5]))).toEqual({ unknown: 'it happened to everybody' });
  expect(shareTrend(levelsOf([1, 2], [2, 0], [4, 0]))).toEqual({ unknown: 'everybody is at the same level' });
});

function levelsOf(levels: readonly number[], events: readonly number[], n: readonly number[]) {
  return levels.map((level, i) => ({ level, events: events[i]!, n: n[i]! }));
}

function trendOf(...columns: Parameters<typeof levelsOf>): ShareTrend {
  return shareTrend(levelsOf(...columns)) as ShareTrend;
}
