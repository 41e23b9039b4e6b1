import * as z from 'zod/mini';
import { option } from './option-values.ts';

const LONGEST_SECONDS = 86_400;

const timeoutOption = option(`a number of seconds from 1 to ${LONGEST_SECONDS}, such as 300`, (text) => {
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : undefined;
});

/** The options that name a database; its address is read, and complained about, where no password can get into a message. */
export const sourceOptions = z.object({
  source: z.optional(z.string()),
  timeout: z.optional(timeoutOption),
  showSql: z.optional(z.boolean()),
  dialect: z.optional(z.string()),
});
