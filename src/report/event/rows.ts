import type { Change, EventFigures, EventResult, WindowLevels } from '../../core/event/result.ts';
import type { Report } from '../report.ts';

const HEADER = [
  ...[
    'row',
    'event',
    'date',
    'from_day',
    'to_day',
    'attendees',
    'attended_again',
    'never_attended_from',
    'never_attended_to',
  ],
  ...['attendees_placebo', 'attendees_before', 'attendees_after', 'others_placebo', 'others_before', 'others_after'],
  ...['difference', 'low', 'high', 'p', 'adjusted_p', 'detectable', 'placebo', 'placebo_low', 'placebo_high'],
  ...['beyond_placebo', 'beyond_placebo_low', 'beyond_placebo_high', 'verdict'],
];

type Row = Report['table'][number];

/** A row per study, and per day or week around the event: what `--format csv` writes. */
export function eventRows({ pooled, events, dates, windows, course, attendance }: EventResult): Report['table'] {
  const row = (
    what: string,
    event: string,
    date: string,
    own: EventFigures,
    adjusted: number | null,
    verdict: string | null,
  ): Row => [
    ...[what, event, date, windows.after.from, windows.after.to, own.attendees, own.again],
    ...(own.neverAttended ?? [null, null]),
    ...levels(own.levels?.attendees),
    ...levels(own.levels?.neverAttended),
    ...ends(own.change),
    ...[own.change?.p ?? null, adjusted, own.change?.detectable ?? null],
    ...ends(own.placebo),
    ...ends(own.beyondPlacebo),
    verdict,
  ];
  const points = course.points.map(
    ({ from, to, attendees, neverAttended, difference, interval }): Row => [
      ...[course.unit, '', '', from, to, attendance.compared, null, ...(pooled.neverAttended ?? [null, null])],
      ...[null, null, attendees, null, null, neverAttended],
      ...[difference, ...(interval ?? [null, null])],
      ...Array.from({ length: 10 }, () => null),
    ],
  );
  return [
    HEADER,
    row('all', '', '', pooled, null, pooled.verdict),
    ...events.map((own) => row('event', own.event, '', own, own.adjustedP, own.verdict)),
    ...dates.map((own) => row('date', own.events.join(', '), own.date, own, null, null)),
    ...points,
  ];
}

const levels = (of: WindowLevels | undefined): Row =>
  of === undefined ? [null, null, null] : [of.placebo, of.before, of.after];

const ends = (change: Change | null): Row =>
  change === null ? [null, null, null] : [change.difference, ...(change.interval?.difference ?? [null, null])];
