import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IntervalEstimate } from '../../src/stats/estimate.ts';
import { type RiskRatio, riskRatio, shareDifference, wilson } from '../../src/stats/proportions.ts';
import { expectDigits, expectInterval } from './reference.ts';

const count = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .filter(([events, rest]) => events + rest > 0)
  .map(([events, rest]) => ({ events, n: events + rest }));

test("Wilson's interval is that of prop.test without correction", () => {
  // prop.test(events, n, correct = FALSE)$conf.int
  expectInterval(wilsonOf(56, 70).interval, [0.6918335550374695, 0.8769526075163704]);
  expectInterval(wilsonOf(5, 10).interval, [0.236593090512564, 0.7634069094874359]);
  expectInterval(wilsonOf(81, 263).interval, [0.2552885198782743, 0.3662095769828002]);
});

test('nothing in 29 tries still allows 11.7%, and always in 10 tries does not rule 73% out', () => {
  expectInterval(wilsonOf(0, 29).interval, [0, 0.1169697984997407]);
  expectInterval(wilsonOf(10, 10).interval, [0.7224672001371109, 1]);
});

test('a share lies in its interval, inside 0 and 1, and its complement mirrors it', () => {
  fc.assert(
    fc.property(count, ({ events, n }) => {
      const share = wilsonOf(events, n);
      const [low, high] = share.interval;
      expect(low >= 0 && low <= share.value && share.value <= high && high <= 1).toBe(true);
      const complement = wilsonOf(n - events, n);
      expect(complement.interval[0]).toBeCloseTo(1 - high, 12);
    }),
  );
});

// statsmodels.stats.proportion.confint_proportions_2indep(x1, n1, x2, n2, method='newcomb', compare='diff',
// correction=False); the first three are R. G. Newcombe (1998), table II, method 10
test.each([
  [56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614],
  [5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165],
  [10, 10, 0, 20, 0.6790860371419145, 1],
  [9, 10, 3, 10, 0.1705227239345029, 0.809017973535488],
])('the difference of %i/%i and %i/%i lies between %f and %f', (x1, n1, x2, n2, low, high) => {
  const difference = shareDifference({ events: x1, n: n1 }, { events: x2, n: n2 }, 0.95) as IntervalEstimate;
  expectDigits(difference.value, x1 / n1 - x2 / n2);
  expectInterval(difference.interval, [low, high], 11);
});

test('a difference of shares stays within −1 and 1 and changes sign with the order', () => {
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [low, high] = (shareDifference(a, b, 0.95) as IntervalEstimate).interval;
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-15);
      expect(high).toBeLessThanOrEqual(1 + 1e-15);
      expect((shareDifference(b, a, 0.95) as IntervalEstimate).interval[0]).toBeCloseTo(-high, 14);
    }),
  );
});

test('a heart attack was 1.8 times as likely on placebo as on aspirin', () => {
  // Physicians' Health Study: 189 of 11,034 against 104 of 11,037.
  // r <- 189/11034 / (104/11037); exp(log(r) + c(-1, 1) * qnorm(.975) * sqrt(1/189 - 1/11034 + 1/104 - 1/11037))
  // and statsmodels confint_proportions_2indep(…, method='log', compare='ratio', correction=False)
  const ratio = riskRatio({ events: 189, n: 11_034 }, { events: 104, n: 11_037 }, 0.95) as RiskRatio;
  expect(ratio.halfAdded).toBe(false);
  expectDigits(ratio.value, 1.817801794453507);
  expectInterval(ratio.interval, [1.433030903050563, 2.305884232422446]);
});

test('an empty cell gets ½, as does every other, and the answer says so', () => {
  // the same with 0.5, 30, 5.5 and 57
  const ratio = riskRatio({ events: 0, n: 29 }, { events: 5, n: 56 }, 0.95) as RiskRatio;
  expect(ratio.halfAdded).toBe(true);
  expectDigits(ratio.value, 0.5 / 30 / (5.5 / 57));
  expectInterval(ratio.interval, [0.00988095187708145, 3.019416662983887]);
});

test('which group is above the line turns a risk ratio and its interval upside down', () => {
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [there, back] = [riskRatio(a, b, 0.95), riskRatio(b, a, 0.95)];
      if ('unknown' in there || 'unknown' in back) {
        expect(back).toEqual(there);
        return;
      }
      expectDigits(back.value, 1 / there.value, 13);
      expectDigits(back.interval[0], 1 / there.interval[1], 13);
    }),
  );
});

test('nobody to count, and nothing that happened, are reasons and not ratios', () => {
  const [none, some] = [
    { events: 0, n: 0 },
    { events: 3, n: 9 },
  ];
  expect(wilson(none, 0.95)).toEqual({ unknown: 'there is nobody to count' });
  expect(shareDifference(some, none, 0.95)).toEqual({ unknown: 'there is nobody to count' });
  expect(riskRatio(none, some, 0.95)).toEqual({ unknown: 'there is nobody to count' });
  expect(riskRatio({ events: 0, n: 5 }, { events: 0, n: 9 }, 0.95)).toEqual({
    unknown: 'it happened to nobody in either group',
  });
});

function wilsonOf(events: number, n: number): IntervalEstimate {
  return wilson({ events, n }, 0.95) as IntervalEstimate;
}
