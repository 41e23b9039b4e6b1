import type { Direction, OutcomeKind, OutcomeVerdict } from '../outcomes/result.ts';
import type { Range } from '../result.ts';

/** People at one level, or at a few neighbouring ones. */
export interface LevelRow {
  readonly from: number;
  readonly to: number;
  readonly people: number;
  /** Mean, or share (0–1). */
  readonly value: number | null;
  readonly valueReason?: string;
  readonly interval: Range | null;
  /** How many it is true for; null where it is no share. */
  readonly events: number | null;
}

/** Change of the outcome for each level more. */
export interface Slope {
  readonly value: number;
  readonly level: number;
  readonly interval: Range | null;
  readonly p: number | null;
  /** The smallest slope that the data could have shown (power 80%). */
  readonly detectable: number | null;
  readonly method: 'HC1' | 'jackknife';
}

export interface WithinPerson {
  readonly slope: Slope;
  /** People who are seen in neighbouring periods, and those of them whose level changed. */
  readonly people: number;
  readonly changed: number;
}

export interface DoseFigures {
  readonly outcome: string;
  readonly kind: OutcomeKind;
  readonly money: boolean;
  readonly direction: Direction | null;
  readonly people: number;
  readonly missing: number;
  readonly levels: readonly LevelRow[];
  /** Across people: those at a higher level beside those at a lower one. An association. */
  readonly slope: Slope | null;
  readonly slopeReason?: string;
  readonly spearman: { readonly rho: number; readonly p: number | null } | null;
  readonly spearmanReason?: string;
  /** Cochran and Armitage's test, for shares. */
  readonly shareTrend: { readonly z: number; readonly chiSquared: number; readonly p: number } | null;
  readonly shareTrendReason?: string;
  /** Within the same person, where there are two periods or more. */
  readonly within: WithinPerson | null;
  readonly withinReason?: string;
  /** What the verdict rests on. */
  readonly basis: 'within' | 'across';
  /** p of the basis, adjusted for the number of outcomes. */
  readonly adjustedP: number | null;
  readonly adjustment: 'holm' | 'benjamini-hochberg';
  readonly verdict: OutcomeVerdict | null;
  readonly verdictReason?: string;
  /** Why it is unclear, where the interval alone would have told. */
  readonly unclearReason?: string;
}

export interface DoseResult {
  readonly people: number;
  readonly periods: readonly string[];
  /** The period of the table; null where the file has none. */
  readonly period: string | null;
  /** How many periods earlier the level is taken. */
  readonly lag: number;
  readonly verdict: OutcomeVerdict | null;
  readonly verdictReason?: string;
  readonly outcomes: readonly DoseFigures[];
}
