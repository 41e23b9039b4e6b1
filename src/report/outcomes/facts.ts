import type { OutcomesOptions } from '../../core/outcomes/options.ts';
import type { OutcomesResult } from '../../core/outcomes/result.ts';
import type { Phrase } from '../report.ts';

/** A caveat in words. */
export interface Worded {
  readonly code: string;
  readonly message: Phrase;
}

/** What the report of `outcomes` is made of. */
export interface OutcomesFacts {
  readonly result: OutcomesResult;
  readonly method: OutcomesOptions;
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
  readonly inputCaveats: readonly Worded[];
  /** Outcomes of which cells were left out because they could not be read. */
  readonly skippedCells: readonly { readonly name: string; readonly skipped: number }[];
  /** Columns of text that were left alone. */
  readonly texts: readonly string[];
  readonly allPersonsChecked: boolean;
}
