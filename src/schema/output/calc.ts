import * as z from 'zod/mini';
import { CATEGORIES, type CostCategory } from '../../core/rows.ts';
import { match, rules, unit } from './cohorts.ts';
import { joining } from './joining.ts';
import { horizon, ledger, parallelTrends, perActiveMember, periodFigures, trend, uncertainty } from './ledger.ts';
import { memberSide } from './members.ts';
import { caveats, currency, inputs, known, period } from './parts.ts';
import { baseline, breakEven, scenario, sensitivity, verdict, window } from './what-if.ts';

/** What the figures were computed with. */
const options = z.object({
  baseline: z.string(),
  margin: z.number(),
  usefulLifeYears: z.number(),
  memberCost: z.enum(['variable', 'total']),
  discountRate: z.nullable(z.number()),
  from: z.nullable(period),
  to: z.nullable(period),
});

const byCategory = z.partialRecord(z.enum(Object.keys(CATEGORIES) as CostCategory[]), z.number());

const economics = z.object({
  discountRate: z.number(),
  npv: z.number(),
  ...known('irr', z.number()),
  ...known('payback', period),
  ...known('discountedPayback', period),
});

/** What `calc` answers: `docs/json.md` says what each key means. */
export const calcData = z.object({
  ...currency,
  unit,
  options,
  window,
  baseline,
  verdict,
  totals: horizon,
  latest12: horizon,
  years: z.record(z.string(), horizon),
  periods: z.array(periodFigures),
  returnsBySource: z.record(z.string(), z.number()),
  ...known('returnsByLine', z.object({ existing: z.number(), new: z.number() })),
  costsByCategory: byCategory,
  costsByCategoryLatest12: byCategory,
  ...known('costsByCategoryBefore12', byCategory),
  ...known('retention', z.object({ retention: z.number(), spendPerRetained: z.number() })),
  cash: z.extend(ledger, { notYetAmortised: z.number() }),
  perActiveMember,
  ...known('marginal', z.object({ cost: z.number(), benefit: z.number(), activeMembers: z.number() })),
  trend,
  breakEven,
  ...known('economics', economics),
  parallelTrends,
  uncertainty: z.nullable(uncertainty),
  sensitivity: z.optional(sensitivity),
  scenarios: z.optional(z.array(scenario)),
  cohortRules: z.optional(rules),
  match: z.optional(match),
  joining: z.optional(joining),
  ...known('members', memberSide),
  caveats,
  inputs,
});
