import * as z from 'zod/mini';
import { delimiterOption, option } from './option-values.ts';

const width = option('a number of columns from 20 to 1000', (text) => {
  const columns = /^\d+$/.test(text) ? Number(text) : 0;
  return columns >= 20 && columns <= 1000 ? columns : undefined;
});

const localeOption = option('a language and region such as de-DE, fr-FR or en-GB', (text) => {
  try {
    // One that is not known would be shown as the machine's own.
    return Intl.NumberFormat.supportedLocalesOf(text)[0];
  } catch {
    return undefined;
  }
});

/** The options that every command takes: how the report looks and where it goes. */
export const outputOptions = z.object({
  format: z.optional(z.string()),
  json: z.optional(z.boolean()),
  output: z.optional(z.array(z.string())),
  section: z.optional(z.array(z.string())),
  brief: z.optional(z.boolean()),
  chart: z.optional(z.boolean()),
  ascii: z.optional(z.boolean()),
  width: z.optional(width),
  locale: z.optional(localeOption),
  color: z.optional(z.enum(['auto', 'always', 'never'])),
  bom: z.optional(z.boolean()),
  delimiter: z.optional(delimiterOption),
  decimal: z.optional(z.enum(['.', ','])),
  csvDelimiter: z.optional(delimiterOption),
  csvDecimal: z.optional(z.enum(['.', ','])),
  quiet: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
});

export type OutputOptions = z.infer<typeof outputOptions>;
