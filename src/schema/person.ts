import * as z from 'zod/mini';
import { MISSING } from './parts.ts';

/** Parts of rows about persons and days. */

/** As written: the jackknife group is taken from these characters. */
export const personId = z.string(MISSING);

/** A calendar day as `2024-01-31`. */
export const day = z.string(MISSING);
