import * as z from 'zod/mini';
import {
  adjustment,
  comparison,
  differenceInterval,
  memberCohort,
  outcomeHead,
  outcomeVerdict,
  ratio,
  sides,
} from './comparison.ts';
import { caveats, count, currency, inputs, known, period, range, share } from './parts.ts';

const within = z.object({
  columns: z.array(z.string()),
  ...known('difference', z.number()),
  interval: z.nullable(differenceInterval),
  p: z.nullable(share),
  detectable: z.nullable(z.number()),
  strata: z.object({ compared: count, oneSided: count, tooSmall: count }),
  members: z.object({ compared: count, all: count }),
});

const beforeAfter = z.object({ before: z.nullable(z.number()), after: z.nullable(z.number()) });

const outcome = z.extend(comparison, {
  ...outcomeHead,
  missing: count,
  levels: z.nullable(z.object({ members: beforeAfter, nonMembers: beforeAfter })),
  adjustedP: z.nullable(share),
  adjustment,
  ...known('verdict', outcomeVerdict),
  unclearReason: z.optional(z.string()),
  ...known('ratio', ratio),
  ...known('winsorized', z.extend(comparison, { share, caps: range, capped: count })),
  ...known('within', within),
  cohorts: z.array(z.extend(comparison, { cohort: memberCohort })),
  by: z.array(z.object({ column: z.string(), groups: z.array(z.extend(comparison, { group: z.string() })) })),
});

/** A count that is followed over time. */
export const followedCount = z.object({
  count: z.string(),
  total: z.number(),
  periods: z.array(z.object({ period, total: z.number() })),
  ...known('slope', z.number()),
  interval: z.nullable(range),
});

/** What `outcomes` answers. */
export const outcomesData = z.object({
  ...currency,
  rows: z.enum(['people', 'cohorts']),
  memberCohorts: z.array(memberCohort),
  people: sides,
  periods: z.array(period),
  ...known('verdict', outcomeVerdict),
  outcomes: z.array(outcome),
  counts: z.array(followedCount),
  ...known('response', z.object({ invited: count, answered: count, rate: share })),
  followed: z.nullable(z.object({ both: sides, onlyBefore: sides, onlyAfter: sides, joined: count, left: count })),
  options: z.object({
    minPeople: count,
    winsorize: z.nullable(share),
    by: z.array(z.string()),
    compareWithin: z.array(z.string()),
  }),
  caveats,
  inputs,
});
