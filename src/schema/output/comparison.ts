import * as z from 'zod/mini';
import { count, known, NAMED, period, range, share } from './parts.ts';

const side = z
  .object({
    people: count,
    ...known('value', z.number()),
    interval: z.nullable(range),
    events: z.nullable(count),
  })
  .register(NAMED, { id: 'side', description: 'one side of a comparison' });

export const differenceInterval = z.object({
  level: z.number(),
  difference: range,
  method: z.enum(['welch', 'newcombe', 'stratified', 'closed form']),
});

/** Members beside non-members. */
export const comparison = z
  .object({
    members: side,
    nonMembers: side,
    ...known('difference', z.number()),
    ...known('interval', differenceInterval),
    ...known('p', share),
    detectable: z.nullable(z.number()),
  })
  .register(NAMED, { id: 'comparison', description: 'members beside non-members' });

/** The share of members over that of non-members. */
export const ratio = z.object({
  value: z.number(),
  interval: range,
  halfAdded: z.boolean(),
  eValue: z.object({ value: z.number(), limit: z.number() }),
});

export const direction = z.nullable(z.enum(['higher', 'lower']));
export const outcomeKind = z.enum(['mean', 'rate']);
export const outcomeVerdict = z.enum(['better', 'worse', 'unclear']);
/** What an outcome is, wherever it stands. */
export const outcomeHead = {
  outcome: z.string(),
  kind: outcomeKind,
  money: z.boolean(),
  direction,
  estimate: z.enum(['gap', 'change']),
  from: z.nullable(period),
  to: z.nullable(period),
};
export const adjustment = z.enum(['holm', 'benjamini-hochberg']);
export const memberCohort = z.enum(['non_member', 'newcomer', 'lurker', 'active']);

/** How many people are on each side. */
export const sides = z.object({ members: count, nonMembers: count });
