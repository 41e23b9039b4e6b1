import * as z from 'zod/mini';
import { countOption, currencyOption, option, shareOption } from './option-values.ts';

const LONGEST_DAYS = 3650;

const daysOption = option(`a number of days from 1 to ${LONGEST_DAYS}, such as 90`, (text) => {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= LONGEST_DAYS ? days : undefined;
});

const memoryOption = option('an amount of memory such as 512MB or 2GB', (text) => {
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT]i?B)$/i.exec(text);
  return match === null || Number(match[1]) === 0 ? undefined : `${match[1]}${match[2]}`;
});

const threadsOption = option('a number of threads from 1 to 256', (text) => {
  const threads = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return threads >= 1 && threads <= 256 ? threads : undefined;
});

const timezoneOption = option('a time zone such as Europe/Berlin or UTC', (text) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
});

/** The options that say how raw exports become cohorts. */
export const cohortOptions = z.object({
  unit: z.optional(z.enum(['month', 'quarter', 'year'])),
  newcomerDays: z.optional(daysOption),
  activeDays: z.optional(daysOption),
  normalizeIds: z.optional(z.boolean()),
  minMatch: z.optional(shareOption),
  memory: z.optional(memoryOption),
  threads: z.optional(threadsOption),
  groups: z.optional(z.boolean()),
  timezone: z.optional(timezoneOption),
  currency: z.optional(currencyOption),
  minPeople: z.optional(countOption(1)),
});

export type CohortOptions = z.infer<typeof cohortOptions>;
