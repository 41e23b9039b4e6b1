import * as z from 'zod/mini';
import { countOption, currencyOption, periodOption } from './option-values.ts';

/** The options of `effect`, beside those that say how raw exports are read. */
export const effectOptions = z.object({
  comparison: z.optional(z.enum(['never', 'not-yet'])),
  better: z.optional(z.enum(['higher', 'lower'])),
  from: z.optional(periodOption),
  to: z.optional(periodOption),
  minPeople: z.optional(countOption(1)),
  currency: z.optional(currencyOption),
});

export type EffectOptionValues = z.infer<typeof effectOptions>;
