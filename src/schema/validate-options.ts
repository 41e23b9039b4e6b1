import * as z from 'zod/mini';
import { currencyOption } from './option-values.ts';

/** The kinds of files that `validate` knows. */
export const CHECKED_KINDS = [
  'costs',
  'spend',
  'returns',
  'members',
  'transactions',
  'activity',
  'customers',
  'events',
  'outcomes',
  'levels',
  'incidents',
  'panel',
  'member_ledger',
  'recognition',
] as const;

/** The options of `validate`. */
export const validateOptions = z.object({
  as: z.optional(z.enum(CHECKED_KINDS)),
  all: z.optional(z.boolean()),
  currency: z.optional(currencyOption),
});
