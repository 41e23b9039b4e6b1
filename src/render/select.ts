import type { Block, Report } from '../report/report.ts';
import type { RenderOptions } from './options.ts';

type Section = Extract<Block, { kind: 'section' }>;

/** The blocks to show: all, those of the sections asked for, or with `brief` only the answer. */
export function selectBlocks(report: Report, options: Pick<RenderOptions, 'sections' | 'brief'>): readonly Block[] {
  const { sections, brief } = options;
  const shown = report.blocks.filter((block) => {
    if (block.kind === 'title' || block.kind === 'verdict') return true;
    if (brief) return false;
    return sections === undefined || (block.kind === 'section' && isAsked(block, sections));
  });
  return sections === undefined ? shown : shown.map((block) => inTheOpen(block, sections));
}

/** By its own name, or by that of the part of a document that it belongs to. */
function isAsked({ id, chapter }: Section, asked: readonly string[]): boolean {
  return asked.includes(id) || (chapter !== undefined && asked.includes(chapter));
}

/** A section that was asked for by name is not folded away, nor part of a chapter that is not shown. */
function inTheOpen(block: Block, shown: readonly string[]): Block {
  if (block.kind !== 'section') return block;
  const { folded, chapter, ...section } = block;
  return chapter === undefined || !shown.includes(chapter) ? section : { ...section, chapter };
}

/** The names that `--section` takes for a report, in its order. */
export function sectionIds(report: Report): readonly string[] {
  return report.blocks.flatMap((block) => (block.kind === 'section' ? [block.id] : []));
}
