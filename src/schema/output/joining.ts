import * as z from 'zod/mini';
import { byPeriod, comparisonGroup, preTrend } from './effect.ts';
import { count, known, period, range } from './parts.ts';

const figures = z.object({
  active: z.number(),
  members: z.number(),
  return: z.number(),
  roi: z.nullable(z.number()),
  ...known('interval', z.object({ return: range, roi: z.nullable(range) })),
});

/** The return of members by two methods: `calc --method joining`. */
export const joining = z.object({
  from: period,
  to: period,
  periods: count,
  comparison: comparisonGroup,
  people: z.object({ joined: count, neverJoined: count }),
  cost: z.number(),
  uplift: figures,
  joining: figures,
  effects: z.array(byPeriod),
  preTrend,
});
