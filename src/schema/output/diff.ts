import * as z from 'zod/mini';
import { FACTORS } from '../../core/decomposition.ts';
import { unit } from './cohorts.ts';
import { ledger } from './ledger.ts';
import { caveats, count, currency, known, period, range } from './parts.ts';

const side = z.extend(ledger, {
  file: z.string(),
  from: period,
  to: period,
  periods: count,
  unit,
  interval: z.nullable(z.object({ roi: z.nullable(range) })),
  baseline: z.object({ period: z.string(), newcomer: z.number() }),
  margin: z.number(),
});

/** What `diff` answers. */
export const diffData = z.object({
  ...currency,
  horizon: z.string(),
  old: side,
  new: side,
  change: z.object({ ...known('roi', z.number()), profit: z.number() }),
  factors: z.array(
    z.object({
      factor: z.enum(FACTORS),
      old: z.nullable(z.number()),
      new: z.nullable(z.number()),
      roi: z.nullable(z.number()),
      profit: z.number(),
    }),
  ),
  largest: z.nullable(z.enum(FACTORS)),
  caveats,
});
