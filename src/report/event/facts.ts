import type { EventMethod } from '../../core/event/calculate.ts';
import type { EventResult } from '../../core/event/result.ts';
import type { Worded } from '../outcomes/facts.ts';

/** What the report of `event` is made of. */
export interface EventFacts {
  readonly result: EventResult;
  readonly method: EventMethod;
  /** Transactions after the day of the run. */
  readonly future: number;
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
  readonly inputCaveats: readonly Worded[];
}
