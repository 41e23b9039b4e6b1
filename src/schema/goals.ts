import * as z from 'zod/mini';
import type { Bound } from '../core/goals/goal.ts';
import { option, parseFraction, periodOption } from './option-values.ts';

const number = option('a number or a share, such as 0, 250 or 20%', (text) => parseFraction(text.replace('−', '-')));
const metric = option('the name of a figure, such as latest12.roi', (text) => (text === '' ? undefined : text));

const bounded = {
  metric,
  label: z.optional(z.string()),
  'at-least': z.optional(number),
  'at-most': z.optional(number),
};

/** A goal as the config writes it. */
export const goalSchema = z.strictObject({ ...bounded, by: z.optional(periodOption) });

/** One initiative: its goals by side. That there are one or two on each is checked where they are counted. */
const initiativeSchema = z.strictObject({
  business: z.optional(z.array(goalSchema)),
  members: z.optional(z.array(goalSchema)),
});

/** A check as the config writes it. */
export const checkSchema = z.strictObject({ ...bounded, level: z.optional(z.enum(['error', 'warn'])) });

export const initiativesSchema = z.record(z.string(), initiativeSchema);
export const checksSchema = z.array(checkSchema);

/** The bound that a goal or check names; undefined where it names none, or both. */
export function boundOf(goal: {
  readonly 'at-least'?: number | undefined;
  readonly 'at-most'?: number | undefined;
}): Bound | undefined {
  const { 'at-least': least, 'at-most': most } = goal;
  if ((least === undefined) === (most === undefined)) return undefined;
  return least === undefined ? { side: 'most', value: most as number } : { side: 'least', value: least };
}

/** What may stand in an initiative, a goal and a check. */
export const INITIATIVE_KEYS: readonly string[] = Object.keys(initiativeSchema.shape);
export const GOAL_KEYS: readonly string[] = Object.keys(goalSchema.shape);
export const CHECK_KEYS: readonly string[] = Object.keys(checkSchema.shape);
