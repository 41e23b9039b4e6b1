import * as z from 'zod/mini';
import { currency, known, NAMED, period } from './parts.ts';

const judged = {
  metric: z.string(),
  label: z.optional(z.string()),
  atLeast: z.optional(z.number()),
  atMost: z.optional(z.number()),
  ...known('value', z.number()),
};

const goal = z
  .object({ ...judged, status: z.enum(['met', 'missed', 'open', 'unknown']), by: z.optional(period) })
  .register(NAMED, { id: 'goal', description: 'a figure and what is wanted of it; open until its date has come' });

const initiative = z.object({
  initiative: z.string(),
  status: z.enum(['passed', 'failed', 'open']),
  business: z.array(goal),
  members: z.array(goal),
});

const watched = z.object({
  ...judged,
  status: z.enum(['met', 'missed', 'unknown']),
  level: z.enum(['error', 'warn']),
});

/** What `check` answers. */
export const checkData = z.object({
  to: period,
  ...currency,
  initiatives: z.array(initiative),
  checks: z.array(watched),
});
