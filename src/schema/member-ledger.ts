import * as z from 'zod/mini';
import { GIVEN } from '../core/members/input.ts';
import { amount, currency, MISSING, period } from './parts.ts';
import { personId } from './person.ts';
import { rowContract } from './row-contract.ts';

/** A row of a member ledger: what members gave in a period, all of them together. */
export const ledgerRow = rowContract(
  {
    period,
    kind: z.enum(GIVEN, MISSING),
    amount,
    note: z.optional(z.string()),
    currency: z.optional(currency),
  },
  [{ code: 'HOURS_NEGATIVE', path: 'amount', holds: ({ kind, amount: given }) => kind !== 'hours' || given >= 0n }],
);

export type LedgerRecord = z.infer<typeof ledgerRow.whole>;

/** A row of a file of recognition: somebody was recognised or rewarded. */
export const recognitionRow = rowContract({
  personId,
  date: z.optional(period),
  what: z.optional(z.string()),
  value: z.optional(amount),
  currency: z.optional(currency),
});

export type RecognitionRecord = z.infer<typeof recognitionRow.whole>;
