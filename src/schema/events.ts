import * as z from 'zod/mini';
import { day, personId } from './person.ts';

/** A row of a list of attendances. */
export const eventRow = z.object({
  personId,
  date: day,
  /** Name or kind of the event, by which the report is broken down. */
  event: z.optional(z.string()),
});

export type EventRecord = z.infer<typeof eventRow>;
