import { type FormatOptions, phraseText } from '../../report/format.ts';
import type { Facts } from '../../report/report.ts';
import { escapeHtml, inline, reasonOf } from './escape.ts';

/** Names beside what they are; a value that is unknown says why. */
export function factsHtml(facts: Facts, format: FormatOptions): string {
  const rows = facts.map(({ label, value }) => {
    const reason = reasonOf(value);
    const text = reason === undefined ? inline(value, format) : inline([...value, ' ', reason], format);
    return `<dt>${escapeHtml(phraseText([label], format))}</dt><dd>${text}</dd>`;
  });
  return rows.length === 0 ? '' : `<dl class="facts">\n${rows.join('\n')}\n</dl>`;
}
