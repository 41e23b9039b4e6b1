/**
 * A report has two halves: `data`, the JSON contract, and `blocks`, typed cells for people. Renderers see only this,
 * so that n commands and m formats cost n + m files.
 */
export interface Report {
  /** The command: `calc`, `explain` … */
  readonly kind: string;
  /** False when a check that the user asked for did not pass. */
  readonly passed: boolean;
  /** What did not pass, in words. */
  readonly failures?: readonly Phrase[];
  /** ISO 4217 code, or null where the input names none. */
  readonly currency: string | null;
  readonly data: unknown;
  readonly blocks: readonly Block[];
  /** What was checked, for formats that CI reads; missing where the command checks nothing. */
  readonly checks?: readonly Check[];
  /** The rows of `--format csv`: header first. Numbers stay numbers; null is an empty field. */
  readonly table: readonly (readonly (string | number | null)[])[];
}

export interface Check {
  /** What the check is about: a file, an initiative. */
  readonly group: string;
  readonly name: string;
  readonly passed: boolean;
  /** Why it failed; empty where it passed. */
  readonly message: string;
}

/** A value with its kind; how it looks is decided in `format.ts`. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money'; readonly amount: number; readonly cents?: boolean; readonly signed?: boolean }
  | { readonly kind: 'percent'; readonly ratio: number; readonly signed?: boolean }
  | { readonly kind: 'count'; readonly count: number; readonly decimals?: number; readonly signed?: boolean }
  | { readonly kind: 'period'; readonly period: string }
  | { readonly kind: 'interval'; readonly low: Cell; readonly high: Cell }
  /** A share of the longest bar, 0–1. */
  | { readonly kind: 'bar'; readonly share: number }
  /** A stretch of an axis that all rows share, 0–1, with a mark on it: where things stand now, or zero. */
  | { readonly kind: 'span'; readonly from: number; readonly to: number; readonly mark: number }
  /** No value, and why. Never shown as 0. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Prose with typed values in it. */
export type Phrase = readonly (string | Cell)[];

export interface Column {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** 1 is kept at every width; columns with the highest number are dropped first. */
  readonly priority: number;
}

export interface Series {
  readonly name: string;
  /** One value per label of the x axis; null is a gap. */
  readonly values: readonly (number | null)[];
  /** Interval around each value, where there is one. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}

export type Verdict = 'positive' | 'negative' | 'unclear';

export type Block =
  /** First line of the report. */
  | { readonly kind: 'title'; readonly text: Phrase }
  /** The answer in a sentence that can be pasted into an e-mail; `details` are the sentences after it. */
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly lead: Phrase; readonly details: readonly Phrase[] }
  | {
      readonly kind: 'section';
      /** The name that `--section` takes. */
      readonly id: string;
      readonly title: string;
      readonly note?: Phrase;
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      readonly total?: readonly Cell[];
    }
  | {
      readonly kind: 'chart';
      /** What is drawn, for a reader who cannot see it. */
      readonly description: string;
      readonly yLabel: string;
      /** What the values are; missing means money. */
      readonly measure?: 'money' | 'percent' | 'count';
      readonly x: readonly string[];
      readonly series: readonly Series[];
    }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Phrase }[] }
  | { readonly kind: 'caveats'; readonly caveats: readonly { readonly code: string; readonly message: Phrase }[] }
  | { readonly kind: 'paragraph'; readonly text: Phrase }
  /** Arithmetic: `lines[0]` is `left = right`, the lines below it continue with `= right`. */
  | { readonly kind: 'derivation'; readonly left: string; readonly lines: readonly Phrase[] }
  /** What to type next. */
  | { readonly kind: 'hints'; readonly hints: readonly { readonly label: string; readonly command: string }[] };
