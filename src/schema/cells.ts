import * as z from 'zod/mini';
import { MISSING } from './parts.ts';
import { rowContract } from './row-contract.ts';
import { SPEND_RULES, SPEND_SHAPE } from './spend.ts';

/** A row of what a database answers: people and sum of a cohort's jackknife group. */
export const cellRow = rowContract({ ...SPEND_SHAPE, group: z.int(MISSING).check(z.gte(0), z.lte(255)) }, SPEND_RULES);
