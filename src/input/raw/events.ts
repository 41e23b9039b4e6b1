import { valueMissing } from '../../errors/row.ts';
import { type EventRecord, eventRow } from '../../schema/events.ts';
import type { Kind } from '../kind.ts';
import { texts } from '../kind-columns.ts';
import { ACTIVITY_HEADERS } from './headers.ts';
import { days, personColumn } from './kinds.ts';

const EVENT = `event name, event type, kind of event, type of event, title, campaign, course, meetup, workshop, webinar
  Veranstaltung, Ereignis, Kampagne, Kurs, événement, campagne, évènement, evento, campaña, campanha, campagna
  evenement, gebeurtenis`;

/** Attendances: who came to which event on which day. */
export const EVENTS: Kind<EventRecord, 'events'> = {
  name: 'events',
  columns: [
    personColumn(ACTIVITY_HEADERS.person_id),
    {
      name: 'date',
      key: 'date',
      aliases: `${ACTIVITY_HEADERS.date}, attended, attended at, attended on`,
      required: true,
      kept: true,
      reader: days,
    },
    { name: 'event', key: 'event', aliases: EVENT, required: false, kept: true, text: true, reader: texts },
  ],
  schema: eventRow,
  complain: valueMissing,
};
