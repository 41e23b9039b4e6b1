import * as z from 'zod/mini';
import { COHORTS } from '../core/cohort.ts';
import { currency, MISSING, period } from './parts.ts';

/** The fixed columns of files about members. What else a header names is an outcome, and is read beside these. */

const personId = z.string(MISSING);
const cohort = z.enum(COHORTS, MISSING);
const currencyCode = z.optional(currency);

/** A person, in a file without periods. */
export const personOutcomeRow = z.object({
  personId,
  cohort,
  invited: z.optional(z.boolean()),
  currency: currencyCode,
});

/** A person in a period. */
export const personPeriodRow = z.object({
  personId,
  cohort,
  period,
  invited: z.optional(z.boolean()),
  currency: currencyCode,
});

/** A mean, or a share written with %. */
export interface WrittenValue {
  readonly value: number;
  readonly percent: boolean;
}

const writtenValue = z.custom<WrittenValue>((value) => typeof value === 'object' && value !== null, MISSING);

/** An outcome of a whole cohort. */
export const cohortOutcomeRow = z.object({
  outcome: z.string(MISSING),
  cohort,
  people: z.int(MISSING).check(z.gte(0, 'COUNT_NEGATIVE')),
  value: writtenValue,
  period: z.optional(period),
  sd: z.optional(z.number().check(z.gte(0, 'SPREAD_NEGATIVE'))),
  invited: z.optional(z.int().check(z.gte(0, 'COUNT_NEGATIVE'))),
  currency: currencyCode,
});

export type CohortOutcomeRecord = z.infer<typeof cohortOutcomeRow>;

/** What somebody does how much of, in a file without periods. */
export const levelRow = z.object({ personId, level: z.optional(z.number()), currency: currencyCode });

/** The same, in a period. */
export const levelPeriodRow = z.object({ personId, level: z.optional(z.number()), period, currency: currencyCode });

/** What happened to somebody over the time that the file covers. */
export const incidentRow = z.object({
  personId,
  cohort,
  transactions: z.optional(z.number().check(z.gte(0, 'COUNT_NEGATIVE'))),
  amount: z.optional(z.number()),
  currency: currencyCode,
});
