import * as z from 'zod/mini';
import type { Rate } from '../core/members/input.ts';
import { MONTHS_PER, type Unit } from '../core/period.ts';
import { option } from './option-values.ts';
import { memberCohorts, names } from './outcomes-options.ts';

/** An outcome that counts as money, as the user wrote it. */
export interface MoneyChoice {
  readonly outcome: string;
  /** What one unit of it is worth. */
  readonly unitValue?: number;
  readonly per?: Unit;
}

const UNITS = Object.keys(MONTHS_PER) as Unit[];
const AMOUNT = String.raw`\d+\.?\d*|\.\d+`;

const moneyOption = option('an outcome, such as earnings, earnings/month or certificates=1500/year', (text) => {
  const match = new RegExp(`^(.+?)(?:=(${AMOUNT}))?(?:/(${UNITS.join('|')}))?$`, 'i').exec(text);
  const [, outcome = '', unitValue, per] = match ?? [];
  if (outcome.includes('=')) return undefined;
  return {
    outcome,
    ...(unitValue === undefined ? {} : { unitValue: Number(unitValue) }),
    ...(per === undefined ? {} : { per: per.toLowerCase() as Unit }),
  } satisfies MoneyChoice;
});

/** `310/month`; nothing at all needs no time. */
const rateOption = (what: string, example: string) =>
  option(`${what} and the time that they are for, such as ${example}, or 0`, (text): Rate | undefined => {
    const [, amount, per] = new RegExp(`^(${AMOUNT})(?:/(${UNITS.join('|')}))?$`, 'i').exec(text) ?? [];
    if (amount === undefined || (per === undefined && Number(amount) !== 0)) return undefined;
    return { amount: Number(amount), per: (per?.toLowerCase() ?? 'month') as Unit };
  });

const amountOption = option('an amount of 0 or more, such as 25 or 27.50', (text) =>
  new RegExp(`^(?:${AMOUNT})$`).test(text) ? Number(text) : undefined,
);

/** The options of the members' ledger in `calc`. */
export const memberLedgerOptions = z.object({
  higher: names,
  lower: names,
  count: names,
  outcome: names,
  cohort: z.optional(memberCohorts),
  money: z.optional(z.array(moneyOption)),
  countUnadjusted: z.optional(z.boolean()),
  hours: z.optional(rateOption('hours of all members together', '310/month')),
  fees: z.optional(rateOption('fees of all members together', '1200/month')),
  hourValue: z.optional(amountOption),
});

export type MemberLedgerOptions = z.infer<typeof memberLedgerOptions>;
