import type { IncidentsResult } from '../../core/incidents/result.ts';
import { text } from '../cells.ts';
import type { Worded } from '../outcomes/facts.ts';
import { listed } from '../outcomes/words.ts';

interface Given {
  readonly result: IncidentsResult;
  readonly inputCaveats: readonly Worded[];
  readonly texts: readonly string[];
  readonly allPersonsChecked: boolean;
}

/** Fewer people than this on a side are few. */
const FEW_CASES = 5;

/** What a reader must know to read the rates right. */
export function incidentCaveats({ result, inputCaveats, texts, allPersonsChecked }: Given): Worded[] {
  const { incidents, transactions } = result;
  const caveats: Worded[] = [
    ...inputCaveats,
    {
      code: 'UNADJUSTED',
      message: [
        'Members choose to join and may have been more careful, or more exposed, before; the E-value says how strongly that would have to be so.',
      ],
    },
  ];
  if (transactions === null) {
    const message =
      'Transactions are not known: who does more meets more trouble, and per person alone that cannot be told apart.';
    caveats.push({ code: 'NO_TRANSACTIONS', message: [message] });
  }
  const few = incidents.filter(
    ({ people: { members, nonMembers } }) =>
      Math.min(members.events ?? FEW_CASES, nonMembers.events ?? FEW_CASES) < FEW_CASES,
  );
  if (few.length > 0) {
    const message = `${listed(few.map(({ incident }) => incident))}: fewer than ${FEW_CASES} people on a side, so that one more or less would move the figures.`;
    caveats.push({ code: 'FEW_CASES', message: [text(message)] });
  }
  if (texts.length > 0)
    caveats.push({ code: 'TEXT_COLUMNS', message: [text(`Columns of text are not compared: ${listed(texts)}.`)] });
  if (!allPersonsChecked) {
    caveats.push({
      code: 'PERSONS_UNCHECKED',
      message: ['Only the first million rows were searched for a person who stands twice.'],
    });
  }
  return caveats;
}
