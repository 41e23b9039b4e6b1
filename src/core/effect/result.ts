import type { Direction, OutcomeVerdict } from '../outcomes/result.ts';
import type { Unit } from '../period.ts';
import type { Range } from '../result.ts';
import type { ComparisonGroup } from './cells.ts';

/** A figure with its error; in units of the outcome per person and period. */
export interface EffectFigure {
  readonly value: number | null;
  readonly valueReason?: string;
  readonly se: number | null;
  readonly interval: Range | null;
  readonly intervalReason?: string;
  /** Two-sided p-value of no effect. */
  readonly p: number | null;
  /** The smallest effect that the data could have shown, four times in five. */
  readonly detectable: number | null;
}

/** What `effect` computed, in the shape and with the keys of its JSON. */
export interface EffectResult {
  readonly unit: Unit;
  readonly window: { readonly from: string; readonly to: string; readonly periods: number };
  readonly comparison: ComparisonGroup;
  readonly direction: Direction | null;
  readonly people: {
    /** Who joined within the window, after its first period. */
    readonly joined: number;
    /** Who had not joined by its end. */
    readonly neverJoined: number;
  };
  readonly verdict: OutcomeVerdict | null;
  /** Why the verdict is unclear, although the interval lies on one side of 0. */
  readonly unclearReason?: string;
  /** Over everybody who joined and every period since. */
  readonly effect: EffectFigure;
  readonly aggregates: {
    readonly group: EffectFigure;
    readonly dynamic: EffectFigure;
    readonly calendar: EffectFigure;
  };
  readonly sinceJoining: readonly SinceJoining[];
  /** How many standard errors the band of `sinceJoining` reaches to either side. */
  readonly bandCritical: number | null;
  readonly byPeriod: readonly (EffectFigure & { readonly period: string; readonly people: number })[];
  readonly byJoining: readonly (EffectFigure & { readonly joined: string; readonly people: number })[];
  readonly cells: readonly EffectCellFigures[];
  /** Cells that were left out because nobody was left to compare with. */
  readonly cellsWithoutComparison: number;
  readonly preTrend: PreTrend;
  readonly sensitivity: EffectSensitivity | null;
  readonly sensitivityReason?: string;
}

export interface SinceJoining extends EffectFigure {
  /** Periods since that of joining; below 0 before it. */
  readonly since: number;
  readonly people: number;
  /** The band that holds all of them at once. */
  readonly band: Range | null;
}

export interface EffectCellFigures extends EffectFigure {
  readonly joined: string;
  readonly period: string;
  readonly since: number;
  readonly people: number;
}

/** Whether those who joined were on another course before they joined. */
export interface PreTrend {
  /** What the verdict looks at: all cells before joining, or, where cohorts are small, their means by period. */
  readonly basis: 'cells' | 'periods' | null;
  readonly basisReason?: string;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** What members drifted by from one period to the next, beyond the others, if it was the same all along. */
  readonly drift: EffectFigure;
  /** Whether both p are at least 0.05. */
  readonly passed: boolean | null;
}

/** How far trends may part after joining before the effect's sign is open. */
export interface EffectSensitivity {
  /** The largest change from one period to the next before joining, in size, and how long before. */
  readonly largestBefore: number;
  readonly since: number;
  /** Mean number of steps between the last period before joining and those that the effect is of. */
  readonly steps: number;
  /** M̄ at which the estimate, and the nearer end of its interval, come to 0. */
  readonly breakdown: number;
  readonly breakdownInterval: number;
  /** The effect where trends part in each step by up to M̄ times the largest change before. */
  readonly bounds: readonly { readonly ratio: number; readonly effect: Range; readonly interval: Range }[];
}
