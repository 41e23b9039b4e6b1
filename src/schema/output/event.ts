import * as z from 'zod/mini';
import { outcomeVerdict } from './comparison.ts';
import { caveats, count, currency, inputs, known, NAMED, range, share } from './parts.ts';

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const days = z.object({ from: z.number(), to: z.number() });

const levels = z.object({ placebo: z.nullable(z.number()), before: z.number(), after: z.number() });

const change = z
  .object({
    difference: z.number(),
    ...known('interval', z.object({ level: z.number(), difference: range, method: z.literal('jackknife') })),
    p: z.nullable(share),
    detectable: z.nullable(z.number()),
  })
  .register(NAMED, { id: 'change', description: 'of attendees, beyond people who never attended' });

const figures = z.object({
  attendees: count,
  again: count,
  dates: count,
  neverAttended: z.nullable(range),
  ...known('levels', z.object({ attendees: levels, neverAttended: levels })),
  ...known('change', change),
  ...known('placebo', change),
  ...known('beyondPlacebo', change),
});

const judged = z.extend(figures, { verdict: outcomeVerdict, unclearReason: z.optional(z.string()) });

const attendance = z.object({
  rows: count,
  people: count,
  compared: count,
  tooEarly: count,
  tooLate: count,
  unseen: count,
  newcomers: count,
  again: count,
  incomparable: count,
});

const point = z.extend(days, {
  attendees: z.number(),
  neverAttended: z.number(),
  difference: z.number(),
  interval: z.nullable(range),
});

/** What `event` answers. */
export const eventData = z.object({
  ...currency,
  data: z.object({ from: day, to: day }),
  outcome: z.enum(['amount', 'count']),
  direction: z.enum(['higher', 'lower']),
  population: z.enum(['known', 'all']),
  windows: z.object({ days: count, placebo: z.nullable(days), before: days, after: days }),
  attendance,
  neverAttended: count,
  verdict: outcomeVerdict,
  pooled: judged,
  events: z.array(z.extend(judged, { event: z.string(), adjustedP: z.nullable(share) })),
  dates: z.array(z.extend(figures, { date: day, events: z.array(z.string()) })),
  hiddenDates: count,
  course: z.object({ unit: z.enum(['day', 'week']), points: z.array(point) }),
  options: z.object({ minPeople: count, clean: z.boolean() }),
  caveats,
  inputs,
});
