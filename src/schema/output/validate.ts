import * as z from 'zod/mini';
import { count } from './parts.ts';

/** What `validate` answers. */
export const validateData = z.object({
  total: count,
  files: z.array(z.object({ name: z.string(), kind: z.string(), rows: count })),
  counts: z.record(z.string(), count),
  problems: z.array(
    z.object({
      code: z.string(),
      file: z.string(),
      line: z.optional(count),
      column: z.optional(z.string()),
      message: z.string(),
      remedy: z.string(),
    }),
  ),
});
