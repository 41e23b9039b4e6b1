import { describe, expect, test } from 'vitest';
import type { Change, EventFigures } from '../../../src/core/event/result.ts';
import { judge } from '../../../src/core/event/verdict.ts';

const change = (low: number, high: number): Change => ({
  difference: (low + high) / 2,
  interval: { level: 0.95, difference: [low, high], method: 'jackknife' },
  p: 0.01,
  detectable: 1,
});
const figures = (own: Change | null, placebo: Change | null, beyondPlacebo: Change | null): EventFigures => ({
  attendees: 100,
  again: 0,
  dates: 1,
  neverAttended: [100, 100],
  levels: null,
  change: own,
  placebo,
  beyondPlacebo,
});
const [clear, open, below] = [change(1, 3), change(-1, 2), change(-3, -1)];

describe('the verdict on an event', () => {
  test('is better where the change is clear of 0, the placebo is not, and the change is clear of the placebo', () => {
    expect(judge(figures(clear, open, clear), 'higher', null, 1)).toEqual({ verdict: 'better' });
    expect(judge(figures(clear, open, clear), 'lower', null, 1)).toEqual({ verdict: 'worse' });
    expect(judge(figures(below, open, below), 'higher', 0.04, 3)).toEqual({ verdict: 'worse' });
  });

  test('is open without a word where the change itself is', () => {
    expect(judge(figures(open, clear, open), 'higher', null, 1)).toEqual({ verdict: 'unclear' });
    expect(judge(figures(null, null, null), 'higher', null, 1)).toEqual({ verdict: 'unclear' });
  });

  test.each([
    ['the placebo is clear of 0 on the same side', figures(clear, clear, clear), null, /on another path before/],
    ['the placebo is clear of 0 on the other side', figures(clear, below, clear), null, /on another path before/],
    ['the change is not clear of the placebo', figures(clear, open, open), null, /not clear of what the placebo shows/],
    ['there is no placebo', figures(clear, null, null), null, /no placebo/],
    ['there are too many events for that p', figures(clear, open, clear), 0.2, /adjusted for 7 events/],
  ])('is never better where %s, and says so', (_, own, adjustedP, reason) => {
    const { verdict, unclearReason } = judge(own, 'higher', adjustedP, 7);
    expect(verdict).toBe('unclear');
    expect(unclearReason).toMatch(reason);
  });
});
