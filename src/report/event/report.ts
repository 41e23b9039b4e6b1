import { counted, text } from '../cells.ts';
import { memberData } from '../outcomes/envelope.ts';
import { caveatSection } from '../outcomes/report.ts';
import type { Block, Phrase, Report } from '../report.ts';
import { arithmeticSection } from './arithmetic.ts';
import { eventCaveats } from './caveats.ts';
import { courseSection } from './course.ts';
import type { EventFacts } from './facts.ts';
import { eventMeasure } from './measure.ts';
import { eventRows } from './rows.ts';
import { eventSentences, eventVerdict } from './sentences.ts';
import { changeSection, dateSection, namedSection, peopleSection, windowSection } from './tables.ts';

/** The report of `event`: what attendees changed by after the event, beyond those who never attended. */
export function eventReport(facts: EventFacts): Report {
  const { result, currency, method } = facts;
  const caveats = eventCaveats(facts);
  const measure = eventMeasure(result);
  return {
    kind: 'event',
    passed: true,
    currency,
    data: memberData(result, { minPeople: method.minPeople, clean: method.clean }, caveats, facts),
    blocks: [
      title(facts),
      eventVerdict(result, measure),
      ...(result.pooled.change === null ? [] : [changeSection(result, measure)]),
      ...courseSection(result, measure),
      ...windowSection(result, measure),
      ...namedSection(result, measure),
      ...eventSentences(result, measure),
      ...dateSection(result, measure),
      ...arithmeticSection(result, measure),
      peopleSection(result),
      ...caveatSection(caveats),
    ],
    table: eventRows(result),
  };
}

function title({ result: { windows, pooled, outcome }, currency }: EventFacts): Block {
  const what: Phrase = outcome === 'count' ? [' · transactions'] : currency === null ? [] : [' · ', text(currency)];
  const who: Phrase = [' · ', ...counted(pooled.attendees, 'attendee', 'attendees')];
  const when: Phrase = [' on ', ...counted(pooled.dates, 'date', 'dates')];
  return { kind: 'title', text: [`Members' side · event · ${windows.days} days`, ...what, ...who, ...when] };
}
