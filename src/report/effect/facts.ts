import type { EffectResult, PreTrend } from '../../core/effect/result.ts';
import type { CohortRules, Match } from '../../core/raw.ts';
import { count } from '../cells.ts';
import type { Worded } from '../outcomes/facts.ts';
import { decimalsOf, type Measure } from '../outcomes/measure.ts';
import type { Phrase } from '../report.ts';

/** What the report of `effect` is made of. */
export interface EffectFacts {
  readonly result: EffectResult;
  /** What the outcome is: spending added up from transactions, or the column of a panel. */
  readonly outcome: 'spending' | 'outcome';
  readonly money: boolean;
  readonly minPeople: number;
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
  readonly inputCaveats: readonly Worded[];
  readonly leftOut: EffectLeftOut;
  /** How raw exports fit together; missing for a panel. */
  readonly match?: Match;
  readonly rules?: CohortRules;
  /** Whether the table of cohorts and periods is part of the report. */
  readonly withCells: boolean;
}

/** People who are in no panel. */
export interface EffectLeftOut {
  readonly joinedBefore: number;
  /** First known in the window; 0 for a panel. */
  readonly knownLater: number;
  readonly knownLaterJoined: number;
  /** Without an outcome in every period; 0 for transactions. */
  readonly incomplete: number;
}

/** One measure for all figures of a report, by the largest of them. */
export function effectMeasure({ result, money }: EffectFacts): Measure {
  const { effect, sinceJoining } = result;
  const sizes = [effect, ...sinceJoining].map(({ value }) => Math.abs(value ?? 0));
  return { kind: money ? 'money' : 'count', factor: 1, decimals: decimalsOf(Math.max(...sizes)) };
}

/** Both tests of trends before joining; undefined where they could not be made. */
export function preTrendPhrase({ p, drift }: PreTrend): Phrase | undefined {
  if (p === null) return undefined;
  if (drift.p === null) return pPhrase(p);
  return [...pPhrase(p), ' for any difference, ', ...pPhrase(drift.p), ' for a steady drift'];
}

const pPhrase = (p: number): Phrase => (p < 0.0001 ? ['p below 0.0001'] : ['p = ', count(p, '', 4)]);
