import type { DoseResult } from '../../core/dose/result.ts';
import { counted, people, text } from '../cells.ts';
import type { Worded } from '../outcomes/facts.ts';
import { listed } from '../outcomes/words.ts';

interface Given {
  readonly result: DoseResult;
  readonly inputCaveats: readonly Worded[];
  readonly withoutLevel: number;
  readonly texts: readonly string[];
}

/** What a reader must know to read the slopes right. */
export function doseCaveats({ result, inputCaveats, withoutLevel, texts }: Given): Worded[] {
  const caveats: Worded[] = [...inputCaveats];
  const across = result.outcomes.filter(({ basis }) => basis === 'across');
  if (across.length > 0) {
    const message = `${listed(across.map(({ outcome }) => outcome))}: an association. Who does more may have been better or worse off before; only the change of the same person speaks of doing more.`;
    caveats.push({ code: 'ASSOCIATION', message: [text(message)] });
  }
  const unknown = across.filter(({ withinReason }) => result.periods.length > 1 && withinReason !== undefined);
  for (const { outcome, withinReason } of unknown) {
    caveats.push({
      code: 'NOT_WITHIN_PERSON',
      message: [text(`${outcome}: no change within the same person, because ${withinReason}.`)],
    });
  }
  if (withoutLevel > 0)
    caveats.push({
      code: 'LEVEL_MISSING',
      message: [...counted(withoutLevel, 'row has', 'rows have'), ' no level: left out.'],
    });
  for (const { outcome, missing } of result.outcomes) {
    if (missing === 0) continue;
    caveats.push({
      code: 'VALUES_MISSING',
      message: [
        ...people(missing, ['has', 'have']),
        text(` no value of ${outcome}, or no level for it: left out of it.`),
      ],
    });
  }
  const few = result.outcomes.filter(
    ({ slope, levels }) => slope !== null && levels.some(({ value }) => value === null),
  );
  if (few.length > 0) {
    const message = `${listed(few.map(({ outcome }) => outcome))}: levels with too few people are not shown (--min-people); the slope holds them.`;
    caveats.push({ code: 'FEW_PEOPLE', message: [text(message)] });
  }
  if (texts.length > 0)
    caveats.push({ code: 'TEXT_COLUMNS', message: [text(`Columns of text are not compared: ${listed(texts)}.`)] });
  return caveats;
}
