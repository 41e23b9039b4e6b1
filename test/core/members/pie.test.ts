import { describe, expect, test } from 'vitest';
import { giveBack, giveBackInterval, shareInterval, shareOfPie } from '../../../src/core/members/pie.ts';
import { unknown } from '../../../src/stats/unknown.ts';

describe('the share of the pie', () => {
  test('of 30 and 70 is 30%', () => {
    expect(shareOfPie(30, 70)).toBe(0.3);
  });

  test.each([
    [-5, 70, 'members have no surplus'],
    [0, 70, 'members have no surplus'],
    [30, -1, 'the business has no profit'],
    [-5, -1, 'neither side has a surplus'],
  ])('of %d and %d is none: %s', (members, business, reason) => {
    expect(shareOfPie(members, business)).toEqual(unknown(reason));
  });

  test("has Fieller's interval", () => {
    // python3: z2 = norm.ppf(.975)**2; a, b, va, vb, c = 30, 100, 16, 41, 16
    // m = (a*b - z2*c)/(b*b - z2*vb); r = sqrt(m*m - (a*a - z2*va)/(b*b - z2*vb)); m - r, m + r
    const z = 1.959963984540054;
    const members = { value: 30, interval: [30 - 4 * z, 30 + 4 * z] as const };
    const business = { value: 70, interval: [70 - 5 * z, 70 + 5 * z] as const };
    const [low, high] = shareInterval(members, business) as readonly [number, number];
    expect(low).toBeCloseTo(0.23578536838099, 9);
    expect(high).toBeCloseTo(0.36132646349819, 9);
  });

  test('has none where a side may have nothing left', () => {
    const sure = { value: 70, interval: [60, 80] as const };
    expect(shareInterval({ value: 3, interval: [-1, 7] }, sure)).toEqual(
      unknown("the interval of a side's surplus holds 0, at which there is no share"),
    );
  });
});

describe('give-back', () => {
  test('is rewards over return: 50 of 1,000 are 5%', () => {
    expect(giveBack(50, 1000)).toBe(0.05);
    expect(giveBackInterval(50, [500, 2000])).toEqual([0.025, 0.1]);
  });

  test('is unknown where nothing came back', () => {
    expect(giveBack(50, -10)).toEqual(unknown('the business has no return'));
    expect(giveBackInterval(50, [-10, 900])).toEqual(unknown('the interval of the return holds 0'));
  });
});
