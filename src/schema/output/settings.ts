import * as z from 'zod/mini';

const setting = z.object({
  command: z.string(),
  name: z.string(),
  value: z.array(z.string()),
  source: z.enum(['flag', 'environment', 'file', 'default']),
  where: z.nullable(z.string()),
});

/** What `config` answers. */
export const settingsData = z.object({
  config: z.nullable(z.string()),
  settings: z.array(setting),
  ignored: z.array(z.string()),
});
