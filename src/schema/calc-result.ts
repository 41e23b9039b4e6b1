import * as z from 'zod/mini';
import { MONTHS_PER, type Unit } from '../core/period.ts';

/** Around the data of every command. */
export const envelope = z.object({ schemaVersion: z.number(), kind: z.string(), data: z.unknown() });

const amountOrUnknown = z.nullable(z.number());

const ledger = z.object({
  cost: z.number(),
  return: z.number(),
  profit: z.number(),
  roi: amountOrUnknown,
  roiReason: z.optional(z.string()),
  interval: z.optional(z.nullable(z.object({ roi: z.nullable(z.tuple([z.number(), z.number()])) }))),
});

const cohort = z.object({
  people: z.number(),
  spendPerPerson: amountOrUnknown,
  uplift: amountOrUnknown,
  return: z.number(),
});

/** The part of a result of `calc` that another result is compared by; whatever else it holds may change. */
export const calcResult = z.object({
  currency: z.nullable(z.string()),
  unit: z.enum(Object.keys(MONTHS_PER) as Unit[]),
  window: z.object({ from: z.string(), to: z.string(), periods: z.number() }),
  baseline: z.object({ period: z.string(), newcomer: z.number() }),
  totals: ledger,
  latest12: ledger,
  years: z.record(z.string(), ledger),
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
