import * as z from 'zod/mini';
import { horizon, level } from './ledger.ts';
import { count, known, NAMED, period, periodRange } from './parts.ts';

export const window = z.object({ from: period, to: period, periods: count });

export const baseline = z
  .object({ period: z.string(), newcomer: z.number(), nonMember: z.number(), gap: z.number() })
  .register(NAMED, { id: 'baseline', description: 'the yardstick of the uplift' });

export const breakEven = z
  .object({
    ...known('period', period),
    ...known('cumulative', period),
    ...known('projected', period),
    interval: z.nullable(
      z.object({ level, period: periodRange, cumulative: periodRange, projected: z.nullable(periodRange) }),
    ),
  })
  .register(NAMED, { id: 'breakEven' });

export const verdict = z.enum(['positive', 'negative', 'unclear']);

const moved = {
  roiFrom: z.nullable(z.number()),
  roiTo: z.nullable(z.number()),
  swing: z.nullable(z.number()),
  ...known('breakEvenAt', z.number()),
};

const numberEffect = z.object({
  assumption: z.enum(['margin', 'life', 'attribution', 'uplift', 'staff']),
  unit: z.enum(['share', 'years']),
  value: z.number(),
  from: z.number(),
  to: z.number(),
  ...moved,
});

const baselineEffect = z.object({
  assumption: z.literal('baseline'),
  unit: z.literal('gap'),
  value: z.string(),
  from: z.string(),
  to: z.string(),
  ...moved,
  gap: z.number(),
  each: z.array(z.object({ baseline: z.string(), gap: z.number(), roi: z.nullable(z.number()) })),
});

/** One assumption moved at a time. */
export const sensitivity = z.object({
  ...known('roi', z.number()),
  assumptions: z.array(z.union([numberEffect, baselineEffect])),
});

/** A named scenario beside the figures as they are. */
export const scenario = z.object({
  name: z.string(),
  changes: z.record(z.string(), z.string()),
  verdict,
  window,
  baseline,
  totals: horizon,
  latest12: horizon,
  breakEven,
});
