import { expect, test } from 'vitest';
import { eValue, eValues } from '../../src/stats/e-value.ts';
import { expectDigits } from './reference.ts';

test('a risk ratio of 3.9 takes something hidden of 7.26 to explain away', () => {
  // T. J. VanderWeele and P. Ding (2017); 3.9 + sqrt(3.9 * 2.9) and 1.8 + sqrt(1.8 * 0.8)
  const values = eValues({ value: 3.9, level: 0.95, interval: [1.8, 8.7] });
  expectDigits(values.value, 7.263034344160047);
  expectDigits(values.limit, 3);
});

test('halving a risk is as hard to explain away as doubling it', () => {
  expect(eValue(0.5)).toBe(eValue(2));
  const protective = eValues({ value: 0.5, level: 0.95, interval: [0.25, 0.8] });
  expectDigits(protective.limit, eValue(1.25));
});

test('an interval that holds 1 needs nothing hidden', () => {
  expect(eValue(1)).toBe(1);
  expect(eValues({ value: 1.2, level: 0.95, interval: [0.9, 1.6] }).limit).toBe(1);
  expect(eValues({ value: 0.8, level: 0.95, interval: [0.5, 1.3] }).limit).toBe(1);
});
