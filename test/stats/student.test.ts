import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCritical } from '../../src/stats/normal.ts';
import { tCritical, tLower, tQuantile, tTwoSided, tUpper, tUpperQuantile } from '../../src/stats/student.ts';
import { expectDigits, referenceTails } from './reference.ts';

const df = fc.double({ min: 1, max: 1e6, noNaN: true });
const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });

test('both tails of t hold 12 digits from 1 to a million degrees of freedom, down to 10⁻¹²', () => {
  for (const { x, parameters, lower, upper } of referenceTails('t')) {
    const [degrees] = parameters as [number];
    expectDigits(tUpper(x, degrees), upper, 12, `t ${x} ${degrees}`);
    expectDigits(tLower(x, degrees), lower, 12, `t ${x} ${degrees}`);
    expectDigits(tLower(-x, degrees), upper, 12, `t ${-x} ${degrees}`);
    expectDigits(tTwoSided(x, degrees), 2 * upper, 12, `t ${x} ${degrees}`);
  }
});

test('quantiles of t hold 12 digits over the same range', () => {
  for (const { x, parameters, upper } of referenceTails('t')) {
    const [degrees] = parameters as [number];
    expectDigits(tUpperQuantile(upper, degrees), x, 12, `t ${x} ${degrees}`);
    expectDigits(tQuantile(upper, degrees), -x, 12, `t ${x} ${degrees}`);
  }
});

test('the usual critical values are those of R', () => {
  expectDigits(tCritical(0.95, 255), 1.969310569849874); // qt(0.975, 255)
  expectDigits(tCritical(0.95, 1), 12.70620473617469); // qt(0.975, 1)
  expectDigits(tCritical(0.9, 10), 1.812461122811676); // qt(0.95, 10)
  expectDigits(tCritical(0.95, 96.88377548977), 1.984753254941195); // qt(0.975, 96.88377548977)
});

test('t is symmetric about 0', () => {
  expect(tUpper(0, 3)).toBe(0.5);
  expect(tQuantile(0.5, 3)).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), df, (t, degrees) => {
      expectDigits(tUpper(t, degrees), tLower(-t, degrees), 16);
      expectDigits(tUpper(t, degrees) + tLower(t, degrees), 1, 14);
    }),
  );
});

test('a quantile of t is undone by its tail', () => {
  fc.assert(
    fc.property(probability, df, (p, degrees) => {
      expectDigits(tLower(tQuantile(p, degrees), degrees), p, 12);
      expectDigits(tUpper(tUpperQuantile(p, degrees), degrees), p, 12);
    }),
  );
});

test('a larger t is never more probable, and a quantile never falls', () => {
  const value = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(value, value, df, (s, t, degrees) => {
      expect(tUpper(Math.max(s, t), degrees)).toBeLessThanOrEqual(tUpper(Math.min(s, t), degrees) * (1 + 1e-13));
    }),
  );
  fc.assert(
    fc.property(probability, probability, df, (p, q, degrees) => {
      const [low, high] = [tQuantile(Math.min(p, q), degrees), tQuantile(Math.max(p, q), degrees)];
      expect(low).toBeLessThanOrEqual(high + 1e-13 * Math.abs(high));
    }),
  );
});

test('t is wider than the normal and comes down to it with more data', () => {
  fc.assert(
    fc.property(df, (degrees) => {
      expect(tCritical(0.95, degrees)).toBeGreaterThan(normalCritical(0.95));
    }),
  );
  expectDigits(tCritical(0.95, 1e10), normalCritical(0.95), 9);
});

test('tails far beyond any interval come out as what they are, not as 0 or NaN', () => {
  expectDigits(tUpper(1e9, 1), 3.183098861837906e-10); // pt(1e9, 1, lower = FALSE)
  expectDigits(tUpper(40, 100), 1.231053801070037e-63); // pt(40, 100, lower = FALSE)
  expect(tUpper(Number.POSITIVE_INFINITY, 5)).toBe(0);
  expect(tUpper(Number.NEGATIVE_INFINITY, 5)).toBe(1);
});

test('what is no probability or no number of degrees of freedom is a mistake of the caller', () => {
  expect(() => tQuantile(1, 5)).toThrow(RangeError);
  expect(() => tQuantile(Number.NaN, 5)).toThrow(RangeError);
  expect(() => tUpper(1, 0)).toThrow(RangeError);
  expect(() => tUpper(Number.NaN, 5)).toThrow(RangeError);
});
