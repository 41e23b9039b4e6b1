import type { Money } from '../money.ts';
import type { OutcomesResult } from '../outcomes/result.ts';
import type { Period, Unit } from '../period.ts';
import type { RoiResult } from '../result.ts';
import type { SpendCell } from '../rows.ts';

/** What members give. */
export const GIVEN = ['hours', 'fees'] as const;
export type GivenKind = (typeof GIVEN)[number];

/** Hours or fees of a period, all members together. */
export interface LedgerRow {
  readonly period: Period;
  readonly kind: GivenKind;
  /** Hours, or money. */
  readonly amount: Money;
}

/** An amount that comes again in every month, quarter or year. */
export interface Rate {
  readonly amount: number;
  readonly per: Unit;
}

/** An outcome that counts as money. */
export interface MoneyOutcome {
  readonly outcome: string;
  /** What one unit of it is worth; 1 where it is an amount itself. */
  readonly unitValue: number;
  /** The time that the outcome covers. */
  readonly per: Unit;
}

/** Somebody who was recognised or rewarded. */
export interface RecognitionRow {
  /** A digest of the person's id. */
  readonly person: string;
  /** When; missing where the file has no dates. */
  readonly period?: Period;
  readonly what: string;
  readonly value?: Money;
}

/** What the second ledger is computed from, beside the first one. */
export interface MemberInput {
  readonly business: Pick<
    RoiResult,
    'unit' | 'window' | 'totals' | 'latest12' | 'costsByCategory' | 'costsByCategoryLatest12'
  >;
  readonly spend: readonly SpendCell[];
  readonly outcomes?: OutcomesResult;
  readonly money: readonly MoneyOutcome[];
  /** An outcome of one period counts as money as well. */
  readonly countUnadjusted: boolean;
  readonly rows: readonly LedgerRow[];
  readonly rates: Readonly<Partial<Record<GivenKind, Rate>>>;
  readonly hourValue?: number;
  readonly recognition?: readonly RecognitionRow[];
  /** Fewer people than this are not shown. */
  readonly minPeople: number;
}
