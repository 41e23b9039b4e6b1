import * as z from 'zod/mini';
import {
  baselineOption,
  countOption,
  currencyOption,
  periodOption,
  rateOption,
  shareOption,
  thresholdOption,
  yearsOption,
} from './option-values.ts';

/** The options of `calc` that carry a value to compute with. */
export const calcOptions = z.object({
  baseline: z.optional(baselineOption),
  margin: z.optional(shareOption),
  life: z.optional(yearsOption),
  memberCost: z.optional(z.enum(['variable', 'total'])),
  discountRate: z.optional(rateOption),
  from: z.optional(periodOption),
  to: z.optional(periodOption),
  currency: z.optional(currencyOption),
  failUnder: z.optional(z.array(thresholdOption)),
  minPeople: z.optional(countOption(1)),
});

export type CalcOptions = z.infer<typeof calcOptions>;
