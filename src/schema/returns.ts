import * as z from 'zod/mini';
import { COHORTS } from '../core/cohort.ts';
import { amount, currency, MISSING, period, share } from './parts.ts';
import { rowContract } from './row-contract.ts';

const RETURN_KINDS = ['revenue', 'saving'] as const;

const RESERVED: ReadonlySet<string> = new Set(COHORTS.map(plain));

/** A row of a file of other returns, its text turned into values. */
export const returnRow = rowContract({
  period,
  source: z.string(MISSING).check(z.refine((source) => !RESERVED.has(plain(source)), 'SOURCE_RESERVED')),
  amount,
  kind: z.optional(z.enum(RETURN_KINDS)),
  attribution: z.optional(share),
  note: z.optional(z.string()),
  currency: z.optional(currency),
});

export type ReturnRecord = z.infer<typeof returnRow.whole>;

/** Names that differ in case, spaces, `_` and `-` alone are one. */
function plain(source: string): string {
  return source.toLowerCase().replace(/[\s_-]/g, '');
}
