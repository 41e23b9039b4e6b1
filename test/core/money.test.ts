import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, fromDigits, money, scale, toNumber, ZERO } from '../../src/core/money.ts';

describe('sums are exact', () => {
  test('a million times 0.1 is 100,000', () => {
    let sum = ZERO;
    for (let i = 0; i < 1_000_000; i++) sum += money(0.1);
    expect(toNumber(sum)).toBe(100_000);
  });

  test('0.1 and 0.2 are 0.3, and 1.005 is not 1.00499…', () => {
    expect(toNumber(money(0.1) + money(0.2))).toBe(0.3);
    expect(money(1.005)).toBe(money('1.005'));
  });

  test('amounts below zero cancel to nothing', () => {
    expect(money('-1234.56') + money('1234.56')).toBe(ZERO);
  });
});

describe('reading decimals', () => {
  test.each([
    ['1234.56', 1_234_560_000_000_000n],
    ['-0.01', -10_000_000_000n],
    ['+7', 7_000_000_000_000n],
    ['.5', 500_000_000_000n],
    ['5.', 5_000_000_000_000n],
    [' 12 ', 12_000_000_000_000n],
    [1e-7, 100_000n],
    [1e21, 10n ** 33n],
    [-0, 0n],
  ])('%s is %s picos', (written, picos) => {
    expect(money(written)).toBe(picos);
  });

  test.each(['', ' ', '.', '-', 'e5', '1,5', '1.2.3', '--1', '0x10', 'Infinity', Number.NaN, Number.POSITIVE_INFINITY])(
    '"%s" is no decimal number',
    (written) => {
      expect(() => money(written)).toThrow(RangeError);
    },
  );

  test('digits beyond the twelfth decimal are rounded half away from zero', () => {
    expect(['0.0000000000005', '-0.0000000000005', '0.00000000000049', '1.9999999999999'].map(money)).toEqual([
      1n,
      -1n,
      0n,
      2_000_000_000_000n,
    ]);
    expect(fromDigits(true, '15', 13)).toBe(-2n);
  });

  test('every amount in cents is read and shown as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
        const written = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(money(written)).toBe(cents * 10n ** 10n);
        expect(toNumber(money(written))).toBe(Number(written) + 0);
      }),
    );
  });
});

describe('scaling', () => {
  test('a share is a decimal: 33.3% of 1,000 is 333, 20% of 12,000 is 2,400', () => {
    expect(scale(money(1000), 0.333)).toBe(money(333));
    expect(scale(money(12_000), 0.2)).toBe(money(2400));
    expect(scale(money(-12_000), 0.2)).toBe(money(-2400));
  });

  test('a third of three billion is a billion to the last digit that a third has', () => {
    expect(scale(money(3e9), 1 / 3)).toBe(money('999999999.9999999'));
  });

  test('a product is rounded once, half away from zero', () => {
    expect([scale(1n, 0.5), scale(-1n, 0.5), scale(1n, 0.4999), scale(1n, 1e-30), scale(7n, 1e3)]).toEqual([
      1n,
      -1n,
      0n,
      0n,
      7000n,
    ]);
  });

  test('all of an amount is the amount, and none of it is nothing', () => {
    expect([scale(money('0.01'), 1), scale(money('0.01'), 0)]).toEqual([money('0.01'), ZERO]);
  });
});

describe('spreading', () => {
  const anyAmount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

  test('the parts of an amount add up to it, whatever it is and however many there are', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 1, max: 120 }), (amount, steps) => {
        const parts = Array.from({ length: steps }, (_, i) => allocate(amount, steps, i));
        expect(parts.reduce((sum, part) => sum + part, ZERO)).toBe(amount);
      }),
    );
  });

  test('no two parts differ by more than the smallest unit of money', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 1, max: 120 }), (amount, steps) => {
        const parts = Array.from({ length: steps }, (_, i) => allocate(amount, steps, i));
        const least = amount / BigInt(steps) - (amount < 0n ? 1n : 0n);
        expect(parts.filter((part) => part !== least && part !== least + 1n)).toEqual([]);
      }),
    );
  });
});

test('the quick way to a number, for whole cents, gives what the digits give', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constantFrom(0, 1, 2, 12), (units, decimals) => {
      const negative = units < 0n;
      const digits = String(negative ? -units : units).padStart(decimals + 1, '0');
      const at = digits.length - decimals;
      const written = `${negative ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
      expect(toNumber(fromDigits(negative, digits, decimals))).toBe(Number(written) + 0);
    }),
    { numRuns: 5000 },
  );
});
