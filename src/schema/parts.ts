import * as z from 'zod/mini';
import { MONTHS_PER, type Period, type Unit } from '../core/period.ts';

/** The message of every issue is the code of the problem. */

/** Where a required cell is blank. */
export const MISSING = 'VALUE_MISSING';

const UNITS = Object.keys(MONTHS_PER) as Unit[];

export const period = z.custom<Period>(isPeriod, MISSING);

function isPeriod(value: unknown): boolean {
  const { unit, index } = (value ?? {}) as Partial<Period>;
  return UNITS.includes(unit as Unit) && Number.isInteger(index);
}

/** Money as `core/money.ts` keeps it. */
export const amount = z.bigint(MISSING);

/** A part of a whole, above 0 and at most 1. */
export const share = z.number(MISSING).check(z.gt(0, 'SHARE_RANGE'), z.lte(1, 'SHARE_RANGE'));

/** ISO 4217. */
export const currency = z.string(MISSING);

/** Whether a row without this value breaks the contract. */
export function isRequired(schema: z.ZodMiniObject, key: string): boolean {
  const part = schema.def.shape[key];
  return part !== undefined && part._zod.optin !== 'optional';
}
