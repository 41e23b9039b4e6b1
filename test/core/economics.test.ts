import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { economics } from '../../src/core/economics.ts';
import { timeline } from '../../src/core/timeline.ts';
import { cost, labels, period, returning } from './helper.ts';

function worth(flows: readonly number[], rate: number, first = '2024') {
  const time = timeline(period(first), period(labels(first, flows.length).at(-1) ?? first));
  return economics(flows, time, rate);
}

describe('net present value', () => {
  test('takes the first period as today: −1000 + 600/1.1 + 600/1.21 is 41.32', () => {
    expect(worth([-1000, 600, 600], 0.1).npv).toBeCloseTo(41.32231404958678, 10);
  });

  test('discounts months by twelfths of a year', () => {
    // Python: sum(v / 1.1 ** (i / 12) for i, v in enumerate(flows))
    const flows = [-5000, -200, 300, 700, 1100, 1500, 1900, 2300];
    expect(worth(flows, 0.1, '2024-01').npv).toBeCloseTo(2274.7671160651507, 9);
  });

  test('four quarters later is a year later', () => {
    expect(worth([-100, 0, 0, 0, 110], 0.1, '2024-Q1').npv).toBeCloseTo(0, 12);
  });

  test('at a rate of 0 is the sum', () => {
    expect(worth([-5, 2, 4], 0).npv).toBe(1);
  });
});

describe('internal rate of return', () => {
  test('is the rate at which the flows are worth nothing', () => {
    // Python: numpy.roots([-1000, 300, 420, 680]) has the one real root 1.1634056…
    expect(worth([-1000, 300, 420, 680], 0.1).irr).toBeCloseTo(0.1634056, 7);
    expect(worth([-1000, 300, 420, 680], worth([-1000, 300, 420, 680], 0).irr ?? 0).npv).toBeCloseTo(0, 9);
  });

  test('is yearly, whatever the period', () => {
    expect(worth([-100, 121], 0.1, '2024').irr).toBeCloseTo(0.21, 12);
    expect(worth([-100, 121], 0.1, '2024-Q1').irr).toBeCloseTo(1.21 ** 4 - 1, 12);
    expect(worth([-100, 110], 0.1, '2024-01').irr).toBeCloseTo(1.1 ** 12 - 1, 10);
  });

  test('of months agrees with the root of their polynomial', () => {
    // Python: numpy.roots(flows) has the one real root 1.07985788; ** 12 - 1
    const flows = [-5000, -200, 300, 700, 1100, 1500, 1900, 2300];
    expect(worth(flows, 0.1, '2024-01').irr).toBeCloseTo(1.5141964799890153, 9);
  });

  test('is below 0 where less comes back than was paid', () => {
    expect(worth([-100, 40, 40], 0.1).irr).toBeCloseTo((40 + Math.sqrt(1600 + 16_000)) / 200 - 1, 12);
  });

  test('is 0 where exactly as much comes back', () => {
    expect(worth([-100, 60, 40], 0.1).irr).toBeCloseTo(0, 12);
  });

  test.each([
    ['nothing comes in', [-100, -5, 0], 'no period brought in more than it paid out'],
    ['nothing is paid out', [0, 5, 10], 'no period paid out more than it brought in'],
    ['nothing moves', [0, 0], 'no period brought in more than it paid out'],
    // −100 + 230/x − 132/x² = 0 for x = 1.1 and x = 1.2
    ['two rates would do', [-100, 230, -132], '2 rates would do: the cash flow changes sign more than once'],
    ['no rate would do', [100, -100, 100], 'no rate between −99% and 10,000% a year brings the cash flow to nothing'],
  ])('is unknown where %s', (_, flows, irrReason) => {
    expect(worth(flows, 0.1)).toMatchObject({ irr: null, irrReason });
  });
});

describe('payback', () => {
  test('comes later when what is far off counts less', () => {
    expect(worth([-100, 50, 50, 20, 20], 0.1)).toMatchObject({ payback: '2026', discountedPayback: '2027' });
  });

  test('that fails again later has not come', () => {
    expect(worth([-100, 120, -60, 30], 0.1)).toMatchObject({
      payback: null,
      paybackReason: 'the cash paid out is not back by the last period',
    });
  });

  test('that fails again and is made good counts from then', () => {
    expect(worth([-100, 120, -60, 30, 20], 0).payback).toBe('2028');
  });

  test('may come although it does not at the discount rate', () => {
    expect(worth([-100, 60, 45], 0.1)).toMatchObject({
      payback: '2026',
      discountedPayback: null,
      discountedPaybackReason: 'not within these periods at this rate',
    });
  });
});

describe('of a community', () => {
  const input = {
    costs: [cost('2024-01', 'one_off', 240), cost('2024-01', 'staff', 10, { until: '2024-03' })],
    spend: returning('2024-01', [50, 150, 120]),
  };

  test('one-off costs count when they are paid, not as they are written off', () => {
    const flows = [50 - 250, 150 - 10, 120 - 10];
    expect(calculateRoi(input, { discountRate: 0.12 }).economics).toEqual(worth(flows, 0.12, '2024-01'));
  });

  test('is not asked for without a discount rate', () => {
    expect(calculateRoi(input).economics).toBeNull();
  });
});
