import type { IncidentsResult } from '../../core/incidents/result.ts';
import { text } from '../cells.ts';
import { memberData } from '../outcomes/envelope.ts';
import type { Worded } from '../outcomes/facts.ts';
import { caveatSection } from '../outcomes/report.ts';
import { sidesPhrase } from '../outcomes/words.ts';
import type { Block, Phrase, Report } from '../report.ts';
import { incidentCaveats } from './caveats.ts';
import { incidentRows } from './rows.ts';
import { incidentSentences, incidentVerdict } from './sentences.ts';
import { moneySection, peopleSection, transactionSection } from './tables.ts';

/** What the report of `incidents` is made of. */
export interface IncidentsFacts {
  readonly result: IncidentsResult;
  readonly minPeople: number;
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
  readonly inputCaveats: readonly Worded[];
  readonly texts: readonly string[];
  readonly allPersonsChecked: boolean;
}

/** The report of `incidents`: per person, per transaction, and in money. */
export function incidentsReport(facts: IncidentsFacts): Report {
  const { result, currency, minPeople } = facts;
  const caveats = incidentCaveats(facts);
  return {
    kind: 'incidents',
    passed: true,
    currency,
    data: memberData(result, { minPeople }, caveats, facts),
    blocks: [
      title(facts),
      incidentVerdict(result),
      peopleSection(result),
      ...transactionSection(result),
      ...moneySection(result),
      incidentSentences(result),
      ...caveatSection(caveats),
    ],
    table: incidentRows(result),
  };
}

function title({ result: { people }, currency }: IncidentsFacts): Block {
  const money: Phrase = currency === null ? [] : [' · ', text(currency)];
  return { kind: 'title', text: ["Members' side · incidents", ...money, ' · ', ...sidesPhrase(people)] };
}
