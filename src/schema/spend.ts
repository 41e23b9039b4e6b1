import * as z from 'zod/mini';
import { COHORTS, LINES } from '../core/cohort.ts';
import { type Money, money, ZERO } from '../core/money.ts';
import { amount, currency, MISSING, period } from './parts.ts';
import { type Rule, rowContract } from './row-contract.ts';

const count = z.int(MISSING).check(z.gte(0, 'COUNT_NEGATIVE'));

/** What a row of a spending file may hold. */
export const SPEND_SHAPE = {
  period,
  cohort: z.enum(COHORTS, MISSING),
  /** One of the two: a cohort has people, a person an id. */
  people: z.optional(count),
  personId: z.optional(z.string()),
  /** One of the two; where both are filled they agree. */
  spend: z.optional(amount),
  spendPerPerson: z.optional(amount),
  line: z.optional(z.enum(LINES)),
  spendSd: z.optional(z.number().check(z.gte(0, 'SD_NEGATIVE'))),
  sampleSize: z.optional(z.int().check(z.gte(1, 'SAMPLE_RANGE'))),
  retained: z.optional(count),
  group: z.optional(z.int().check(z.gte(0), z.lte(255))),
  currency: z.optional(currency),
};

/** What must hold between its values. */
export const SPEND_RULES: readonly Rule<z.infer<z.ZodMiniObject<typeof SPEND_SHAPE, z.core.$strip>>>[] = [
  { code: MISSING, path: 'people', holds: (row) => row.people !== undefined || row.personId !== undefined },
  {
    code: 'PERSON_OR_PEOPLE',
    path: 'personId',
    holds: (row) => row.people === undefined || row.personId === undefined,
  },
  {
    code: 'SPEND_MISSING',
    path: 'spend',
    holds: (row) => row.spend !== undefined || row.spendPerPerson !== undefined,
  },
  {
    code: 'SPEND_DISAGREES',
    path: 'spendPerPerson',
    holds: (row) => agree(row.spend, row.spendPerPerson, row.people ?? 1),
  },
  {
    code: 'NOBODY_SPENT',
    path: 'people',
    holds: (row) => row.people !== 0 || ((row.spend ?? ZERO) === ZERO && (row.spendPerPerson ?? ZERO) === ZERO),
  },
  {
    code: 'RETAINED_ABOVE_PEOPLE',
    path: 'retained',
    holds: (row) => row.retained === undefined || row.retained <= (row.people ?? 1),
  },
  {
    code: 'SAMPLE_ABOVE_PEOPLE',
    path: 'sampleSize',
    holds: (row) => row.sampleSize === undefined || row.sampleSize <= (row.people ?? 1),
  },
];

/** A row of a spending file, of a cohort or of one person, its text turned into values. */
export const spendRow = rowContract(SPEND_SHAPE, SPEND_RULES);

export type SpendRecord = z.infer<typeof spendRow.whole>;

const HALF_A_CENT = money('0.005');

/** Whether the total and the mean, which may have been rounded to the cent, say the same. */
function agree(spend: Money | undefined, spendPerPerson: Money | undefined, people: number): boolean {
  if (spend === undefined || spendPerPerson === undefined || people === 0) return true;
  const off = spend - spendPerPerson * BigInt(people);
  const tolerance = HALF_A_CENT * BigInt(people);
  return off <= tolerance && -off <= tolerance;
}
