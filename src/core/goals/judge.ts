import { monthsOf, type Period } from '../period.ts';
import type { Bound, Goal, Reading, Watch } from './goal.ts';

/**
 * `open`: not reached, and its date has not come. `unknown`: cannot be computed, which does not pass, whatever its date.
 */
export type GoalStatus = 'met' | 'missed' | 'open' | 'unknown';

/** `failed`: a goal is missed or unknown. `open`: none is, and one is still to be reached. */
export type InitiativeStatus = 'passed' | 'failed' | 'open';

export type Judged<T> = T & { readonly reading: Reading; readonly status: GoalStatus };

/** What a figure is. */
export type Read = (metric: string) => Reading;

/** Goals with what their figures are; `last` is the last period that the figures cover. */
export function judgeGoals<T extends Goal>(goals: readonly T[], read: Read, last: Period): Judged<T>[] {
  return goals.map((goal) => {
    const reading = read(goal.metric);
    return { ...goal, reading, status: statusOf(goal, reading, last) };
  });
}

/** An initiative passes when all its goals are met, those of both sides. */
export function initiativeStatus(goals: readonly { readonly status: GoalStatus }[]): InitiativeStatus {
  if (goals.some(({ status }) => status === 'missed' || status === 'unknown')) return 'failed';
  return goals.some(({ status }) => status === 'open') ? 'open' : 'passed';
}

/** Watched figures with what they are; unknown does not pass. */
export function judgeWatches<T extends Watch>(watches: readonly T[], read: Read): Judged<T>[] {
  return watches.map((watch) => {
    const reading = read(watch.metric);
    if (reading.value === null) return { ...watch, reading, status: 'unknown' };
    return { ...watch, reading, status: holds(watch.bound, reading.value) ? 'met' : 'missed' };
  });
}

/** Whether a watched figure fails the run: one that only warns never does. */
export function watchFails({ level, status }: Pick<Judged<Watch>, 'level' | 'status'>): boolean {
  return level === 'error' && status !== 'met';
}

/** A goal that is not reached is open until the figures cover the last month of its date. */
function statusOf({ bound, by }: Goal, { value }: Reading, last: Period): GoalStatus {
  if (value === null) return 'unknown';
  if (holds(bound, value)) return 'met';
  return by === undefined || lastMonth(by) <= lastMonth(last) ? 'missed' : 'open';
}

function holds({ side, value: bound }: Bound, value: number): boolean {
  return side === 'least' ? value >= bound : value <= bound;
}

function lastMonth(period: Period): number {
  const { first, count } = monthsOf(period);
  return first + count - 1;
}
