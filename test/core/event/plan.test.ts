import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf, planOf, pointsOf } from '../../../src/core/event/plan.ts';

describe('the plan of an event study', () => {
  test('takes the dates with three windows in the data, and only them where there is one', () => {
    expect(planOf([300, 89, 90, 321, 320], 0, 364, 45)).toMatchObject({ lead: 90, dates: [90, 300, 320] });
    expect(planOf([60, 44, 45], 0, 120, 45)).toMatchObject({ lead: 45, dates: [45, 60] });
    expect(planOf([10], 0, 20, 45).dates).toEqual([]);
  });

  test('has whole weeks around the event for points, and days where windows are short', () => {
    const weeks = pointsOf(planOf([100], 0, 300, 45));
    expect([weeks[0], weeks.at(-1)]).toEqual([
      { from: -84, to: -78 },
      { from: 35, to: 41 },
    ]);
    expect(weeks).toContainEqual({ from: 0, to: 6 });
    const days = pointsOf(planOf([100], 0, 300, 3));
    expect(days.map(({ from }) => from)).toEqual([-6, -5, -4, -3, -2, -1, 0, 1, 2]);
  });

  test('parts every window and every point without a rest or an overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 366 }), fc.boolean(), (days, short) => {
        const plan = planOf([2 * days], short ? days : 0, 10 * days, days);
        const { lead, edges } = plan;
        const spans = [
          { from: -lead, to: -days - 1 },
          { from: -days, to: -1 },
          { from: 0, to: days - 1 },
          ...pointsOf(plan),
        ];
        for (const { from, to } of spans) {
          const parts = partsOf(plan, from, to);
          const covered = parts.reduce((sum, part) => sum + edges[part + 1]! - edges[part]!, 0);
          expect(covered).toBe(to - from + 1);
        }
        expect(edges.at(-1)! - edges[0]!).toBe(lead + days);
      }),
    );
  });
});
