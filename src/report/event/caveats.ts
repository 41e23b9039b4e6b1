import { count, counted, people, percent, text } from '../cells.ts';
import type { Worded } from '../outcomes/facts.ts';
import { listed } from '../outcomes/words.ts';
import type { Phrase } from '../report.ts';
import type { EventFacts } from './facts.ts';
import { isClear } from './measure.ts';

/** Below this share of attendees in another file, the ids are doubted. */
const LOW_MATCH = 0.5;

/** What must be known to read an event study right. */
export function eventCaveats({ result, method, future, inputCaveats }: EventFacts): Worded[] {
  const caveats: Worded[] = [...inputCaveats];
  const add = (code: string, isSo: boolean, message: Phrase) => isSo && caveats.push({ code, message });
  const { pooled, attendance, windows } = result;
  const lead = windows.placebo === null ? windows.days : 2 * windows.days;
  add('SELF_SELECTED', true, [
    'People choose to attend, and some who do were about to change anyway. The placebo shows that only where it began before the event.',
  ]);
  add('PLACEBO_CLEAR', isClear(pooled.placebo), [
    'The placebo is clear of 0: attendees were on another path before the event, so that the difference after it cannot be told from going on like that.',
  ]);
  const drifting = result.events.filter(({ placebo }) => isClear(placebo)).map(({ event }) => event);
  add('PLACEBO_CLEAR_BY_EVENT', drifting.length > 0 && drifting.length < result.events.length, [
    text(`${listed(drifting)}: the placebo is clear of 0, so that those attendees were on another path before.`),
  ]);
  add('NO_PLACEBO', windows.placebo === null, [
    `No event has ${2 * windows.days} days of data before it. Without the placebo nobody knows what path attendees were on: no verdict.`,
  ]);
  add('ATTENDED_AGAIN', pooled.again > 0, [
    ...[
      count(pooled.again),
      ' of ',
      count(pooled.attendees),
      ' attendees came to another event within the days after; ',
    ],
    'what they did then may go with that one. --clean leaves them out.',
  ]);
  add('CLEANED', attendance.again > 0, [
    ...counted(attendance.again, 'attendee is', 'attendees are'),
    ' left out for having come again (--clean). ',
    'Who comes again may be who fares better, or worse.',
  ]);
  add('EVENTS_OUTSIDE', attendance.tooEarly + attendance.tooLate > 0, [
    ...[
      count(attendance.tooEarly + attendance.tooLate),
      ' of ',
      ...people(attendance.people, ['is', 'are']),
      ' left out because ',
    ],
    'the windows around their first event leave the data. --days makes them shorter.',
  ]);
  add('NEWCOMERS', attendance.newcomers > 0, [
    ...counted(attendance.newcomers, 'attendee was', 'attendees were'),
    ` not known ${lead} days before the event and left out, as such people who never attended are: who is new changes by being new. --population all takes everybody.`,
  ]);
  add('POPULATION_ALL', method.population === 'all', [
    'Everybody in the files is compared, also before being known: somebody who came later has 0 before, which looks like a change.',
  ]);
  add('ATTENDEES_UNSEEN', attendance.unseen > 0, [
    ...[...counted(attendance.unseen, 'attendee is', 'attendees are'), ' in no other file'],
    ...(attendance.unseen > LOW_MATCH * attendance.people
      ? [': are the ids of the files the same? See --normalize-ids.']
      : ['. Somebody who never bought is known by --customers or --members.']),
  ]);
  add('FEW_TO_COMPARE', attendance.incomparable > 0, [
    ...counted(attendance.incomparable, 'attendee is', 'attendees are'),
    text(` left out because fewer than ${method.minPeople} people could be compared with on their date.`),
  ]);
  const [least] = pooled.neverAttended ?? [Number.POSITIVE_INFINITY];
  add('COMPARED_WITH_FEW', least < FEW, [
    `On some dates fewer than ${FEW} people who never attended could be compared with: one of them more or less would move the figures. --customers would know more of them earlier.`,
  ]);
  add('FUTURE_DATES', future > 0, [
    ...[...counted(future, 'transaction', 'transactions'), ' with a date in the future: the data seem '],
    'to go on longer than they do.',
  ]);
  const share = attendance.people === 0 ? 1 : pooled.attendees / attendance.people;
  add('MOST_LEFT_OUT', share < LOW_MATCH, [
    ...['Compared are ', percent(share), ' of those who attended; what is found need not hold for the others.'],
  ]);
  return caveats;
}

/** Fewer people than this to compare with are few. */
const FEW = 30;
