import * as z from 'zod/mini';
import { day, personId } from './person.ts';

/** A row of a member list. Who has no date of joining is known to the community but never joined it. */
export const memberRow = z.object({
  personId,
  joined: z.optional(day),
  left: z.optional(day),
  /** The last contribution. */
  contributed: z.optional(day),
});

export type MemberRecord = z.infer<typeof memberRow>;

/** A row of a log of contributions. */
export const activityRow = z.object({ personId, date: day });

export type ActivityRecord = z.infer<typeof activityRow>;

/** A row of a customer list. */
export const customerRow = z.object({ personId, since: day });

export type CustomerRecord = z.infer<typeof customerRow>;
