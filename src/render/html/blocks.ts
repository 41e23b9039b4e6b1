import { type FormatOptions, phraseText } from '../../report/format.ts';
import { plainText } from '../../report/plain.ts';
import type { Block, Phrase } from '../../report/report.ts';
import { escapeHtml, inline } from './escape.ts';
import { factsHtml } from './facts.ts';
import { figure } from './figure.ts';
import { badge, details, figures } from './head.ts';
import type { Ids } from './ids.ts';
import { tableHtml } from './table.ts';

/** Where a block stands in the page. */
export interface Place {
  readonly ids: Ids;
  readonly format: FormatOptions;
  readonly charts: boolean;
  /** Level of the next heading. */
  readonly level: number;
  /** The section that the block stands in. */
  readonly section: string;
  /** Whether a picture beside the block has its bars. */
  readonly isDrawn: boolean;
}

export function blockHtml(block: Block, place: Place): string {
  const { ids, format, charts, section, isDrawn } = place;
  switch (block.kind) {
    case 'title':
      return `<p class="title">${inline(block.text, format)}</p>`;
    case 'verdict':
      return [
        badge(block),
        `<p class="lead">${inline(block.lead, format)}</p>`,
        ...details(block, format),
        ...figures(block, format),
      ].join('\n');
    case 'section':
      return sectionHtml(block, place).html;
    case 'table':
      return tableHtml(block, { name: ids.label(`Table: ${section}`), format, withoutBars: isDrawn });
    case 'chart':
      return charts ? figure({ ...block, kind: 'lines' }, ids, format) : paragraph([block.description], format);
    case 'facts':
      return factsHtml(block.facts, format);
    case 'caveats':
      return list(
        block.caveats.map(({ code, message }) => `${inline(message, format)} <code>${escapeHtml(code)}</code>`),
      );
    case 'paragraph':
      return paragraph(block.text, format);
    case 'derivation':
      return derivation(block, format);
    case 'hints':
      return '';
  }
}

type Section = Extract<Block, { kind: 'section' }>;

/** A section with its heading, and the name by which a link finds it. */
export function sectionHtml(
  block: Section,
  place: Place,
): { readonly id: string; readonly title: string; readonly isPart: boolean; readonly html: string } {
  const { ids, format } = place;
  const level = Math.min(6, place.level + (block.chapter === undefined ? 0 : 1));
  const id = ids.next(block.id);
  const title = phraseText([block.title], format);
  const isPart = block.chapter !== undefined;
  const pictures = place.charts ? (block.pictures ?? []) : [];
  const inside = {
    ...{ ...place, level: level + 1, section: title },
    isDrawn: pictures.some(({ kind }) => kind === 'bars'),
  };
  const parts = [
    `<h${level} id="${id}">${escapeHtml(title)}</h${level}>`,
    ...(block.note === undefined ? [] : [`<p class="note">${inline(block.note, format)}</p>`]),
    ...pictures.map((picture) => figure(picture, ids, format)),
    ...block.blocks.map((child) => blockHtml(child, inside)).filter((html) => html !== ''),
  ];
  return { id, title, isPart, html: `<section${isPart ? ' class="part"' : ''}>\n${parts.join('\n')}\n</section>` };
}

function paragraph(text: Phrase, format: FormatOptions): string {
  return `<p>${inline(text, format)}</p>`;
}

function list(items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<ul class="caveats">\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

/** Arithmetic, step below step, with the equals signs in one column. */
function derivation({ left, lines }: Extract<Block, { kind: 'derivation' }>, format: FormatOptions): string {
  const name = plainText(left);
  const steps = lines.map((line, i) => `${i === 0 ? name : ' '.repeat(name.length)} = ${phraseText(line, format)}`);
  return `<pre><code>${escapeHtml(steps.join('\n'))}</code></pre>`;
}
