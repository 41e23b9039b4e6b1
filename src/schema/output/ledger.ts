import * as z from 'zod/mini';
import { count, known, NAMED, period, range, share } from './parts.ts';

const method = z.enum(['jackknife', 'closed form', 'least squares']);
export const level = z.number();

/** Cost, return and what follows from them. */
export const ledger = z.object({
  cost: z.number(),
  return: z.number(),
  profit: z.number(),
  ...known('roi', z.number()),
});

const interval = z.object({
  level,
  return: range,
  profit: range,
  roi: z.nullable(range),
  method,
  detectable: z.object({ return: z.number(), roi: z.nullable(z.number()) }),
});

/** A stretch of periods: the whole, the latest twelve months, a year. */
export const horizon = z
  .extend(ledger, { from: period, to: period, periods: count, ...known('interval', interval) })
  .register(NAMED, { id: 'horizon', description: 'the ledger of several periods' });

/** A cohort whose spending returns something. */
export const cohortFigures = z.object({
  people: count,
  spendPerPerson: z.nullable(z.number()),
  uplift: z.nullable(z.number()),
  return: z.number(),
  interval: z.nullable(z.object({ uplift: range, return: range })),
});

export const periodFigures = z.extend(ledger, {
  period,
  cumulative: ledger,
  cashCost: z.number(),
  drift: z.nullable(z.number()),
  cohorts: z.object({ active: z.optional(cohortFigures), lurker: z.optional(cohortFigures) }),
  otherReturns: z.number(),
  interval: z.nullable(z.object({ return: range, profit: range, cumulativeProfit: range })),
});

const memberFigures = z.object({
  activeMembers: z.number(),
  cost: z.nullable(z.number()),
  benefit: z.nullable(z.number()),
  profit: z.nullable(z.number()),
  ...known('roi', z.number()),
  reason: z.optional(z.string()),
});

export const perActiveMember = z.extend(memberFigures, {
  costBasis: z.enum(['variable', 'total']),
  from: period,
  to: period,
  interval: z.nullable(z.object({ level, benefit: range, profit: range, roi: z.nullable(range) })),
  years: z.record(z.string(), memberFigures),
});

export const trend = z.object({
  periods: count,
  return: z.nullable(z.number()),
  cost: z.nullable(z.number()),
  profit: z.nullable(z.number()),
  reason: z.optional(z.string()),
  ...known('interval', z.object({ level, return: range, cost: range, profit: range, method })),
});

export const parallelTrends = z.object({
  periods: z.array(z.object({ period, gap: z.nullable(z.number()) })),
  ...known('change', z.number()),
  ...known('returnEffect', z.number()),
  ...known('interval', z.object({ level, change: range, method })),
});

export const uncertainty = z.object({ method, baselineShare: z.nullable(share) });
