import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { few, oneOf, written } from './written.ts';

/** Every message about goals and checks of the configuration. */

export const goalsShape = (where: string, expected: string): Complaint => ({
  code: 'GOALS_SHAPE',
  message: `${where} cannot be read`,
  remedy: `Write it as ${expected}`,
});

export const goalKeyUnknown = (key: string, nearest: readonly string[], all: readonly string[]): Complaint => ({
  code: 'GOAL_KEY_UNKNOWN',
  message: `there is no key ${written(key)} here`,
  remedy: nearest.length > 0 ? `Did you mean ${oneOf(nearest)}?` : `There are ${oneOf(all, 'and')}.`,
});

export const goalValue = (key: string, value: string, expected: string): Complaint => ({
  code: 'GOAL_VALUE',
  message: `${key} cannot be ${written(value)}`,
  remedy: `It takes ${expected}.`,
});

export const goalMetricMissing = (): Complaint => ({
  code: 'GOAL_METRIC_MISSING',
  message: 'it names no metric',
  remedy: 'Add one, such as metric: latest12.roi',
});

export const goalNumberMissing = (metric: string): Complaint => ({
  code: 'GOAL_NUMBER_MISSING',
  message: `${written(metric)} has no number to be measured by`,
  remedy: 'Add at-least: or at-most: with a number or a share, such as at-least: 20%',
});

export const goalNumberTwice = (metric: string): Complaint => ({
  code: 'GOAL_NUMBER_TWICE',
  message: `${written(metric)} has both at-least and at-most`,
  remedy: 'Keep one; where both matter, write two goals.',
});

export const goalSideMissing = (initiative: string, given: string, missing: string): Complaint => ({
  code: 'GOAL_SIDE_MISSING',
  message: `${written(initiative)} has goals for the ${given} only`,
  remedy: `Add one or two for the ${missing}: an initiative that pays one side alone does not last.`,
});

export const goalsMissing = (initiative: string): Complaint => ({
  code: 'GOALS_MISSING',
  message: `${written(initiative)} has no goals`,
  remedy: 'Give it one or two for the business and one or two for the members.',
});

export const goalsTooMany = (initiative: string, side: string, count: number): Complaint => ({
  code: 'GOALS_TOO_MANY',
  message: `${written(initiative)} has ${count} goals for the ${side}`,
  remedy: 'Keep the one or two that decide; what is only watched can stand under checks:.',
});

export const goalMetricUnknown = (metric: string, nearest: readonly string[], all: readonly string[]): Complaint => ({
  code: 'GOAL_METRIC_UNKNOWN',
  message: `there is no metric ${written(metric)}`,
  remedy: nearest.length > 0 ? `Did you mean ${oneOf(nearest)}?` : `There are ${few(all)}.`,
});

export const nothingToCheck = (config: string) =>
  new UserError(
    {
      code: 'GOALS_NONE',
      message: `${config} has neither initiatives nor checks`,
      remedy: 'Say what is to be reached: checks: [{ metric: latest12.roi, at-least: 0 }]',
    },
    EXIT.usage,
  );
