import * as z from 'zod/mini';
import { match, unit } from './cohorts.ts';
import { direction, outcomeVerdict } from './comparison.ts';
import { caveats, count, currency, inputs, known, NAMED, period, range, share } from './parts.ts';
import { window } from './what-if.ts';

const effectFigure = z
  .object({
    ...known('value', z.number()),
    se: z.nullable(z.number()),
    ...known('interval', range),
    p: z.nullable(share),
    detectable: z.nullable(z.number()),
  })
  .register(NAMED, { id: 'effectFigure', description: 'a figure with its error, of each person and period' });

export const comparisonGroup = z.enum(['never', 'not-yet']);

export const preTrend = z
  .object({
    ...known('basis', z.enum(['cells', 'periods'])),
    statistic: z.nullable(z.number()),
    df: z.nullable(count),
    p: z.nullable(share),
    drift: effectFigure,
    passed: z.nullable(z.boolean()),
  })
  .register(NAMED, { id: 'preTrend', description: 'whether those who joined were on another course before' });

export const byPeriod = z.extend(effectFigure, { period, people: count });

const sensitivity = z.object({
  largestBefore: z.number(),
  since: z.number(),
  steps: z.number(),
  breakdown: z.number(),
  breakdownInterval: z.number(),
  bounds: z.array(z.object({ ratio: z.number(), effect: range, interval: range })),
});

/** What `effect` answers. */
export const effectData = z.object({
  ...currency,
  outcome: z.enum(['spending', 'outcome']),
  unit,
  window,
  comparison: comparisonGroup,
  direction,
  people: z.object({ joined: count, neverJoined: count }),
  ...known('verdict', outcomeVerdict),
  unclearReason: z.optional(z.string()),
  effect: effectFigure,
  aggregates: z.object({ group: effectFigure, dynamic: effectFigure, calendar: effectFigure }),
  sinceJoining: z.array(z.extend(effectFigure, { since: z.number(), people: count, band: z.nullable(range) })),
  bandCritical: z.nullable(z.number()),
  byPeriod: z.array(byPeriod),
  byJoining: z.array(z.extend(effectFigure, { joined: period, people: count })),
  cells: z.array(z.extend(effectFigure, { joined: period, period, since: z.number(), people: count })),
  cellsWithoutComparison: count,
  preTrend,
  ...known('sensitivity', sensitivity),
  leftOut: z.object({ joinedBefore: count, knownLater: count, knownLaterJoined: count, incomplete: count }),
  match: z.optional(match),
  options: z.object({ minPeople: count }),
  caveats,
  inputs,
});
