import { describe, expect, test } from 'vitest';
import { adjustedPs, overallVerdict, verdictOf } from '../../../src/core/outcomes/verdict.ts';

const interval = (low: number, high: number) => ({ difference: [low, high] as const });
const judged = { direction: 'higher', difference: 2, interval: interval(1, 3), within: null } as const;

describe('a verdict', () => {
  test('is better where the interval lies on the good side, worse on the other', () => {
    expect(verdictOf(judged, 0.01)).toBe('better');
    expect(verdictOf({ ...judged, direction: 'lower' }, 0.01)).toBe('worse');
  });

  test.each([
    ['the interval holds 0', { ...judged, interval: interval(-1, 3) }, 0.2],
    ['there is no interval', { ...judged, interval: null }, null],
    ['p does not survive the number of outcomes', judged, 0.051],
    ['it is gone among people who are alike', { ...judged, within: { interval: interval(-1, 3) } }, 0.01],
    ['it turns round among people who are alike', { ...judged, within: { interval: interval(-3, -1) } }, 0.01],
  ])('cannot be told where %s', (_, own, p) => {
    expect(verdictOf(own, p)).toBe('unclear');
  });

  test('is none where nobody said which way is good', () => {
    expect(verdictOf({ ...judged, direction: null }, 0.001)).toBeNull();
  });

  test('of all outcomes is clear only where none contradicts it', () => {
    const all = (...verdicts: ('better' | 'worse' | 'unclear' | null)[]) =>
      overallVerdict(verdicts.map((verdict) => ({ direction: 'higher', verdict }) as const));
    expect(all('better', 'unclear')).toBe('better');
    expect(all('worse', 'unclear', null)).toBe('worse');
    expect(all('better', 'worse')).toBe('unclear');
    expect(all('unclear')).toBe('unclear');
    expect(all(null)).toBeNull();
  });
});

test('declared outcomes are adjusted among themselves, whatever else is looked at', () => {
  const declared = { direction: 'higher', p: 0.02 } as const;
  const others = Array.from({ length: 50 }, () => ({ direction: null, p: 0.9 }));
  expect(adjustedPs([declared, { direction: 'lower', p: null }, ...others])[0]).toBe(0.02);
  expect(adjustedPs([declared, declared])[0]).toBe(0.04);
});
