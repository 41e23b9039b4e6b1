import { describe, expect, test } from 'vitest';
import { figureAt } from '../../src/report/figure-at.ts';

const data = {
  totals: { roi: 0.1, cost: 10, interval: { level: 0.95, roi: [-0.1, 0.3] } },
  latest12: { roi: 0.5, interval: null, intervalReason: 'no error bars' },
  periods: [{ period: '2024-01', roi: 0.7 }],
  returnsBySource: { 'support saved': 7 },
  marginal: null,
  marginalReason: 'it takes 24 months',
  outcomes: {
    outcomes: [
      { outcome: 'earnings', kind: 'mean', money: true, difference: 12, interval: { difference: [3, 21] } },
      { outcome: 'chargebacks v1.2', kind: 'rate', money: false, difference: null, differenceReason: 'nobody' },
    ],
  },
};
const value = (metric: string) => {
  const figure = figureAt(data, metric);
  return 'near' in figure ? figure : [figure.value, figure.measure, figure.reason];
};

describe('a figure of a report goes by its path', () => {
  test.each([
    ['latest12.roi', [0.5, 'return', '']],
    ['roi', [0.1, 'return', '']],
    ['cost', [10, 'money', '']],
    ['returnsBySource.support saved', [7, 'money', '']],
    ['periods.2024-01.roi', [0.7, 'return', '']],
    ['outcomes.earnings.difference', [12, 'price', '']],
    ['outcomes.outcomes.earnings.difference', [12, 'price', '']],
  ])('%s', (metric, expected) => expect(value(metric)).toEqual(expected));

  test('.low and .high are the ends of its interval', () => {
    expect(value('roi.low')).toEqual([-0.1, 'return', '']);
    expect(value('totals.roi.high')).toEqual([0.3, 'return', '']);
    expect(value('outcomes.earnings.difference.low')).toEqual([3, 'price', '']);
  });

  test('what is unknown has the reason that the report gives', () => {
    expect(value('latest12.roi.low')).toEqual([null, 'return', 'no error bars']);
    expect(value('marginal.benefit')).toEqual([null, 'price', 'it takes 24 months']);
    expect(value('outcomes.chargebacks v1.2.difference')).toEqual([null, 'share', 'nobody']);
  });
});

describe('a name that leads nowhere', () => {
  test('comes back with the names that stand there', () => {
    expect(value('latest12.rio')).toEqual({ near: ['latest12.roi'] });
    expect(value('outcomes.skill.difference')).toEqual({
      near: ['outcomes.earnings', 'outcomes.chargebacks v1.2'],
    });
  });

  test('is no figure where it ends at a part, a list or a text', () => {
    expect(value('latest12')).toHaveProperty('near');
    expect(value('periods')).toHaveProperty('near');
    expect(value('outcomes.earnings.kind')).toHaveProperty('near');
    expect(value('constructor.name')).toHaveProperty('near');
  });
});
