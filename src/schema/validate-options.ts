import * as z from 'zod/mini';
import { currencyOption } from './option-values.ts';

/** The options of `validate`. */
export const validateOptions = z.object({
  as: z.optional(z.enum(['costs', 'spend', 'returns'])),
  all: z.optional(z.boolean()),
  currency: z.optional(currencyOption),
});
