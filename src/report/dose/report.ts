import type { DoseResult } from '../../core/dose/result.ts';
import { people, period, text } from '../cells.ts';
import { memberData } from '../outcomes/envelope.ts';
import type { Worded } from '../outcomes/facts.ts';
import { caveatSection } from '../outcomes/report.ts';
import type { Block, Phrase, Report } from '../report.ts';
import { doseCaveats } from './caveats.ts';
import { doseRows } from './rows.ts';
import { doseSentences, doseVerdict } from './sentences.ts';
import { levelSection, slopeSection } from './tables.ts';

/** What the report of `dose` is made of. */
export interface DoseFacts {
  readonly result: DoseResult;
  readonly minPeople: number;
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
  readonly inputCaveats: readonly Worded[];
  /** Rows without a level. */
  readonly withoutLevel: number;
  readonly texts: readonly string[];
}

/** The report of `dose`: outcomes by how much people do. */
export function doseReport(facts: DoseFacts): Report {
  const { result, currency, minPeople } = facts;
  const caveats = doseCaveats(facts);
  return {
    kind: 'dose',
    passed: true,
    currency,
    data: memberData(result, { lag: result.lag, minPeople }, caveats, facts),
    blocks: [
      title(facts),
      doseVerdict(result),
      ...result.outcomes.map((own) => levelSection(own, result)),
      slopeSection(result),
      doseSentences(result),
      ...caveatSection(caveats),
    ],
    table: doseRows(result),
  };
}

function title({ result, currency }: DoseFacts): Block {
  const when: Phrase = result.period === null ? [] : [' · ', period(result.period)];
  const money: Phrase = currency === null ? [] : [' · ', text(currency)];
  return { kind: 'title', text: ["Members' side · dose", ...when, ...money, ' · ', ...people(result.people)] };
}
