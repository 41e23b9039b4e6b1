import type { Direction, OutcomeVerdict } from '../outcomes/result.ts';
import type { Range } from '../result.ts';
import type { Population, UnitOutcome } from './plan.ts';
import type { Attendance } from './sums.ts';

/** The days of a window, counted from the event: day 0 is the day of the event. */
export interface EventWindow {
  readonly from: number;
  readonly to: number;
}

/** What somebody spent on average in each window. */
export interface WindowLevels {
  /** Null where there is no placebo. */
  readonly placebo: number | null;
  readonly before: number;
  readonly after: number;
}

/** What attendees changed by from one window to the next, beyond what people who never attended changed by. */
export interface Change {
  readonly difference: number;
  readonly interval: { readonly level: number; readonly difference: Range; readonly method: 'jackknife' } | null;
  readonly intervalReason?: string;
  /** Two-sided p-value of no difference. */
  readonly p: number | null;
  /** The smallest difference that the data could have shown (power 80%). */
  readonly detectable: number | null;
}

/** A study of some attendees: all of them, those of one event, or those of one date. */
export interface EventFigures {
  readonly attendees: number;
  /** How many of them attended again within the days after. */
  readonly again: number;
  /** Dates that are pooled. */
  readonly dates: number;
  /** People who never attended, on the date with the fewest and on that with the most. */
  readonly neverAttended: Range | null;
  /** Null where too few attended to be shown. */
  readonly levels: { readonly attendees: WindowLevels; readonly neverAttended: WindowLevels } | null;
  readonly levelsReason?: string;
  /** From the window before to the window after. */
  readonly change: Change | null;
  readonly changeReason?: string;
  /** The same one window earlier, when nothing had happened yet. */
  readonly placebo: Change | null;
  readonly placeboReason?: string;
  /** The change less the placebo: what is left if attendees had gone on as before. */
  readonly beyondPlacebo: Change | null;
  readonly beyondPlaceboReason?: string;
}

/** Figures with what they mean. */
export interface JudgedFigures extends EventFigures {
  readonly verdict: OutcomeVerdict;
  /** Why it is unclear, where the interval of the change alone would have told. */
  readonly unclearReason?: string;
}

export interface NamedFigures extends JudgedFigures {
  readonly event: string;
  /** p of the change, adjusted by Holm for the number of events. */
  readonly adjustedP: number | null;
}

export interface DateFigures extends EventFigures {
  /** As `2024-01-31`. */
  readonly date: string;
  /** What took place, as far as it has a name. */
  readonly events: readonly string[];
}

/** A day or week around the event. */
export interface CoursePoint extends EventWindow {
  /** What somebody spent on average in it. */
  readonly attendees: number;
  readonly neverAttended: number;
  /** Attendees minus those who never attended, less what that was on average in the window before. */
  readonly difference: number;
  readonly interval: Range | null;
}

export interface EventResult {
  /** First and last day with a transaction, as `2024-01-31`. */
  readonly data: { readonly from: string; readonly to: string };
  readonly outcome: UnitOutcome;
  readonly direction: Direction;
  readonly population: Population;
  readonly windows: {
    readonly days: number;
    /** Null where no date has this window in the data. */
    readonly placebo: EventWindow | null;
    readonly before: EventWindow;
    readonly after: EventWindow;
  };
  readonly attendance: Attendance & {
    /** On dates with too few people to compare with. */
    readonly incomparable: number;
  };
  /** People who never attended, known at some date or not. */
  readonly neverAttended: number;
  readonly verdict: OutcomeVerdict;
  readonly pooled: JudgedFigures;
  readonly events: readonly NamedFigures[];
  /** Dates with enough attendees to be shown, ascending. */
  readonly dates: readonly DateFigures[];
  /** Dates that are in the pooled figures alone. */
  readonly hiddenDates: number;
  readonly course: { readonly unit: 'day' | 'week'; readonly points: readonly CoursePoint[] };
}
