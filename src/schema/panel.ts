import * as z from 'zod/mini';
import type { Period } from '../core/period.ts';
import { currency, MISSING, period } from './parts.ts';
import { personId } from './person.ts';

/** What stands in place of a period of joining for who has not joined. */
export const NEVER = 'never';

/** A person in a period: outcome, and the period of joining; blank, 0 or `never` is who has not joined. */
export const panelRow = z.object({
  personId,
  period,
  joined: z.optional(z.custom<Period | typeof NEVER>((value) => typeof value === 'object' || value === NEVER, MISSING)),
  outcome: z.optional(z.number()),
  currency: z.optional(currency),
});

export type PanelRecord = z.infer<typeof panelRow>;
