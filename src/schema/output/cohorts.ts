import * as z from 'zod/mini';
import { MONTHS_PER, type Unit } from '../../core/period.ts';
import { caveats, count, currency, inputs, known, NAMED, period, share } from './parts.ts';

export const unit = z.enum(Object.keys(MONTHS_PER) as Unit[]);

/** The rules by which people fall into cohorts. */
export const rules = z.object({ unit, newcomerDays: count, activeDays: count, normalizeIds: z.boolean() });

/** How a member list and an export of transactions fit together. */
export const match = z
  .object({
    members: count,
    buyers: count,
    both: count,
    shareOfMembers: z.nullable(share),
    shareOfBuyers: z.nullable(share),
    neverJoined: count,
    repeatedMemberRows: count,
    leftBeforeJoining: count,
    joinedAfterEnd: count,
    formerMembers: count,
    almostMatching: count,
    activeNonMembers: count,
    contributions: z.enum(['activity', 'last', 'none']),
    future: z.object({ members: count, transactions: count, activity: count, customers: count }),
    lastTransaction: z.string(),
    emptyPeriods: z.array(period),
  })
  .register(NAMED, { id: 'match', description: 'people in both exports, by their id' });

const cohortFigures = z.object({
  people: count,
  spend: z.number(),
  spendPerPerson: z.nullable(z.number()),
  spendSd: z.optional(z.nullable(z.number())),
  lines: z.optional(z.record(z.string(), z.number())),
});

/** What `cohorts` answers. */
export const cohortsData = z.extend(rules, {
  ...currency,
  window: z.object({ ...known('from', period), ...known('to', period), periods: count }),
  match,
  periods: z.array(
    z.object({
      period,
      cohorts: z.object({
        non_member: z.optional(cohortFigures),
        newcomer: z.optional(cohortFigures),
        lurker: z.optional(cohortFigures),
        active: z.optional(cohortFigures),
      }),
    }),
  ),
  caveats,
  inputs,
});
