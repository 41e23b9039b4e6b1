import type { CohortTotals } from '../core/effect/panel.ts';
import type { EventRules } from '../core/event/plan.ts';
import type { EventSums } from '../core/event/sums.ts';
import type { Period } from '../core/period.ts';
import type { CohortRules, Match } from '../core/raw.ts';
import type { SpendCell } from '../core/rows.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from '../input/options.ts';

/**
 * An engine turns raw exports into sufficient statistics: people and exact sums per period, cohort, group and line. It
 * never answers with rows, and what the sums mean is none of its business. Every engine passes `test/engine/contract.ts`.
 */
export interface Engine {
  readonly name: string;
  /** Undefined where the files have problems, which are then in `context.problems`. */
  cohortSums(sources: RawSources, question: CohortQuestion, context: EngineContext): Promise<CohortSums | undefined>;
}

/** Files as the user named them: paths, patterns, or `-`. */
export interface RawSources {
  readonly members: readonly string[];
  readonly transactions: readonly string[];
  readonly activity: readonly string[];
  readonly customers: readonly string[];
}

/** The rules, and what is wanted beside people and sums. */
export interface CohortQuestion extends CohortRules {
  /** Whether the squares are wanted as well, from which a standard deviation follows. */
  readonly squares: boolean;
}

export interface EngineContext extends ReadContext {
  readonly read: ReadOptions;
  /** A folder for what does not fit into memory; whoever gives it removes it. */
  readonly scratch: () => Promise<string>;
  /** What the program may use, such as `2GB`; missing means half of the machine's. */
  readonly memory?: string;
  readonly threads?: number;
  /** The day of the run as `2024-01-31`, by which a date lies in the future. */
  readonly today: string;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** How far a step is; `share` (0–1) is missing where that is not known, and `rows` may be estimated from it. */
export interface Progress {
  readonly doing: string;
  readonly rows?: number;
  readonly estimated?: boolean;
  readonly share?: number;
}

/** What the people of one cohort and group spent in one period (and line). */
export interface SumCell extends SpendCell {
  /** 0–255: the first two hexadecimal digits of md5(person id). */
  readonly group: number;
  /** Sum of the squares of each person's sum, in squared units of Money; 0 where they are not asked for. */
  readonly squares: bigint;
}

export interface CohortSums {
  /** A period and cohort without people has no cell, unless the cohort had people before. */
  readonly cells: readonly SumCell[];
  readonly match: Match;
  /** What each file of transactions says of its currency. */
  readonly currencies: readonly FoundCurrency[];
  readonly inputs: readonly InputSummary[];
}

/** Which periods of spending are wanted, of people who were known before the first of them. */
export interface PanelQuestion extends CohortRules {
  /** Default: the first period with transactions where there is a customer list, else the one after it. */
  readonly from?: Period;
  /** Default: the last period with transactions. */
  readonly to?: Period;
}

/** Spending of the same people over consecutive periods, by the period in which they joined. */
export interface PanelSums {
  /** Consecutive; none where the window holds none. */
  readonly periods: readonly Period[];
  readonly totals: readonly CohortTotals[];
  readonly leftOut: PanelLeftOut;
  readonly match: Match;
  readonly currencies: readonly FoundCurrency[];
  readonly inputs: readonly InputSummary[];
}

/** People who are in no panel. */
export interface PanelLeftOut {
  /** Who was first known in the window. */
  readonly knownLater: number;
  /** Of those, who joined. */
  readonly knownLaterJoined: number;
  /** Who had joined by the end of the first period, so that there is nothing to compare with. */
  readonly joinedBefore: number;
}

/** Answers a question about a panel, with sums and no rows; undefined as in `Engine`. */
export type AskPanel = (
  sources: RawSources,
  question: PanelQuestion,
  context: EngineContext,
) => Promise<PanelSums | undefined>;

/** An engine that adds up what people did around the dates of events. */
export interface EventEngine {
  readonly name: string;
  /** Undefined where the files have problems, which are then in `context.problems`. */
  eventSums(sources: EventSources, question: EventQuestion, context: EngineContext): Promise<EventAnswer | undefined>;
}

/** Files as the user named them. */
export interface EventSources {
  readonly events: readonly string[];
  readonly transactions: readonly string[];
  readonly members: readonly string[];
  readonly customers: readonly string[];
}

export interface EventQuestion extends EventRules {
  /** Whether ids that differ only in case or spaces are one person. */
  readonly normalizeIds: boolean;
}

export interface EventAnswer {
  readonly sums: EventSums;
  /** What each file of transactions says of its currency. */
  readonly currencies: readonly FoundCurrency[];
  readonly inputs: readonly InputSummary[];
}
