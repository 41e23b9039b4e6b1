import type { DateFigures, EventFigures, EventResult, NamedFigures } from '../../core/event/result.ts';
import { blank, count, counted, people, period, text, unknown } from '../cells.ts';
import { left, right } from '../outcomes/columns.ts';
import { differenceCell, type Measure, valueCell } from '../outcomes/measure.ts';
import { listed, VERDICTS } from '../outcomes/words.ts';
import type { Block, Cell, Phrase } from '../report.ts';
import { changeCell, changeRange, daysCell, sideChange } from './measure.ts';

/** What each side changed by, at the event and one window earlier. */
export function changeSection({ pooled, windows }: EventResult, measure: Measure): Block {
  const columns = [
    ...[left('Change', 1), right('Attendees', 2), right('Never attended', 3)],
    ...[right('Difference', 1), right('95% interval', 1)],
  ];
  const side = (of: 'attendees' | 'neverAttended', steps: Parameters<typeof sideChange>[3]) =>
    sideChange(measure, pooled, of, steps);
  const { change, changeReason, placebo, placeboReason, beyondPlacebo, beyondPlaceboReason } = pooled;
  const rows: Cell[][] = [
    [
      text('with the event'),
      ...[side('attendees', ['before', 'after']), side('neverAttended', ['before', 'after'])],
      ...[changeCell(measure, change, changeReason), changeRange(measure, change, changeReason)],
    ],
    [
      text('placebo'),
      ...(placebo === null
        ? [unknown(placeboReason ?? ''), unknown(placeboReason ?? '')]
        : [side('attendees', ['placebo', 'before']), side('neverAttended', ['placebo', 'before'])]),
      ...[changeCell(measure, placebo, placeboReason), changeRange(measure, placebo, placeboReason)],
    ],
    [
      text('beyond the placebo'),
      ...[blank, blank],
      ...[
        changeCell(measure, beyondPlacebo, beyondPlaceboReason),
        changeRange(measure, beyondPlacebo, beyondPlaceboReason),
      ],
    ],
  ];
  return {
    kind: 'section',
    id: 'change',
    title: 'Change',
    note: [`each person, in ${windows.days} days; attendees beside people who never attended, on the same dates`],
    blocks: [{ kind: 'table', columns, rows }],
  };
}

/** What the changes are taken from. */
export function windowSection({ pooled, windows }: EventResult, measure: Measure): Block[] {
  const { levels } = pooled;
  if (levels === null) return [];
  const columns = [left('Days from the event', 1), right('Attendees', 1), right('Never attended', 1), right('Gap', 2)];
  const rows = (['placebo', 'before', 'after'] as const).flatMap((name) => {
    const window = windows[name];
    const [own, other] = [levels.attendees[name], levels.neverAttended[name]];
    if (window === null || own === null || other === null) return [];
    return [
      [daysCell(window), valueCell(measure, own), valueCell(measure, other), differenceCell(measure, own - other)],
    ];
  });
  const note: Phrase = ['each person; dates weighted by their attendees'];
  return [{ kind: 'section', id: 'windows', title: 'Windows', note, blocks: [{ kind: 'table', columns, rows }] }];
}

/** So many rows a table shows; the CSV has all. */
const MOST_ROWS = 24;

/** The study of each event by itself. */
export function namedSection({ events }: EventResult, measure: Measure): Block[] {
  if (events.length === 0) return [];
  const columns = [
    ...[left('Event', 1), right('Attendees', 2), right('Difference', 1), right('95% interval', 2)],
    ...[right('Placebo', 3), left('Verdict', 1)],
  ];
  const rows = events
    .slice(0, MOST_ROWS)
    .map((own: NamedFigures) => [text(own.event), ...figureCells(own, measure), text(VERDICTS[own.verdict])]);
  const cut = events.length > MOST_ROWS ? `; the ${MOST_ROWS} that most people attended, the CSV has all` : '';
  const note: Phrase = [`by the event that people attended first, adjusted for how many there are${cut}`];
  return [{ kind: 'section', id: 'by-event', title: 'By event', note, blocks: [{ kind: 'table', columns, rows }] }];
}

/** The study of each date by itself. */
export function dateSection({ dates, hiddenDates }: EventResult, measure: Measure): Block[] {
  if (dates.length < 2) return [];
  const isNamed = dates.some(({ events }) => events.length > 0);
  const columns = [
    ...[left('Date', 1), ...(isNamed ? [left('Event', 4)] : []), right('Attendees', 2), right('Difference', 1)],
    ...[right('95% interval', 2), right('Placebo', 3)],
  ];
  const rows = dates
    .slice(-MOST_ROWS)
    .map((own: DateFigures) => [
      period(own.date),
      ...(isNamed ? [text(listed(own.events))] : []),
      ...figureCells(own, measure),
    ]);
  const parts = [
    ...(dates.length > MOST_ROWS ? [`the latest ${MOST_ROWS}, the CSV has all`] : []),
    ...(hiddenDates > 0 ? [`${hiddenDates} more with too few attendees to be shown`] : []),
  ];
  const note = parts.length === 0 ? {} : { note: [parts.join('; ')] };
  return [{ kind: 'section', id: 'by-date', title: 'By date', ...note, blocks: [{ kind: 'table', columns, rows }] }];
}

function figureCells(
  { attendees, change, changeReason, placebo, placeboReason }: EventFigures,
  measure: Measure,
): Cell[] {
  return [
    count(attendees),
    changeCell(measure, change, changeReason),
    changeRange(measure, change, changeReason),
    changeCell(measure, placebo, placeboReason),
  ];
}

const spanPhrase = ([least, most]: readonly [number, number]): Phrase =>
  least === most ? [count(least)] : [count(least), ' to ', count(most)];

/** What became of everybody who attended. */
export function peopleSection({ attendance, pooled, windows, neverAttended, data }: EventResult): Block {
  const { rows, people: attended, compared, tooEarly, tooLate, unseen, newcomers, again, incomparable } = attendance;
  const lead = windows.placebo === null ? windows.days : 2 * windows.days;
  const range = pooled.neverAttended;
  const onDate: Phrase = range === null ? [] : ['; ', ...spanPhrase(range), ' on a date'];
  const others: Phrase = [...people(neverAttended), ' in the files', ...onDate];
  const fact = (label: string, n: number, why: Phrase) => (n === 0 ? [] : [{ label, value: [count(n), ...why] }]);
  return {
    kind: 'section',
    id: 'people',
    title: 'Who is compared',
    note: ['people by their first event; who is left out of the attendees is not among those who never attended'],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'Attended', value: [...people(attended), ', ', ...counted(rows, 'attendance', 'attendances')] },
          {
            label: 'Compared',
            value: [count(compared), ' on ', ...counted(pooled.dates, 'date', 'dates')],
          },
          { label: 'Never attended', value: others },
          ...fact('Too early', tooEarly, [
            ` whose ${lead} days before leave the data, which begin on `,
            period(data.from),
          ]),
          ...fact('Too late', tooLate, [
            ` whose ${windows.days} days after leave the data, which end on `,
            period(data.to),
          ]),
          ...fact('Newcomers', newcomers, [` not known ${lead} days before the event`]),
          ...fact('In no other file', unseen, [' whose id stands in the events alone']),
          ...fact('Attended again', again, [' within the days after, left out (--clean)']),
          ...fact('Incomparable', incomparable, [' on dates with too few people to compare with']),
        ],
      },
    ],
  };
}
