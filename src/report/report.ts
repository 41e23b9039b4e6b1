import type { Workbook } from './workbook.ts';

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
  /** The answer as other programs read it, where it is a script or a schema; ends in a line end. */
  readonly text?: string;
  /** New files that belong to the answer. One that exists by then is a failure: nothing is overwritten. */
  readonly files?: readonly NewFile[];
  readonly blocks: readonly Block[];
  /** What was checked, for formats that CI reads; missing where the command checks nothing. */
  readonly checks?: readonly Check[];
  /** The rows of `--format csv`: header first. Numbers stay numbers; null is an empty field. */
  readonly table: readonly (readonly (string | number | null)[])[];
  /** The figures as formulas over their inputs, where a spreadsheet can compute them; made only where it is asked for. */
  readonly workbook?: () => Promise<Workbook>;
}

export interface NewFile {
  /** From the folder that the command was started in. */
  readonly path: string;
  readonly text: string;
}

export interface Check {
  /** What the check is about: a file, an initiative. */
  readonly group: string;
  readonly name: string;
  readonly passed: boolean;
  /** It passed, but something is to be said. */
  readonly warns?: true;
  /** Why it failed or warns, or is not reached yet; empty where there is nothing to say. */
  readonly message: Phrase;
  /** What to open to change it. */
  readonly place?: { readonly file: string; readonly line?: number };
}

/** A value with its kind; how it looks is decided in `format.ts`. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** A few words with typed values in them. */
  | { readonly kind: 'phrase'; readonly parts: Phrase }
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
  /** Begins a group of columns of its own, which stands below it where there is no room for columns. */
  readonly leads?: boolean;
}

export interface Series {
  readonly name: string;
  /** One value per label of the x axis; null is a gap. */
  readonly values: readonly (number | null)[];
  /** Interval around each value, where there is one. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}

/** Curves over an axis of periods, or of days. */
export interface Lines {
  /** What is drawn, for a reader who cannot see it. */
  readonly description: string;
  readonly yLabel: string;
  /** What the values are; missing means money. */
  readonly measure?: 'money' | 'percent' | 'count';
  readonly x: readonly string[];
  /** What `x` counts; missing means periods. */
  readonly xLabel?: string;
  readonly series: readonly Series[];
  /** Upright lines at labels of the x axis: a break-even, the day of an event. */
  readonly markers?: readonly { readonly x: string; readonly label: string }[];
}

/** Bars that all begin at one value: what an assumption moves ROI to, the mean of each level. */
export interface Bars {
  readonly description: string;
  /** What the values are; missing means money. */
  readonly measure?: 'money' | 'percent' | 'count';
  readonly origin: { readonly value: number; readonly label: Phrase };
  readonly bars: readonly {
    readonly label: Phrase;
    /** Where the bar ends, on one side of the origin or on both, and what is written there. */
    readonly ends: readonly { readonly value: number; readonly text: Phrase }[];
    readonly interval?: readonly [number, number];
  }[];
}

/** Goals by initiative, those of the business beside those of members. */
export interface Scorecard {
  readonly description: string;
  readonly initiatives: readonly {
    readonly name: string;
    readonly passed: boolean;
    /** Not passed, and still in time. */
    readonly open?: boolean;
    readonly business: readonly GoalLine[];
    readonly members: readonly GoalLine[];
  }[];
}

export interface GoalLine {
  readonly metric: string;
  readonly value: Cell;
  /** `at least 10%` */
  readonly goal: Phrase;
  readonly passed: boolean;
  readonly open?: boolean;
  /** Value and threshold as numbers, where they can be drawn. */
  readonly drawn?: { readonly value: number; readonly threshold: number };
}

/** The figures of a section as a picture, for formats that can draw one; the others have its words and tables. */
export type Picture =
  | ({ readonly kind: 'lines' } & Lines)
  | ({ readonly kind: 'bars' } & Bars)
  | ({ readonly kind: 'scorecard' } & Scorecard);

export type Verdict = 'positive' | 'negative' | 'unclear';

/** What things are, each with its name. */
export type Facts = readonly { readonly label: string; readonly value: Phrase }[];

export type Block =
  /** First line of the report. */
  | { readonly kind: 'title'; readonly text: Phrase }
  /**
   * The answer in a sentence that can be pasted into an e-mail; `details` are the sentences after it, and `topics` what
   * is answered besides, a line each.
   */
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      /** What the verdict is called here; missing: positive, negative, cannot tell. */
      readonly word?: string;
      readonly lead: Phrase;
      readonly details: readonly Phrase[];
      readonly topics?: Facts;
      /** The few figures that it rests on, for formats that can set them large. */
      readonly figures?: readonly { readonly label: string; readonly value: Cell; readonly note?: Phrase }[];
    }
  | {
      readonly kind: 'section';
      /** The name that `--section` takes. */
      readonly id: string;
      readonly title: string;
      readonly note?: Phrase;
      readonly pictures?: readonly Picture[];
      /** Id of an earlier section that this one belongs to: its heading is a level lower. */
      readonly chapter?: string;
      /** Can wait: formats that can fold it away do. */
      readonly folded?: boolean;
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      readonly total?: readonly Cell[];
    }
  | ({ readonly kind: 'chart' } & Lines)
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'caveats'; readonly caveats: readonly { readonly code: string; readonly message: Phrase }[] }
  | { readonly kind: 'paragraph'; readonly text: Phrase }
  /** Arithmetic: `lines[0]` is `left = right`, the lines below it continue with `= right`. */
  | { readonly kind: 'derivation'; readonly left: string; readonly lines: readonly Phrase[] }
  /** What to type next. */
  | { readonly kind: 'hints'; readonly hints: readonly { readonly label: string; readonly command: string }[] };
