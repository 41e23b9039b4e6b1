import * as z from 'zod/mini';
import { unit } from './cohorts.ts';
import { outcomeHead, outcomeVerdict } from './comparison.ts';
import { followedCount } from './outcomes.ts';
import { count, known, NAMED, period, range } from './parts.ts';
import { verdict } from './what-if.ts';

const interval = z.object({
  level: z.number(),
  return: range,
  ...known('surplus', range),
  ...known('roi', range),
  ...known('shareOfPie', range),
  ...known('giveBack', range),
});

const horizon = z
  .object({
    from: period,
    to: period,
    periods: count,
    ...known('outcomeReturn', z.number()),
    rewards: z.number(),
    ...known('return', z.number()),
    ...known('hours', z.number()),
    ...known('hoursValue', z.number()),
    ...known('fees', z.number()),
    ...known('investment', z.number()),
    ...known('surplus', z.number()),
    ...known('roi', z.number()),
    ...known('shareOfPie', z.number()),
    ...known('giveBack', z.number()),
    ...known('interval', interval),
    ...known('verdict', verdict),
  })
  .register(NAMED, { id: 'memberHorizon', description: 'the ledger of members over several periods' });

const counted = z.object({
  unitValue: z.number(),
  per: unit,
  each: z.number(),
  ...known('memberMonths', z.number()),
  ...known('latest12MemberMonths', z.number()),
});

const outcome = z.object({
  ...outcomeHead,
  ...known('difference', z.number()),
  ...known('interval', z.object({ level: z.number(), difference: range })),
  ...known('verdict', outcomeVerdict),
  ...known('counted', counted),
});

const recognition = z.object({
  ...known('coverage', z.number()),
  recognised: count,
  contributors: count,
  from: period,
  to: period,
  people: count,
  times: count,
  ...known('value', z.number()),
  given: z.array(
    z.object({ what: z.string(), times: count, ...known('people', count), ...known('value', z.number()) }),
  ),
});

/** The members' ledger beside that of the business. */
export const memberSide = z.extend(horizon, {
  latest12: horizon,
  ...known('hourValue', z.number()),
  outcomes: z.array(outcome),
  impact: z.array(followedCount),
  ...known('recognition', recognition),
});
