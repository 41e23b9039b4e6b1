/** A day as the number of days since 1970-01-01. */
export type DayNumber = number;

/** What is added up of each transaction: its amount, or 1. */
export type UnitOutcome = 'amount' | 'count';

/** Who is compared: those known before the first day that is looked at, or everybody in the files. */
export type Population = 'known' | 'all';

/** What an event study asks for. */
export interface EventRules {
  /** Length of each window, in days. */
  readonly days: number;
  readonly outcome: UnitOutcome;
  readonly population: Population;
  /** Whether attendees who attended again within the days after are left out. */
  readonly clean: boolean;
}

/** Which event dates are looked at, and where the days around each are parted. */
export interface EventPlan {
  readonly days: number;
  /** Days before an event that are looked at: two windows, or one where no event has two in the data. */
  readonly lead: number;
  /** Days of a point of the chart. */
  readonly step: 1 | 7;
  /**
   * The last day of each part, counted from the event; the first entry is the day before the first part. So part j holds
   * the days after edges[j − 1] up to edges[j]. All windows, and all points of the chart, are whole parts.
   */
  readonly edges: readonly number[];
  /** Dates whose windows lie in the data, ascending. */
  readonly dates: readonly DayNumber[];
}

/** Up to this length of a window the chart has a point for each day. */
const LONGEST_DAILY = 21;
const WEEK = 7;

/**
 * The dates whose windows lie between the first and the last day of the data. The placebo needs a window more before
 * the event; where no date has it, those with the two windows around the event are taken, without a placebo.
 */
export function planOf(dates: readonly DayNumber[], first: DayNumber, last: DayNumber, days: number): EventPlan {
  const within = (lead: number) =>
    dates.filter((day) => day - lead >= first && day + days - 1 <= last).sort((a, b) => a - b);
  const whole = within(2 * days);
  const lead = whole.length > 0 ? 2 * days : days;
  const step = days > LONGEST_DAILY ? WEEK : 1;
  return { days, lead, step, edges: edgesOf(days, lead, step), dates: whole.length > 0 ? whole : within(lead) };
}

function edgesOf(days: number, lead: number, step: number): number[] {
  const edges = new Set([-lead - 1, -days - 1, -1, days - 1]);
  // Points are counted from the event in both directions; one that is not whole is not drawn.
  for (let edge = -1; edge >= -lead - 1; edge -= step) edges.add(edge);
  for (let edge = -1; edge <= days - 1; edge += step) edges.add(edge);
  return [...edges].sort((a, b) => a - b);
}

/** A plan whose parts are the windows. */
export function windowsOnly(plan: EventPlan): EventPlan {
  const { days, lead } = plan;
  return { ...plan, edges: [...new Set([-lead - 1, -days - 1, -1, days - 1])] };
}

/** The parts that make up the days `from` to `to`, counted from the event; both have to be ends of parts. */
export function partsOf({ edges }: EventPlan, from: number, to: number): readonly number[] {
  return edges.flatMap((edge, at) => (at > 0 && edges[at - 1]! >= from - 1 && edge <= to ? [at - 1] : []));
}

/** The points of the chart: first and last day of each, counted from the event. */
export function pointsOf({ edges, step }: EventPlan): readonly { readonly from: number; readonly to: number }[] {
  const first = edges[0]!;
  const last = edges.at(-1)!;
  const points: { from: number; to: number }[] = [];
  for (let from = -Math.floor((-1 - first) / step) * step; from + step - 1 <= last; from += step) {
    points.push({ from, to: from + step - 1 });
  }
  return points;
}
