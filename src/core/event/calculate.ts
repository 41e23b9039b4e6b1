import { holm } from '../../stats/multiple.ts';
import { dayText } from '../day.ts';
import type { Direction } from '../outcomes/result.ts';
import { type EventRules, pointsOf } from './plan.ts';
import type { CoursePoint, DateFigures, EventFigures, EventResult, NamedFigures } from './result.ts';
import { type Attendees, attendeesByDate, othersByDate } from './spending.ts';
import { type Contrast, changeOf, figuresOf, studyOf, windowMean, windowsOf } from './study.ts';
import { type AttendeeCell, byWindow, type EventSums } from './sums.ts';
import { judge } from './verdict.ts';

/** How an event study is read. */
export interface EventMethod extends EventRules {
  /** Which way is good for whoever attends. */
  readonly direction: Direction;
  /** Fewer attendees, or people to compare with, are not shown. */
  readonly minPeople: number;
}

/**
 * For each date s, what attendees spent in [s, s + days − 1] less what they spent in [s − days, s − 1], minus the same of
 * people who never attended; dates weighted by attendees. The placebo is the same one window earlier.
 */
export function calculateEvent(sums: EventSums, method: EventMethod): EventResult {
  const { plan, attendance, events } = sums;
  const { direction, minPeople } = method;
  const windows = byWindow(sums);
  const others = othersByDate(windows);
  const figures = (own: Attendees) => figuresOf(own, others, windows.plan, minPeople);
  const cells = sums.attendeeCells.filter(({ at }) => others[at]!.people >= minPeople);
  const attendees = attendeesByDate(cells, windows);
  const all = figures(attendees);
  const pooled = { ...all, ...judge(all, direction, null, 1) };
  const named = cellsByEvent(cells, events.length).flatMap((own, at) =>
    own.length === 0 ? [] : [{ event: events[at]!, ...figures(attendeesByDate(own, windows)) }],
  );
  const dates = datesOf(attendees, cells, sums, figures);
  const shown = dates.filter((date) => date.attendees >= minPeople);
  return {
    data: { from: dayText(sums.first), to: dayText(sums.last) },
    outcome: method.outcome,
    direction,
    population: method.population,
    windows: { days: plan.days, ...windowsOf(plan) },
    attendance: {
      ...attendance,
      compared: all.attendees,
      incomparable: attendance.compared - all.attendees,
    },
    neverAttended: sums.others,
    verdict: pooled.verdict,
    pooled,
    events: judged(
      named.filter(({ attendees }) => attendees > 0),
      direction,
    ),
    dates: shown,
    hiddenDates: dates.length - shown.length,
    course: { unit: plan.step === 1 ? 'day' : 'week', points: courseOf(cells, sums, minPeople) },
  };
}

/** Verdicts by event, with p-values adjusted for how many there are; those that most people attended come first. */
function judged(named: readonly (EventFigures & { event: string })[], direction: Direction): NamedFigures[] {
  const tested = named.flatMap(({ change }, at) => (change === null || change.p === null ? [] : [{ at, p: change.p }]));
  const adjusted = new Map(holm(tested.map(({ p }) => p)).map((p, i) => [tested[i]!.at, p]));
  const judgedOnes = named.map((own, at): NamedFigures => {
    const adjustedP = adjusted.get(at) ?? null;
    return { ...own, adjustedP, ...judge(own, direction, adjustedP, tested.length) };
  });
  return judgedOnes.sort((a, b) => b.attendees - a.attendees);
}

function cellsByEvent(cells: readonly AttendeeCell[], events: number): AttendeeCell[][] {
  const byEvent = Array.from({ length: events }, (): AttendeeCell[] => []);
  for (const cell of cells) for (const event of cell.events) byEvent[event]!.push(cell);
  return byEvent;
}

function datesOf(
  attendees: Attendees,
  cells: readonly AttendeeCell[],
  { plan, events }: EventSums,
  figures: (own: Attendees) => EventFigures,
): DateFigures[] {
  const places = plan.dates.map(() => new Set<number>());
  for (const cell of cells) for (const event of cell.events) places[cell.at]!.add(event);
  return [...attendees].map(([at, around]) => ({
    date: dayText(plan.dates[at]!),
    events: [...places[at]!].sort((a, b) => a - b).map((place) => events[place]!),
    ...figures(new Map([[at, around]])),
  }));
}

/** What attendees spent beyond the others, by day or week, less what that was in the window before. */
function courseOf(cells: readonly AttendeeCell[], sums: EventSums, minPeople: number): CoursePoint[] {
  const { plan } = sums;
  const study = studyOf(attendeesByDate(cells, sums), othersByDate(sums), plan.edges.length - 1, minPeople);
  if (study === undefined) return [];
  const beforeOf = windowMean(plan, windowsOf(plan).before);
  return pointsOf(plan).map((point) => {
    const pointOf = windowMean(plan, point);
    const usual = (means: Float64Array) => (beforeOf(means) * plan.step) / plan.days;
    const contrast: Contrast = ({ attendees: a, others: o }) => pointOf(a) - usual(a) - (pointOf(o) - usual(o));
    const { difference, interval } = changeOf(contrast, study);
    return {
      ...point,
      attendees: pointOf(study.whole.attendees),
      neverAttended: pointOf(study.whole.others),
      difference,
      interval: interval?.difference ?? null,
    };
  });
}
