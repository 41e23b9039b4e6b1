import { phraseText } from '../report/format.ts';
import type { Block, Report } from '../report/report.ts';
import { drawChart } from './chart.ts';
import type { RenderOptions } from './options.ts';
import { selectBlocks } from './select.ts';
import { stack } from './stack.ts';
import { caveatLines } from './terminal/caveats.ts';
import { derivationLines } from './terminal/derivation.ts';
import { factLines } from './terminal/facts.ts';
import { gridLines } from './terminal/grid.ts';
import { hintLines } from './terminal/hints.ts';
import { listLines } from './terminal/list.ts';
import { type Look, lookOf } from './terminal/look.ts';
import { type Paint, PLAIN } from './terminal/paint.ts';
import { unbroken, wrap } from './terminal/prose.ts';
import type { TableBlock } from './terminal/reasons.ts';
import { displayWidth } from './terminal/width.ts';

const INDENT = 2;
/** Below this, a table becomes a list. */
const NARROWEST_TABLE = 50;
/** Longer lines of prose are hard to read, however wide the terminal. */
const LONGEST_LINE = 100;

/** The report for a terminal of `width` columns, in the colours of `paint`. */
export function renderTable(report: Report, options: RenderOptions, paint: Paint = PLAIN): string {
  const look = lookOf(report, options, paint);
  const blocks = selectBlocks(report, options).map((block) => blockLines(block, look, options.width));
  return `${stack(blocks).join('\n')}\n`;
}

function blockLines(block: Block, look: Look, available: number): readonly string[] {
  const { paint, format } = look;
  const width = Math.min(available, LONGEST_LINE);
  switch (block.kind) {
    case 'title':
      return wrap(unbroken(block.text, format), { width }).map(paint.strong);
    case 'verdict':
      return verdictLines(block, look, width);
    case 'section':
      return sectionLines(block, look, available);
    case 'table':
      return tableLines(block, look, available);
    case 'chart':
      return (
        drawChart(block, look, available) ?? wrap(unbroken([block.description], format), { width }).map(paint.quiet)
      );
    case 'facts':
      return factLines(block.facts, look, width);
    case 'caveats':
      return caveatLines(block.caveats, look, width);
    case 'paragraph':
      return wrap(unbroken(block.text, format), { width });
    case 'derivation':
      return derivationLines(block, look, width);
    case 'hints':
      return hintLines(block.hints, look, width);
  }
}

type Verdict = Extract<Block, { kind: 'verdict' }>;

/** A sign, the answer, and what to know with it: the sign says in every terminal what its colour says in some. */
function verdictLines(block: Verdict, look: Look, width: number): readonly string[] {
  const { paint, glyphs, format } = look;
  const mark = { positive: paint.good, negative: paint.bad, unclear: paint.unclear }[block.verdict];
  const lead = wrap(unbroken(block.lead, format), { width, first: INDENT, hang: INDENT });
  const details = block.details.map((detail) => unbroken(detail, format).trim()).join(' ');
  return [
    ...lead.map((line, index) =>
      index === 0 ? `${mark(glyphs[block.verdict])} ${paint.strong(line.slice(INDENT))}` : paint.strong(line),
    ),
    ...(details === '' ? [] : wrap(details, { width, first: INDENT, hang: INDENT })),
    ...factLines(block.topics ?? [], look, width - INDENT).map(indented),
  ];
}

type Section = Extract<Block, { kind: 'section' }>;

function sectionLines(block: Section, look: Look, width: number): readonly string[] {
  const inner = block.blocks.map((child) => blockLines(child, look, width - INDENT).map(indented));
  return [...headingLines(block, look, Math.min(width, LONGEST_LINE)), ...stack(inner)];
}

/** The title, and beside it or below it what the figures are. */
function headingLines(block: Section, { paint, format }: Look, width: number): readonly string[] {
  const title = phraseText([block.title], format).toUpperCase();
  if (block.note === undefined) return [paint.strong(title)];
  const note = unbroken(block.note, format);
  const beside = wrap(note, { width, first: displayWidth(title) + 3 });
  if (beside.length === 1) return [`${paint.strong(title)}   ${paint.quiet((beside[0] ?? '').trimStart())}`];
  return [paint.strong(title), ...wrap(note, { width, first: INDENT, hang: INDENT }).map(paint.quiet)];
}

function tableLines(block: TableBlock, look: Look, width: number): readonly string[] {
  const grid = width + INDENT < NARROWEST_TABLE ? undefined : gridLines(block, look, width);
  return grid ?? listLines(block, look, width);
}

function indented(line: string): string {
  return line === '' ? '' : ' '.repeat(INDENT) + line;
}
