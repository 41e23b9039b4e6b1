import * as z from 'zod/mini';
import { count } from './parts.ts';

const column = z.object({
  column: z.string(),
  header: z.string(),
  by: z.enum(['name', 'header', 'likeness', 'content']),
  example: z.string(),
  unreadable: count,
});

const proposal = z.object({
  kind: z.string(),
  columns: z.array(column),
  missing: z.array(z.object({ column: z.string(), headers: z.array(z.string()) })),
  outcomes: z.optional(z.array(z.string())),
  ignored: z.optional(z.array(z.string())),
  map: z.record(z.string(), z.string()),
});

const written = z.object({
  folder: z.string(),
  files: z.array(z.object({ path: z.string(), what: z.string(), written: z.boolean() })),
});

/** What `init` answers: the files that it writes, or with `--from` what an export looks like. */
export const initData = z.union([
  written,
  z.object({ file: z.string(), records: count, proposals: z.array(proposal) }),
]);
