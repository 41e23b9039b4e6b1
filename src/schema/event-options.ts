import * as z from 'zod/mini';
import { cohortOptions } from './cohort-options.ts';
import { countOption, option } from './option-values.ts';

const LONGEST_DAYS = 366;

const windowOption = option(`a number of days from 2 to ${LONGEST_DAYS}, such as 45`, (text) => {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return days >= 2 && days <= LONGEST_DAYS ? days : undefined;
});

/** The options of `event`. */
export const eventOptions = z.object({
  days: z.optional(windowOption),
  unitOutcome: z.optional(z.enum(['amount', 'count'])),
  population: z.optional(z.enum(['known', 'all'])),
  clean: z.optional(z.boolean()),
  better: z.optional(z.enum(['higher', 'lower'])),
  minPeople: z.optional(countOption(1)),
  ...z.pick(cohortOptions, { normalizeIds: true, timezone: true, memory: true, threads: true, currency: true }).shape,
});
