import * as z from 'zod/mini';
import { adjustment, direction, outcomeKind, outcomeVerdict } from './comparison.ts';
import { caveats, count, currency, inputs, known, period, range, share } from './parts.ts';

const levelRow = z.object({
  from: z.number(),
  to: z.number(),
  people: count,
  ...known('value', z.number()),
  interval: z.nullable(range),
  events: z.nullable(count),
});

const slope = z.object({
  value: z.number(),
  level: z.number(),
  interval: z.nullable(range),
  p: z.nullable(share),
  detectable: z.nullable(z.number()),
  method: z.enum(['HC1', 'jackknife']),
});

const outcome = z.object({
  outcome: z.string(),
  kind: outcomeKind,
  money: z.boolean(),
  direction,
  people: count,
  missing: count,
  levels: z.array(levelRow),
  ...known('slope', slope),
  ...known('spearman', z.object({ rho: z.number(), p: z.nullable(share) })),
  ...known('shareTrend', z.object({ z: z.number(), chiSquared: z.number(), p: share })),
  ...known('within', z.object({ slope, people: count, changed: count })),
  basis: z.enum(['within', 'across']),
  adjustedP: z.nullable(share),
  adjustment,
  ...known('verdict', outcomeVerdict),
  unclearReason: z.optional(z.string()),
});

/** What `dose` answers. */
export const doseData = z.object({
  ...currency,
  people: count,
  periods: z.array(period),
  period: z.nullable(period),
  lag: count,
  ...known('verdict', outcomeVerdict),
  outcomes: z.array(outcome),
  options: z.object({ lag: count, minPeople: count }),
  caveats,
  inputs,
});
