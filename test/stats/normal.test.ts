import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  normalCritical,
  normalLower,
  normalQuantile,
  normalTwoSided,
  normalUpper,
  normalUpperQuantile,
} from '../../src/stats/normal.ts';
import { expectDigits, referenceTails } from './reference.ts';

test('both tails and the quantiles of the normal hold 12 digits down to 10⁻¹²', () => {
  for (const { x, lower, upper } of referenceTails('normal')) {
    expectDigits(normalUpper(x), upper, 12, `z ${x}`);
    expectDigits(normalLower(x), lower, 12, `z ${x}`);
    expectDigits(normalTwoSided(-x), 2 * upper, 12, `z ${x}`);
    expectDigits(normalUpperQuantile(upper), x, 12, `z ${x}`);
    expectDigits(normalQuantile(upper), -x, 12, `z ${x}`);
  }
});

test('the usual critical values are those of R', () => {
  expectDigits(normalCritical(0.95), 1.959963984540054, 15); // qnorm(0.975)
  expectDigits(normalQuantile(0.8), 0.8416212335729144, 15); // qnorm(0.8)
  expectDigits(normalQuantile(1e-300), -37.0470962993612); // qnorm(1e-300)
});

test('a quantile of the normal is undone by its tail, on either side', () => {
  expect(normalQuantile(0.5)).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      expectDigits(normalLower(normalQuantile(p)), p, 12);
      expectDigits(normalUpperQuantile(p), -normalQuantile(p), 15);
    }),
  );
});
