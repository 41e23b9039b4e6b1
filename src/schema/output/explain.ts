import * as z from 'zod/mini';
import { NAMED } from './parts.ts';

const entry = z
  .object({
    id: z.string(),
    of: z.optional(z.string()),
    title: z.string(),
    question: z.string(),
    formula: z.array(z.string()),
    assumptions: z.array(z.string()),
    unknown: z.string(),
    path: z.string(),
    worked: z.looseObject({ fixture: z.string(), value: z.union([z.number(), z.string()]), text: z.string() }),
  })
  .register(NAMED, { id: 'entry', description: 'a figure, explained as the question that it answers' });

const arithmetic = z.object({
  metric: z.string(),
  question: z.string(),
  formula: z.array(z.string()),
  arithmetic: z.array(z.string()),
});

/** What `explain` answers: one figure, all of them, or with `--explain` the numbers put in. */
export const explainData = z.union([entry, z.object({ metrics: z.array(entry) }), arithmetic]);
