import * as z from 'zod/mini';
import { MONTHS_PER, monthsOf, type Period } from '../core/period.ts';
import { CATEGORIES, type CostCategory } from '../core/rows.ts';
import { amount, currency, MISSING, period, share } from './parts.ts';
import { rowContract } from './row-contract.ts';

/** The longest useful life that is taken for one, in years. */
export const LONGEST_LIFE_YEARS = 100;

/** A row of a cost file, its text turned into values. */
export const costRow = rowContract(
  {
    period,
    category: z.enum(Object.keys(CATEGORIES) as CostCategory[], MISSING),
    amount,
    until: z.optional(period),
    item: z.optional(z.string()),
    share: z.optional(share),
    usefulLifeYears: z.optional(z.number().check(z.gt(0, 'LIFE_RANGE'), z.lte(LONGEST_LIFE_YEARS, 'LIFE_RANGE'))),
    currency: z.optional(currency),
  },
  [
    {
      code: 'LIFE_NOT_ONE_OFF',
      path: 'usefulLifeYears',
      holds: (row) => row.usefulLifeYears === undefined || row.category === 'one_off',
    },
    {
      code: 'UNTIL_BEFORE_PERIOD',
      path: 'until',
      holds: (row) => row.until === undefined || monthsOf(row.until).first >= monthsOf(row.period).first,
      stops: true,
    },
    {
      code: 'UNTIL_OFF_STEP',
      path: 'until',
      holds: (row) => row.until === undefined || endsOnStep(row.period, row.until),
    },
  ],
);

export type CostRecord = z.infer<typeof costRow.whole>;

/** Whether the end of `until` is the end of a step of the period's unit: a quarterly cost cannot end in May. */
function endsOnStep(from: Period, until: Period): boolean {
  const { first, count } = monthsOf(until);
  return (first + count) % MONTHS_PER[from.unit] === 0;
}
