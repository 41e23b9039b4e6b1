import * as z from 'zod/mini';
import { COHORTS, type Cohort } from '../core/cohort.ts';
import { countOption, currencyOption, option, parseFraction, periodOption } from './option-values.ts';

/** Names of columns, parted by commas; an option may be given more than once. */
export const names = z.optional(
  z.array(
    option('names of columns, parted by commas', (text) => {
      const all = text.split(',').map((name) => name.trim());
      return all.every((name) => name !== '') ? all : undefined;
    }),
  ),
);

const JOINED = COHORTS.filter((cohort) => cohort !== 'non_member');

/** The cohorts that count as members. */
export const memberCohorts = option(`${JOINED.join(', ')}, or several of them parted by commas`, (text) => {
  const all = text.split(',').map((name) => name.trim().toLowerCase().replace(/s$/, ''));
  return all.every((name) => (JOINED as readonly string[]).includes(name)) ? (all as Cohort[]) : undefined;
});

const quantile = option('a quantile from 0.5 to below 1, such as 0.99 or 99%', (text) => {
  const share = parseFraction(text);
  return share !== undefined && share >= 0.5 && share < 1 ? share : undefined;
});

/** What every command about members takes. */
const memberShape = {
  higher: names,
  lower: names,
  cohort: z.optional(memberCohorts),
  minPeople: z.optional(countOption(1)),
  currency: z.optional(currencyOption),
};

/** The options of `outcomes`. */
export const outcomesOptions = z.object({
  ...memberShape,
  outcome: names,
  count: names,
  by: names,
  compareWithin: names,
  winsorize: z.optional(quantile),
  before: z.optional(periodOption),
  after: z.optional(periodOption),
  invited: z.optional(countOption(1)),
});

export type OutcomesOptionValues = z.infer<typeof outcomesOptions>;

/** The options of `dose`. */
export const doseOptions = z.object({
  higher: names,
  lower: names,
  outcome: names,
  lag: z.optional(countOption(0)),
  minPeople: z.optional(countOption(1)),
  currency: z.optional(currencyOption),
});

/** The options of `incidents`. */
export const incidentsOptions = z.object({
  cohort: z.optional(memberCohorts),
  outcome: names,
  minPeople: z.optional(countOption(1)),
  currency: z.optional(currencyOption),
});
