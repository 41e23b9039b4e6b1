import * as z from 'zod/mini';

const script = z.object({ shell: z.string(), script: z.string() });

const setUp = z.object({ shell: z.string(), line: z.string(), file: z.nullable(z.string()) });

/** What `completion` answers: a script, or how each shell is told of it. */
export const completionData = z.union([script, z.object({ shells: z.array(setUp) })]);

const one = z.object({ name: z.string(), schema: z.looseObject({}) });

/** What `schema` answers in a format that is asked for: a JSON Schema, or what has one. */
export const schemaData = z.union([
  one,
  z.object({ schemas: z.array(z.object({ name: z.string(), of: z.string() })) }),
]);
