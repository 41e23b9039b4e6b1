import { type FormatOptions, formatCell, phraseText } from '../../report/format.ts';
import type { Cell, Phrase } from '../../report/report.ts';

/** Breaks up `@name` and `#12`, as Renovate and Dependabot do: a backslash does not keep GitHub from linking them. */
const ZERO_WIDTH = '&#8203;';

/** Prose for Markdown: what comes from text is escaped, what comes from a value needs no escape. */
export function inline(phrase: Phrase, options: FormatOptions): string {
  return phrase.map((part) => (typeof part === 'string' ? escapeText(part, options) : cell(part, options))).join('');
}

/** A cell for Markdown. */
export function cell(value: Cell, options: FormatOptions): string {
  if (value.kind === 'phrase') return inline(value.parts, options);
  return value.kind === 'text' ? escapeText(value.text, options) : escapeNumber(formatCell(value, options));
}

const SPECIAL = /&(?=#?\w+;)|[\\`*_{}[\]<>|~$]|@(?=\w)|#(?=\d)/g;

function escapeText(text: string, options: FormatOptions): string {
  return phraseText([text], options).replace(SPECIAL, (sign) => {
    if (sign === '&') return '&amp;';
    return sign === '@' || sign === '#' ? sign + ZERO_WIDTH : `\\${sign}`;
  });
}

/** The brackets of an interval would begin a link. */
function escapeNumber(text: string): string {
  return text.replace(/[[\]|<>*_`\\]/g, '\\$&');
}

/** A paragraph whose first characters would make it a heading, a list or a quotation. */
export function escapeStart(line: string): string {
  return line.replace(/^(#{1,6}\s|[-+=]|\d+(?=[.)]\s))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A code block whose fence is longer than any run of backticks inside it. */
export function fence(lines: readonly string[], language: string): readonly string[] {
  const longest = Math.max(
    2,
    ...lines.map((line) => Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))),
  );
  const ticks = '`'.repeat(longest + 1);
  return [`${ticks}${language}`, ...lines, ticks];
}
