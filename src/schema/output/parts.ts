import * as z from 'zod/mini';

/** What a schema is called where others refer to it, and what it says of itself. */
export const NAMED = z.registry<{ readonly id: string; readonly description?: string }>();

/** A key whose value may be unknown: null, with the reason beside it where there is more to say than the page does. */
export function known<K extends string, T extends z.ZodMiniType>(key: K, type: T) {
  return { [key]: z.nullable(type), [`${key}Reason`]: z.optional(z.string()) } as Record<K, z.ZodMiniNullable<T>> &
    Record<`${K}Reason`, z.ZodMiniOptional<z.ZodMiniString>>;
}

export const count = z.number().check(z.int(), z.nonnegative());

/** A share, 0–1. */
export const share = z.number().check(z.gte(0), z.lte(1));

export const period = z
  .string()
  .check(z.regex(/^\d{4}(-(\d\d|Q[1-4]))?$/))
  .register(NAMED, { id: 'period', description: '2024-01, 2024-Q1 or 2024' });

export const range = z
  .tuple([z.number(), z.number()])
  .register(NAMED, { id: 'range', description: 'lower and upper end of an interval' });

export const periodRange = z
  .tuple([z.nullable(period), z.nullable(period)])
  .register(NAMED, { id: 'periodRange', description: 'earliest and latest; null where an end does not come to it' });

/** Three-letter code, and why there is none. */
export const currency = known('currency', z.string().check(z.regex(/^[A-Z]{3}$/)));

const caveat = z.object({ code: z.string(), message: z.string() }).register(NAMED, { id: 'caveat' });

export const caveats = z.array(caveat);

const inputFile = z
  .object({
    name: z.string(),
    kind: z.string(),
    source: z.optional(z.string()),
    sha256: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
    rows: count,
    encoding: z.nullable(z.string()),
    delimiter: z.nullable(z.string()),
    decimal: z.nullable(z.enum(['.', ','])),
    dateOrder: z.nullable(z.enum(['dmy', 'mdy', 'ymd'])),
    compressed: z.optional(z.literal('gzip')),
    sheet: z.optional(z.string()),
    preambleLines: count,
    ignoredColumns: z.array(z.string()),
    skippedRows: count,
  })
  .register(NAMED, { id: 'inputFile', description: 'a file that was read, and what was found out about it' });

export const inputs = z.array(inputFile);

/** The envelope around what a command answers. */
export function envelope<T extends z.ZodMiniType>(kind: string, data: T) {
  return z.object({ schemaVersion: z.literal(1), kind: z.literal(kind), passed: z.boolean(), data });
}
