import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg, holm } from '../../src/stats/multiple.ts';
import { expectDigits } from './reference.ts';

const P = [0.01, 0.04, 0.03, 0.005, 0.5, 0.03, 0.9, 1e-8];
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

test("Holm's adjusted p-values are those of p.adjust, in the order given", () => {
  const expected = [0.06, 0.15, 0.15, 0.035, 1, 0.15, 1, 8e-8]; // p.adjust(p, "holm")
  for (const [i, p] of holm(P).entries()) expectDigits(p, expected[i]!, 14);
});

test("Benjamini and Hochberg's are too", () => {
  // p.adjust(p, "BH")
  const expected = [0.02666666666666666, 0.05333333333333333, 0.048, 0.02, 0.5714285714285714, 0.048, 0.9, 8e-8];
  for (const [i, p] of benjaminiHochberg(P).entries()) expectDigits(p, expected[i]!, 14);
});

test('looking several times never makes a finding surer, and the stricter promise costs more', () => {
  fc.assert(
    fc.property(pValues, (ps) => {
      const [strict, lenient] = [holm(ps), benjaminiHochberg(ps)];
      for (const [i, p] of ps.entries()) {
        expect(lenient[i]!).toBeGreaterThanOrEqual(p);
        expect(strict[i]!).toBeGreaterThanOrEqual(lenient[i]! * (1 - 1e-15));
        expect(strict[i]!).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a single p-value needs no adjustment', () => {
  expect(holm([0.03])).toEqual([0.03]);
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  expect(holm([])).toEqual([]);
});
