import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, plainDecimal, roundDecimal } from '../../src/report/decimal.ts';

const rounded = (value: number, decimals: number, shift = 0) => decimalText(roundDecimal(value, decimals, shift));

test('a tie goes away from zero, judged by the digits that a person sees', () => {
  expect([1.005, 2.675, 1.115, -1.005].map((value) => rounded(value, 2))).toEqual(['1.01', '2.68', '1.12', '-1.01']);
  expect([0.5, 1.5, 2.5, -2.5].map((value) => rounded(value, 0))).toEqual(['1', '2', '3', '-3']);
});

test('a carry runs through all the nines', () => {
  expect(rounded(9.995, 2)).toBe('10.00');
  expect(rounded(0.99999, 1)).toBe('1.0');
});

test('the point can be moved without an error in the last digit', () => {
  expect(rounded(0.285, 0, 2)).toBe('29');
  expect(rounded(0.57, 1, 2)).toBe('57.0');
  expect(rounded(1234567, 1, -3)).toBe('1234.6');
  expect(rounded(40, 1, -3)).toBe('0.0');
});

test('very large and very small numbers have digits, not exponents', () => {
  expect(rounded(1e21, 1)).toBe('1000000000000000000000.0');
  expect(rounded(5e-7, 6)).toBe('0.000001');
  expect(rounded(4.9e-7, 6)).toBe('0.000000');
  expect(rounded(1e-300, 2)).toBe('0.00');
  expect(plainDecimal(1.5e-7)).toBe('0.00000015');
  expect(plainDecimal(-1.25e22)).toBe('-12500000000000000000000');
  expect(plainDecimal(-0)).toBe('0');
});

test('zero is never negative', () => {
  expect(roundDecimal(-0, 2).negative).toBe(false);
  expect(roundDecimal(-0.001, 2).negative).toBe(false);
});

test('any number reads back from its plain digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(plainDecimal(value))).toBe(value + 0);
    }),
  );
});

test('a number with few digits is not changed by keeping more of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
      expect(Number(rounded(cents / 100, 2))).toBe(cents / 100 + 0);
    }),
  );
});
