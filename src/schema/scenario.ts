import * as z from 'zod/mini';
import { CATEGORIES, type CostCategory } from '../core/rows.ts';
import { baselineOption, option, parseFraction, periodOption, shareOption, yearsOption } from './option-values.ts';

const factor = option('a share of what is given, from 0 to 100 times as much, such as 120% or 1.2', (text) => {
  const share = parseFraction(text);
  return share !== undefined && share >= 0 && share <= 100 ? share : undefined;
});

const byCategory = Object.fromEntries(
  (Object.keys(CATEGORIES) as CostCategory[]).map((category) => [category, z.optional(factor)] as const),
) as Record<CostCategory, z.ZodMiniOptional<typeof factor>>;

/** One named scenario of a file, every value as text: what it changes in the options and in the rows. */
export const scenarioSettings = z.strictObject({
  baseline: z.optional(baselineOption),
  margin: z.optional(shareOption),
  life: z.optional(yearsOption),
  from: z.optional(periodOption),
  to: z.optional(periodOption),
  costs: z.optional(z.strictObject(byCategory)),
  returns: z.optional(z.record(z.string(), factor)),
});

/** The keys of a scenario, and those of its part `costs`: what may stand there. */
export const SCENARIO_KEYS: readonly string[] = Object.keys(scenarioSettings.shape);
export const COST_KEYS: readonly string[] = Object.keys(byCategory);
