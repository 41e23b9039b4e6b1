import type { Comparison, OutcomeVerdict, RatioFigures } from '../outcomes/result.ts';
import type { Range } from '../result.ts';

/** One side's incidents over its transactions. */
export interface TransactionSide {
  /** People whose transactions are known. */
  readonly people: number;
  readonly transactions: number;
  readonly incidents: number;
  /** Incidents for each transaction. */
  readonly rate: number;
  readonly interval: Range | null;
}

/** Incidents per transaction of members beside those of non-members; each person counts as one. */
export interface PerTransaction {
  readonly members: TransactionSide;
  readonly nonMembers: TransactionSide;
  readonly difference: number;
  readonly interval: {
    readonly level: number;
    readonly difference: Range;
    readonly method: 'delta' | 'square-and-add';
  } | null;
  readonly intervalReason?: string;
  readonly ratio: { readonly value: number; readonly interval: Range } | null;
  readonly ratioReason?: string;
  readonly p: number | null;
  readonly detectable: number | null;
}

/** What incidents cost. */
export interface IncidentMoney {
  readonly members: number;
  readonly nonMembers: number;
  /** Cost of each person, of those who had none as well. */
  readonly perPerson: Comparison;
  /** Cost of each transaction. */
  readonly perTransaction: PerTransaction | null;
}

export interface IncidentFigures {
  readonly incident: string;
  /** Null where a side has too few people to be shown. */
  readonly total: { readonly members: number; readonly nonMembers: number } | null;
  readonly totalReason?: string;
  /** The share of people to whom it happened at least once. */
  readonly people: Comparison;
  readonly ratio: RatioFigures | null;
  readonly ratioReason?: string;
  /** How often it happened to each person. */
  readonly perPerson: Comparison;
  readonly perTransaction: PerTransaction | null;
  readonly perTransactionReason?: string;
  readonly money: IncidentMoney | null;
  readonly moneyReason?: string;
  /** What the verdict rests on: per transaction where transactions are known. */
  readonly basis: 'transaction' | 'person';
  readonly adjustedP: number | null;
  readonly verdict: OutcomeVerdict;
  /** Why it is unclear, where the interval alone would have told. */
  readonly unclearReason?: string;
}

export interface IncidentsResult {
  readonly people: { readonly members: number; readonly nonMembers: number };
  readonly memberCohorts: readonly string[];
  readonly transactions: { readonly members: number; readonly nonMembers: number } | null;
  readonly transactionsReason?: string;
  readonly verdict: OutcomeVerdict;
  readonly incidents: readonly IncidentFigures[];
  /** What all incidents cost together, where the file has one amount for them. */
  readonly money: IncidentMoney | null;
  readonly moneyReason?: string;
}
