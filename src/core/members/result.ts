import type { CountFigures, OutcomeFigures, OutcomeVerdict } from '../outcomes/result.ts';
import type { Unit } from '../period.ts';
import type { Range } from '../result.ts';

/** The members' ledger over a run of periods: what they got, what they gave, and how the pie is shared. Money in currency units. */
export interface MemberHorizon {
  readonly from: string;
  readonly to: string;
  readonly periods: number;
  /** Money that members have beyond non-members, over all outcomes that count as money. */
  readonly outcomeReturn: number | null;
  readonly outcomeReturnReason?: string;
  /** What the business gave to members: its costs of the category rewards. */
  readonly rewards: number;
  /** outcomeReturn + rewards */
  readonly return: number | null;
  readonly returnReason?: string;
  readonly hours: number | null;
  readonly hoursReason?: string;
  /** hours × what an hour is worth */
  readonly hoursValue: number | null;
  readonly hoursValueReason?: string;
  readonly fees: number | null;
  readonly feesReason?: string;
  /** hoursValue + fees */
  readonly investment: number | null;
  readonly investmentReason?: string;
  /** return − investment */
  readonly surplus: number | null;
  readonly surplusReason?: string;
  /** surplus ÷ investment */
  readonly roi: number | null;
  readonly roiReason?: string;
  /** surplus ÷ (surplus + profit of the business), where both are above 0. */
  readonly shareOfPie: number | null;
  readonly shareOfPieReason?: string;
  /** rewards ÷ return of the business */
  readonly giveBack: number | null;
  readonly giveBackReason?: string;
  readonly interval: MemberInterval | null;
  readonly intervalReason?: string;
  /** From the interval of the surplus; null where the surplus is unknown. */
  readonly verdict: 'positive' | 'negative' | 'unclear' | null;
  readonly verdictReason?: string;
}

/** 95% intervals of a members' ledger; they come from the outcomes, since rewards, hours and fees are counted. */
export interface MemberInterval {
  readonly level: number;
  readonly return: Range;
  /** Null where the investment is unknown. */
  readonly surplus: Range | null;
  readonly surplusReason?: string;
  readonly roi: Range | null;
  readonly roiReason?: string;
  /** Fieller's, with the two sides taken as independent. */
  readonly shareOfPie: Range | null;
  readonly shareOfPieReason?: string;
  readonly giveBack: Range | null;
  readonly giveBackReason?: string;
}

/** One outcome in the members' ledger. */
export interface LedgerOutcome
  extends Pick<OutcomeFigures, 'outcome' | 'kind' | 'money' | 'direction' | 'estimate' | 'from' | 'to'> {
  readonly difference: number | null;
  readonly differenceReason?: string;
  readonly interval: { readonly level: number; readonly difference: Range } | null;
  readonly intervalReason?: string;
  readonly verdict: OutcomeVerdict | null;
  readonly verdictReason?: string;
  /** How it counts as money; null where it does not. */
  readonly counted: CountedOutcome | null;
  readonly countedReason?: string;
}

/** An outcome as money: what a member has beyond a non-member, good above 0. */
export interface CountedOutcome {
  /** What one unit of the outcome is worth: 1 where it is an amount itself. */
  readonly unitValue: number;
  /** The time that the outcome covers. */
  readonly per: Unit;
  /** Difference × unitValue for a member and such a time, below 0 where members do worse. */
  readonly each: number;
  /** Member-months that it counts for in the whole window, and money from them; null where it is not known for all. */
  readonly memberMonths: number | null;
  readonly memberMonthsReason?: string;
  readonly latest12MemberMonths: number | null;
  readonly latest12MemberMonthsReason?: string;
}

/** Who was recognised, and with what. */
export interface Recognition {
  /** Of active members, how many were recognised in a period: over all periods, or of the last where no dates are given. */
  readonly coverage: number | null;
  readonly coverageReason?: string;
  /** The two sums: a person counts once in each period. */
  readonly recognised: number;
  readonly contributors: number;
  readonly from: string;
  readonly to: string;
  /** Distinct people, and how often they were recognised. */
  readonly people: number;
  readonly times: number;
  /** What was given, where the file says so. */
  readonly value: number | null;
  readonly valueReason?: string;
  readonly given: readonly Given[];
}

export interface Given {
  readonly what: string;
  readonly times: number;
  /** Null where they are too few to be shown. */
  readonly people: number | null;
  readonly peopleReason?: string;
  readonly value: number | null;
  readonly valueReason?: string;
}

/** The second ledger: the whole window, the latest twelve months, and what they rest on. */
export interface MemberSide extends MemberHorizon {
  readonly latest12: MemberHorizon;
  readonly hourValue: number | null;
  readonly hourValueReason?: string;
  readonly outcomes: readonly LedgerOutcome[];
  /** Counts that are followed over time; never a return. */
  readonly impact: readonly CountFigures[];
  readonly recognition: Recognition | null;
  readonly recognitionReason?: string;
}
