import { type FormatOptions, formatCell, phraseText } from '../../report/format.ts';
import type { Block, Phrase, Report, Verdict } from '../../report/report.ts';
import { escapeHtml, inline, valueHtml } from './escape.ts';
import { factsHtml } from './facts.ts';

export type VerdictBlock = Extract<Block, { kind: 'verdict' }>;
export type TitleBlock = Extract<Block, { kind: 'title' }>;

/** A sign and a word, so that the colour says nothing alone. */
const BADGES: Readonly<Record<Verdict, { readonly sign: string; readonly word: string }>> = {
  positive: { sign: '▲', word: 'positive' },
  negative: { sign: '▼', word: 'negative' },
  unclear: { sign: '≈', word: 'cannot tell' },
};

/** A longer answer is set smaller. */
const LONG = 100;

/** What is read in a minute: the report's name, the answer, and the few figures that it rests on. */
export function head(
  report: Report,
  title: TitleBlock | undefined,
  verdict: VerdictBlock | undefined,
  format: FormatOptions,
): string {
  const name = title === undefined ? '' : inline(title.text, format);
  if (verdict === undefined) return [`<h1>${name}</h1>`, ...failures(report, format)].join('\n');
  return [
    ...(name === '' ? [] : [`<p class="title">${name}</p>`]),
    badge(verdict),
    `<h1${phraseText(verdict.lead, format).length > LONG ? ' class="long"' : ''}>${inline(verdict.lead, format)}</h1>`,
    ...details(verdict, format),
    ...failures(report, format),
    ...figures(verdict, format),
  ].join('\n');
}

export function badge({ verdict, word }: VerdictBlock): string {
  const usual = BADGES[verdict];
  return `<p class="badge ${verdict}">${usual.sign} ${word ?? usual.word}</p>`;
}

/** The sentences after the answer, and what is answered besides. */
export function details({ details: sentences, topics = [] }: VerdictBlock, format: FormatOptions): readonly string[] {
  const said = sentences.map((sentence) => inline(sentence, format).trim()).join(' ');
  return [
    ...(said === '' ? [] : [`<p class="details">${said}</p>`]),
    ...(topics.length === 0 ? [] : [factsHtml(topics, format)]),
  ];
}

export function figures({ figures: all = [] }: VerdictBlock, format: FormatOptions): readonly string[] {
  if (all.length === 0) return [];
  const each = all.map(({ label, value, note }) => {
    const below = note === undefined ? '' : `<dd class="note">${inline(note, format)}</dd>`;
    const shown =
      value.kind === 'unknown'
        ? `<span title="${escapeHtml(value.reason)}">${formatCell(value, format)}</span>`
        : valueHtml(value, format);
    return `<div><dt>${escapeHtml(phraseText([label], format))}</dt><dd>${shown}</dd>${below}</div>`;
  });
  return [`<dl class="figures of-${COLUMNS[all.length] ?? 4}">\n${each.join('\n')}\n</dl>`];
}

/** Columns for so many figures, so that rows are full or nearly so. */
const COLUMNS = [1, 2, 2, 3, 4, 5, 3, 4, 4, 5, 5];

/** What the user asked to be checked and did not pass, but for what the answer says of goals already. */
function failures({ failures: failed = [], checks = [] }: Report, format: FormatOptions): readonly string[] {
  const isTold = (failure: Phrase) =>
    checks.some(({ message }) => message.length > 0 && words(failure).endsWith(words(message)));
  const words = (phrase: Phrase) => phraseText(phrase, format);
  return failed
    .filter((failure) => !isTold(failure))
    .map((failure) => `<p class="failed"><strong>Did not pass:</strong> ${inline(failure, format)}</p>`);
}
