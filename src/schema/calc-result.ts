import * as z from 'zod/mini';
import { unit } from './output/cohorts.ts';
import { cohortFigures, ledger } from './output/ledger.ts';
import { range } from './output/parts.ts';
import { baseline, window } from './output/what-if.ts';

/** Around the data of every command. */
export const envelope = z.object({ schemaVersion: z.number(), kind: z.string(), data: z.unknown() });

const horizon = z.extend(ledger, { interval: z.optional(z.nullable(z.object({ roi: z.nullable(range) }))) });

const cohort = z.pick(cohortFigures, { people: true, spendPerPerson: true, uplift: true, return: true });

/**
 * The part of a result of `calc` that another result is compared by, in the terms of its schema; whatever else it holds
 * may change, and what older results lack is optional.
 */
export const calcResult = z.object({
  currency: z.nullable(z.string()),
  unit,
  window,
  baseline: z.pick(baseline, { period: true, newcomer: true }),
  totals: horizon,
  latest12: horizon,
  years: z.record(z.string(), horizon),
  periods: z
    .array(
      z.object({
        period: z.string(),
        cohorts: z.object({ active: z.optional(cohort), lurker: z.optional(cohort) }),
      }),
    )
    .check(z.minLength(1)),
  options: z.optional(z.object({ margin: z.number(), usefulLifeYears: z.number() })),
});
