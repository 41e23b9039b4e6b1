import * as z from 'zod/mini';
import { delimiterOption, option } from './option-values.ts';

/** The options that say how files are to be read. */
export const readOptionValues = z.object({
  encoding: z.optional(z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])),
  delimiter: z.optional(delimiterOption),
  decimal: z.optional(z.enum(['.', ','])),
  dateOrder: z.optional(z.enum(['dmy', 'mdy', 'ymd'])),
  sheet: z.optional(z.string()),
  skipBadRows: z.optional(z.boolean()),
  map: z.optional(
    z.array(
      option('file.column=Header, such as spend.amount=Betrag', (text): [string, string] | undefined => {
        const match = /^([\w.]+)\s*=\s*(.+)$/.exec(text);
        return match === null ? undefined : [match[1]!, match[2]!];
      }),
    ),
  ),
});
