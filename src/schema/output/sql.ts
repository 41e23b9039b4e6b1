import * as z from 'zod/mini';

const statement = z.object({ name: z.string(), says: z.string(), tried: z.boolean(), sql: z.string() });

/** What `--show-sql` answers in a format that is asked for. */
export const sqlData = z.object({ dialect: z.string(), statements: z.array(statement) });
