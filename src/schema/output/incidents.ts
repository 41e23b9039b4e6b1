import * as z from 'zod/mini';
import { comparison, memberCohort, outcomeVerdict, ratio, sides } from './comparison.ts';
import { caveats, count, currency, inputs, known, NAMED, range, share } from './parts.ts';

const side = z.object({
  people: count,
  transactions: z.number(),
  incidents: z.number(),
  rate: z.number(),
  interval: z.nullable(range),
});

const METHODS = ['delta', 'square-and-add'] as const;

const perTransaction = z
  .object({
    members: side,
    nonMembers: side,
    difference: z.number(),
    ...known('interval', z.object({ level: z.number(), difference: range, method: z.enum(METHODS) })),
    ...known('ratio', z.object({ value: z.number(), interval: range })),
    p: z.nullable(share),
    detectable: z.nullable(z.number()),
  })
  .register(NAMED, { id: 'perTransaction' });

const bothSums = z.object({ members: z.number(), nonMembers: z.number() });

const money = z
  .extend(bothSums, { perPerson: comparison, perTransaction: z.nullable(perTransaction) })
  .register(NAMED, { id: 'incidentMoney', description: 'what incidents cost' });

const incident = z.object({
  incident: z.string(),
  ...known('total', bothSums),
  people: comparison,
  ...known('ratio', ratio),
  perPerson: comparison,
  ...known('perTransaction', perTransaction),
  ...known('money', money),
  basis: z.enum(['transaction', 'person']),
  adjustedP: z.nullable(share),
  verdict: outcomeVerdict,
  unclearReason: z.optional(z.string()),
});

/** What `incidents` answers. */
export const incidentsData = z.object({
  ...currency,
  people: sides,
  memberCohorts: z.array(memberCohort),
  ...known('transactions', bothSums),
  verdict: outcomeVerdict,
  incidents: z.array(incident),
  ...known('money', money),
  options: z.object({ minPeople: count }),
  caveats,
  inputs,
});
