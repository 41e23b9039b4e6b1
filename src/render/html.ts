import { type FormatOptions, phraseText } from '../report/format.ts';
import type { Report } from '../report/report.ts';
import { blockHtml, sectionHtml } from './html/blocks.ts';
import { escapeHtml } from './html/escape.ts';
import { head, type TitleBlock, type VerdictBlock } from './html/head.ts';
import { makeIds } from './html/ids.ts';
import { page } from './html/page.ts';
import type { RenderOptions } from './options.ts';
import { selectBlocks } from './select.ts';

/** From so many sections on, a list of them stands below the answer. */
const MANY_SECTIONS = 4;

/** The report as one file for a browser: no script, nothing loaded, the verdict first. */
export function renderHtml(report: Report, options: RenderOptions): string {
  const format: FormatOptions = { locale: options.locale, currency: report.currency, ascii: false };
  const blocks = selectBlocks(report, options);
  const title = blocks.find((block): block is TitleBlock => block.kind === 'title');
  const verdict = blocks.find((block): block is VerdictBlock => block.kind === 'verdict');
  const place = { ids: makeIds(), format, charts: options.charts, level: 2, section: '', isDrawn: false };
  const parts = blocks
    .filter((block) => block !== title && block !== verdict)
    .map((block) => (block.kind === 'section' ? sectionHtml(block, place) : { html: blockHtml(block, place) }));
  const sections = parts.flatMap((part) => ('id' in part && !part.isPart ? [part] : []));
  const name = title === undefined ? `community-roi ${report.kind}` : phraseText(title.text, format);
  const main = [head(report, title, verdict, format), ...contents(sections), ...parts.map(({ html }) => html)];
  const text = page(name, main.filter((html) => html !== '').join('\n'), `community-roi ${escapeHtml(report.kind)}`);
  return options.ascii ? withoutUnicode(text) : text;
}

function contents(sections: readonly { readonly id: string; readonly title: string }[]): readonly string[] {
  if (sections.length < MANY_SECTIONS) return [];
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return [`<nav aria-label="Contents">\n<ul>\n${links.join('\n')}\n</ul>\n</nav>`];
}

/** The same page in ASCII: what is not becomes a reference to it, so that no mail server can break it. */
function withoutUnicode(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}
