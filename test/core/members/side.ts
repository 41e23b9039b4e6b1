import { calculateRoi } from '../../../src/core/calculate.ts';
import type { Cohort } from '../../../src/core/cohort.ts';
import { calculateMemberSide } from '../../../src/core/members/calculate.ts';
import type { GivenKind, LedgerRow, MemberInput } from '../../../src/core/members/input.ts';
import type { MemberSide } from '../../../src/core/members/result.ts';
import { money } from '../../../src/core/money.ts';
import { calculateOutcomes } from '../../../src/core/outcomes/calculate.ts';
import { type CohortOutcome, collectCohorts } from '../../../src/core/outcomes/cohort-rows.ts';
import { MEMBERS } from '../../../src/core/outcomes/options.ts';
import type { Direction, OutcomesResult } from '../../../src/core/outcomes/result.ts';
import type { SpendCell } from '../../../src/core/rows.ts';
import { cost, labels, period, spend } from '../helper.ts';

/** A community of 100 active members a month; each spends 40 + `extra`, and costs 10. */
export function community(first: string, months: number, extra = 20) {
  const all = labels(first, months);
  const cells: SpendCell[] = all.flatMap((label) => [
    spend(label, 'non_member', 1000, 30),
    spend(label, 'newcomer', 50, 40),
    spend(label, 'active', 100, 40 + extra),
  ]);
  const costs = [cost(first, 'staff', 1000, { until: all.at(-1)! }), cost(all.at(-1)!, 'rewards', 300)];
  return { costs, spend: cells };
}

interface Earning {
  readonly period?: string;
  readonly cohort: Cohort;
  readonly value: number;
  readonly sd?: number;
  readonly people?: number;
}

/** Earnings by cohort; a tenth of the mean is how far people differ, unless a row says otherwise. */
export function earnings(rows: readonly Earning[], direction: Direction = 'higher'): OutcomesResult {
  const cells = rows.map(
    ({ period: label, cohort, value, sd, people = 400 }): CohortOutcome => ({
      outcome: 0,
      cohort,
      people,
      value,
      isShare: false,
      ...(sd === undefined ? {} : { sd }),
      ...(label === undefined ? {} : { period: period(label) }),
    }),
  );
  const collected = collectCohorts(cells, [], 1, {});
  const outcomes = [{ name: 'earnings', kind: 'mean', money: true, direction } as const];
  return calculateOutcomes({ collected, outcomes, counts: [] }, { members: MEMBERS, minPeople: 5, by: [], within: [] });
}

/** Members rose by `more` beyond non-members, from the first period to the second. */
export function change(from: string, to: string, more: number, sd?: number): OutcomesResult {
  const spread = sd === undefined ? {} : { sd };
  return earnings([
    { period: from, cohort: 'non_member', value: 100, ...spread },
    { period: from, cohort: 'active', value: 120, ...spread },
    { period: to, cohort: 'non_member', value: 110, ...spread },
    { period: to, cohort: 'active', value: 130 + more, ...spread },
  ]);
}

export const given = (label: string, kind: GivenKind, amount: number): LedgerRow => ({
  period: period(label),
  kind,
  amount: money(amount),
});

/** The members' side of a community, beside its business ledger. */
export function sideOf(
  rows: ReturnType<typeof community>,
  more: Partial<MemberInput> & { readonly from?: string } = {},
): MemberSide {
  const { from, ...input } = more;
  const business = calculateRoi(rows, from === undefined ? {} : { from: period(from) });
  return calculateMemberSide({
    business,
    spend: rows.spend,
    money: [],
    countUnadjusted: false,
    rows: [],
    rates: {},
    minPeople: 5,
    ...input,
  });
}

export const BY_MONTH = [{ outcome: 'earnings', unitValue: 1, per: 'month' }] as const;
