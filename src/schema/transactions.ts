import * as z from 'zod/mini';
import { LINES } from '../core/cohort.ts';
import { amount, currency } from './parts.ts';
import { day, personId } from './person.ts';

/** A row of a transaction export; a refund is negative. */
export const transactionRow = z.object({
  personId,
  date: day,
  amount,
  line: z.optional(z.enum(LINES)),
  currency: z.optional(currency),
});

export type TransactionRecord = z.infer<typeof transactionRow>;
