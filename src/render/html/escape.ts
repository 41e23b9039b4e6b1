import { type FormatOptions, formatCell, phraseText } from '../../report/format.ts';
import type { Cell, Phrase } from '../../report/report.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that HTML and SVG show as it is, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Prose, its values kept on one line each. */
export function inline(phrase: Phrase, format: FormatOptions): string {
  return phrase
    .map((part) => (typeof part === 'string' ? escapeHtml(phraseText([part], format)) : spokenValue(part, format)))
    .join('');
}

/** A value in a sentence, where a browser would break a line between its sign and that of the currency as well. */
function spokenValue(cell: Cell, format: FormatOptions): string {
  const text = valueHtml(cell, format);
  return /^[+−]\D/.test(text) ? `<span class="value">${text}</span>` : text;
}

/** A cell in a sentence or a table: a value never wraps, a name may. */
export function valueHtml(cell: Cell, format: FormatOptions): string {
  if (cell.kind === 'phrase') return inline(cell.parts, format);
  const text = escapeHtml(formatCell(cell, format));
  if (cell.kind === 'text' || !/[ -]/.test(text)) return text;
  return `<span class="value">${text}</span>`;
}

/** What a program that reads aloud is given beside a value that is unknown. */
export function reasonOf(phrase: Phrase): string | undefined {
  const [only] = phrase;
  return phrase.length === 1 && typeof only === 'object' && only.kind === 'unknown' ? only.reason : undefined;
}
