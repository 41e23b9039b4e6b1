import type { EventPlan } from '../core/event/plan.ts';

/** Days, dates and parts of a plan as adding up needs them. */
export interface Layout {
  readonly plan: EventPlan;
  readonly parts: number;
  /** The first day that is looked at. */
  readonly start: number;
  /** Days from the first that is looked at to the last, and one before them. */
  readonly length: number;
  /** The part that each day around an event lies in. */
  readonly partOf: Int32Array;
  /** The place of the first date on each day or after it, from the first date to the last. */
  readonly next: Int32Array;
}

/** Worked out once for all transactions. */
export function layoutOf(plan: EventPlan): Layout {
  const { dates, edges, lead, days } = plan;
  const start = dates[0]! - lead;
  return {
    plan,
    parts: edges.length - 1,
    start,
    length: dates.at(-1)! + days - start + 1,
    partOf: partByDay(plan),
    next: nextDate(dates),
  };
}

/** The part that each day lies in, from the first day that is looked at on. */
function partByDay({ edges, lead, days }: EventPlan): Int32Array {
  let part = 0;
  return Int32Array.from({ length: lead + days }, (_, day) => {
    if (day - lead > edges[part + 1]!) part++;
    return part;
  });
}

/** The place of the first date on each day or after it, from the first date to the last. */
function nextDate(dates: readonly number[]): Int32Array {
  let at = 0;
  return Int32Array.from({ length: dates.at(-1)! - dates[0]! + 1 }, (_, day) => {
    while (dates[at]! - dates[0]! < day) at++;
    return at;
  });
}
