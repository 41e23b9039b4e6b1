import type { Block, Facts, Phrase } from './report.ts';

type VerdictBlock = Extract<Block, { kind: 'verdict' }>;

/** Sentences as one line of an answer under a name; none where there is nothing to say. */
export function topic(label: string, sentences: readonly Phrase[]): Facts {
  const said = sentences.filter(({ length }) => length > 0).map(trimmed);
  const value = said.flatMap((sentence, at): Phrase => (at === 0 ? sentence : [' ', ...sentence]));
  return value.length === 0 ? [] : [{ label, value }];
}

/** All that an answer says, a phrase for each line. */
export function verdictPhrases({ lead, details, topics = [] }: VerdictBlock): Phrase[] {
  return [lead, ...details, ...topics.map(({ label, value }): Phrase => [`${label}: `, ...value])];
}

/** Without the blanks that keep a sentence apart from those around it. */
function trimmed(sentence: Phrase): Phrase {
  const last = sentence.length - 1;
  return sentence.map((part, at) => {
    if (typeof part !== 'string') return part;
    const begun = at === 0 ? part.trimStart() : part;
    return at === last ? begun.trimEnd() : begun;
  });
}
