import type { Period } from '../period.ts';

/** The least or the most that a figure may be. */
export interface Bound {
  readonly side: 'least' | 'most';
  readonly value: number;
}

/** What an initiative wants to reach, for the business or for its members. */
export interface Goal {
  /** Where the figure stands in the results: `latest12.roi`, `outcomes.earnings.difference`. */
  readonly metric: string;
  /** What people call it; the metric itself where missing. */
  readonly label?: string | undefined;
  readonly bound: Bound;
  /** The period by whose end it is to be reached; missing means now and always. */
  readonly by?: Period | undefined;
}

/** One or two goals for the business and one or two for the members, of equal rank. */
export interface Initiative {
  readonly name: string;
  readonly business: readonly Goal[];
  readonly members: readonly Goal[];
}

/** A figure that is watched, for neither side in particular. */
export interface Watch extends Pick<Goal, 'metric' | 'label' | 'bound'> {
  /** Whether a miss fails the run, or is only said. */
  readonly level: 'error' | 'warn';
}

/** What a figure is today; null with the reason where it is unknown. */
export type Reading = { readonly value: number } | { readonly value: null; readonly reason: string };
