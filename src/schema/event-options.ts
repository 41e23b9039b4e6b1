import * as z from 'zod/mini';
import { cohortOptions } from './cohort-options.ts';
import { option } from './option-values.ts';

const LONGEST_DAYS = 366;

const windowOption = option(`a number of days from 2 to ${LONGEST_DAYS}, such as 45`, (text) => {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return days >= 2 && days <= LONGEST_DAYS ? days : undefined;
});

const leastOption = option('a whole number from 1 upwards', (text) => {
  const people = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return people >= 1 ? people : undefined;
});

/** The options of `event`. */
export const eventOptions = z.object({
  days: z.optional(windowOption),
  unitOutcome: z.optional(z.enum(['amount', 'count'])),
  population: z.optional(z.enum(['known', 'all'])),
  clean: z.optional(z.boolean()),
  lessIsBetter: z.optional(z.boolean()),
  minPeople: z.optional(leastOption),
  ...z.pick(cohortOptions, { normalizeIds: true, timezone: true, memory: true, threads: true, currency: true }).shape,
});
