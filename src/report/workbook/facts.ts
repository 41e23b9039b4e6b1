import type { RoiInput, RoiOptions } from '../../core/input.ts';
import type { MemberSide } from '../../core/members/result.ts';
import type { RoiResult } from '../../core/result.ts';

/** A file that was read, as the workbook names it. */
export interface NamedInput {
  readonly name: string;
  /** Null for a table of a database. */
  readonly sha256: string | null;
  readonly rows: number;
}

/** What the workbook of the business ledger is made of. */
export interface LedgerFacts {
  readonly result: RoiResult;
  readonly rows: RoiInput;
  readonly method: RoiOptions;
  readonly currency: string | null;
  readonly inputs: readonly NamedInput[];
  /** The other ledger, where anything is known of it. */
  readonly members?: MemberSide;
  /** A cohort of fewer people is not shown to people; the workbook says where it holds one. */
  readonly minPeople: number;
}
