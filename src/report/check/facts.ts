import type { Goal, Watch } from '../../core/goals/goal.ts';
import type { InitiativeStatus, Judged } from '../../core/goals/judge.ts';
import type { Measure } from '../figure-at.ts';
import type { Check } from '../report.ts';

/** A goal or a check with its figure, where it stands in the configuration, and what kind of number it is. */
export type Shown<T> = Judged<T> & { readonly at: NonNullable<Check['place']>; readonly measure: Measure };

export interface ShownInitiative {
  readonly name: string;
  readonly status: InitiativeStatus;
  readonly business: readonly Shown<Goal>[];
  readonly members: readonly Shown<Goal>[];
}

/** What the report of `check` is made of. */
export interface CheckFacts {
  /** The last period that the figures cover. */
  readonly to: string;
  readonly currency: string | null;
  readonly initiatives: readonly ShownInitiative[];
  readonly checks: readonly Shown<Watch>[];
}
