import { describe, expect, test } from 'vitest';
import type { Goal, Reading, Watch } from '../../../src/core/goals/goal.ts';
import { initiativeStatus, judgeGoals, judgeWatches, watchFails } from '../../../src/core/goals/judge.ts';
import { month, quarter, year } from '../../../src/core/period.ts';

const readings: Readonly<Record<string, Reading>> = {
  roi: { value: 0.2 },
  earnings: { value: null, reason: 'no outcomes' },
};
const read = (metric: string) => readings[metric]!;
const june = month(2024, 6);
const least = (metric: string, value: number): Goal => ({ metric, bound: { side: 'least', value } });
const statusOf = (goal: Goal) => judgeGoals([goal], read, june)[0]!.status;

describe('a goal', () => {
  test('is met at its bound and missed beyond it', () => {
    expect(statusOf(least('roi', 0.2))).toBe('met');
    expect(statusOf(least('roi', 0.21))).toBe('missed');
    expect(statusOf({ metric: 'roi', bound: { side: 'most', value: 0.2 } })).toBe('met');
    expect(statusOf({ metric: 'roi', bound: { side: 'most', value: 0.19 } })).toBe('missed');
  });

  test('is open until the figures cover the last month of its date', () => {
    const by = (period: Goal['by']) => statusOf({ ...least('roi', 1), by: period });
    expect(by(month(2024, 7))).toBe('open');
    expect(by(month(2024, 6))).toBe('missed');
    expect(by(quarter(2024, 2))).toBe('missed');
    expect(by(quarter(2024, 3))).toBe('open');
    expect(by(year(2024))).toBe('open');
  });

  test('that cannot be computed is unknown, whatever its date', () => {
    expect(statusOf(least('earnings', 0))).toBe('unknown');
    expect(statusOf({ ...least('earnings', 0), by: year(2030) })).toBe('unknown');
  });
});

describe('an initiative', () => {
  test.each([
    ['passed', ['met', 'met']],
    ['open', ['met', 'open']],
    ['failed', ['met', 'missed']],
    ['failed', ['open', 'unknown']],
  ] as const)('is %s with goals that are %j', (status, goals) => {
    expect(initiativeStatus(goals.map((goal) => ({ status: goal })))).toBe(status);
  });
});

describe('a check', () => {
  const watch = (metric: string, value: number, level: Watch['level']) =>
    judgeWatches([{ ...least(metric, value), level }], read)[0]!;

  test('fails the run where it is missed or unknown', () => {
    expect(watchFails(watch('roi', 0, 'error'))).toBe(false);
    expect(watchFails(watch('roi', 1, 'error'))).toBe(true);
    expect(watchFails(watch('earnings', 0, 'error'))).toBe(true);
  });

  test('that only warns never does, and does not pass either', () => {
    expect(watch('roi', 1, 'warn').status).toBe('missed');
    expect(watchFails(watch('roi', 1, 'warn'))).toBe(false);
    expect(watchFails(watch('earnings', 1, 'warn'))).toBe(false);
  });
});
