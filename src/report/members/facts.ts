import type { MemberSide } from '../../core/members/result.ts';
import type { OutcomesResult } from '../../core/outcomes/result.ts';
import type { OutcomesFacts, Worded } from '../outcomes/facts.ts';
import type { Block, Phrase } from '../report.ts';

/** What the members' side of a report is made of. */
export interface MemberFacts {
  readonly side: MemberSide;
  /** The outcomes behind it, where there are any, and what is to be said of their file. */
  readonly outcomes?: { readonly result: OutcomesResult } & Pick<
    OutcomesFacts,
    'skippedCells' | 'texts' | 'allPersonsChecked'
  >;
  /** Rows of the member ledger that lie outside the window, at least in part. */
  readonly outsideRows: number;
  readonly recognitionDated: boolean;
}

/** The members' side, ready to be put into the report of `calc`. */
export interface MemberPart {
  /** Of the JSON: `data.members`. */
  readonly data: MemberSide;
  /** Stands behind the verdict on the business. */
  readonly lead: Phrase;
  readonly details: readonly Phrase[];
  readonly figures: NonNullable<Extract<Block, { kind: 'verdict' }>['figures']>;
  readonly sections: readonly Block[];
  readonly caveats: readonly Worded[];
}
