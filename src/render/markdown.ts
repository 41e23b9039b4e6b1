import type { Block, Facts, Phrase, Report } from '../report/report.ts';
import { drawChart } from './chart.ts';
import { cell, escapeStart, fence, inline } from './markdown/escape.ts';
import { pipeTable } from './markdown/pipes.ts';
import { shortened } from './markdown/shortened.ts';
import type { RenderOptions } from './options.ts';
import { selectBlocks } from './select.ts';
import { stack } from './stack.ts';
import { derivationLines } from './terminal/derivation.ts';
import { type Look, lookOf } from './terminal/look.ts';
import { PLAIN } from './terminal/paint.ts';
import { type TableBlock, unknownReasons } from './terminal/reasons.ts';

/** Columns of what stands in code blocks, so that it fits where documents are read. */
const CODE_WIDTH = 72;

/**
 * The report as GitHub-flavoured Markdown, headed by the verdict, short enough for a comment. It ends in a mark that
 * nobody sees, by which a robot finds the comment that it wrote last time.
 */
export function renderMarkdown(report: Report, options: RenderOptions): string {
  const look = lookOf(report, options, PLAIN);
  const mark = [`<!-- community-roi:${report.kind} -->`];
  return shortened(selectBlocks(report, options), look.format, (blocks, leftOut) =>
    document([...body(blocks, look), leftOut, mark]),
  );
}

function body(blocks: readonly Block[], look: Look): readonly (readonly string[])[] {
  const parts = blocks.map((block) => ({ block, lines: blockLines(block, look, TOP) }));
  const verdict = parts.find(({ block }) => block.kind === 'verdict');
  const others = parts.filter((part) => part !== verdict);
  if (verdict === undefined) return others.map((part) => part.lines);
  const [heading = '', ...details] = verdict.lines;
  const below = others.map(({ block, lines }) => (block.kind === 'title' ? [paragraph(block.text, look)] : lines));
  return [[heading], ...below.slice(0, 1), details, ...below.slice(1)];
}

/** The level of the heading of the whole, and the deepest there is. */
const TOP = 1;
const DEEPEST = 6;

function blockLines(block: Block, look: Look, level: number): readonly string[] {
  switch (block.kind) {
    case 'title':
      return level === TOP ? [`# ${inline(block.text, look.format)}`] : [paragraph(block.text, look)];
    case 'verdict': {
      const lead = inline(block.lead, look.format);
      const { details: said, topics = [] } = block;
      const details = stack([sentences(said, look), factLines(topics, look)]);
      return level === TOP ? [`# ${lead}`, ...details] : stack([[`**${lead}**`], details]);
    }
    case 'section':
      return sectionLines(block, look, Math.min(level + (block.chapter === undefined ? 1 : 2), DEEPEST));
    case 'table':
      return tableLines(block, look);
    case 'chart': {
      const chart = drawChart(block, look, CODE_WIDTH);
      const description = paragraph([block.description], look);
      return chart === undefined ? [description] : [description, '', ...fence(chart, 'text')];
    }
    case 'facts':
      return factLines(block.facts, look);
    case 'caveats':
      return block.caveats.map(({ code, message }) => `- ${inline(message, look.format)} (\`${code}\`)`);
    case 'paragraph':
      return [paragraph(block.text, look)];
    case 'derivation':
      return fence(derivationLines(block, look, CODE_WIDTH), 'text');
    case 'hints':
      return [];
  }
}

type Section = Extract<Block, { kind: 'section' }>;

function sectionLines(block: Section, look: Look, level: number): readonly string[] {
  const note = block.note === undefined ? [] : [`_${inline(block.note, look.format)}_`];
  const inside = [note, ...block.blocks.map((child) => blockLines(child, look, level))];
  const title = inline([block.title], look.format);
  if (block.folded !== true) return stack([[`${'#'.repeat(level)} ${title}`], ...inside]);
  return stack([['<details>', `<summary><b>${title}</b></summary>`], ...inside, ['</details>']]);
}

function tableLines(block: TableBlock, look: Look): readonly string[] {
  const reasons = unknownReasons(block, [...block.columns.keys()]).map(
    (cause) => `${cell(cause, look.format)} ${inline([cause.reason], look.format)}`,
  );
  return stack([pipeTable(block, look.format), ...reasons.map((reason) => [reason])]);
}

function sentences(details: readonly Phrase[], look: Look): readonly string[] {
  return details.length === 0 ? [] : [details.map((detail) => inline(detail, look.format).trim()).join(' ')];
}

function factLines(facts: Facts, look: Look): readonly string[] {
  return facts.map(({ label, value }) => `- **${inline([label], look.format)}**: ${withReason(value, look)}`);
}

function paragraph(text: Phrase, look: Look): string {
  return escapeStart(inline(text, look.format));
}

/** A value that is unknown says why. */
function withReason(value: Phrase, { format }: Look): string {
  const text = inline(value, format);
  const [only] = value;
  const isUnknown = value.length === 1 && typeof only === 'object' && only.kind === 'unknown';
  return isUnknown ? `${text} ${inline([only.reason], format)}` : text;
}

function document(parts: readonly (readonly string[])[]): string {
  return `${stack(parts).join('\n')}\n`;
}
