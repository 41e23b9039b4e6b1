import type { FormatOptions } from '../../report/format.ts';
import type { Block } from '../../report/report.ts';
import { inline } from './escape.ts';

/** What a comment on GitHub may hold. */
const MOST_CHARACTERS = 65_536;

type Section = Extract<Block, { kind: 'section' }>;
type Write = (blocks: readonly Block[], leftOut: readonly string[]) => string;

/**
 * Blocks as `write` writes them, in fewer characters than a comment may hold: while they are too many, the longest
 * section goes as a whole, and a line at the end names what is missing. What stands in no section always stays.
 */
export function shortened(blocks: readonly Block[], format: FormatOptions, write: Write): string {
  const sections = innermost(blocks);
  const left = new Set<Block>();
  for (;;) {
    const missing = sections.filter((section) => left.has(section));
    const text = write(without(blocks, left), leftOutLines(missing, format));
    const rest = sections.filter((section) => !left.has(section));
    if (text.length < MOST_CHARACTERS || rest.length === 0) return text;
    const sizes = rest.map((section) => write([section], []).length);
    const longest = rest[sizes.indexOf(Math.max(...sizes))];
    if (longest !== undefined) left.add(longest);
  }
}

function leftOutLines(sections: readonly Section[], format: FormatOptions): readonly string[] {
  if (sections.length === 0) return [];
  const names = sections.map(({ title }) => inline([title], format)).join(', ');
  return [`_Left out, because a comment holds 65,536 characters: ${names}. -o report.html has them._`];
}

/** The sections that hold no other. */
function innermost(blocks: readonly Block[]): readonly Section[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'section') return [];
    const inside = innermost(block.blocks);
    return inside.length === 0 ? [block] : inside;
  });
}

/** The same blocks, sections that are left out gone; what is not changed stays the same object. */
function without(blocks: readonly Block[], left: ReadonlySet<Block>): readonly Block[] {
  if (left.size === 0) return blocks;
  return blocks.flatMap((block): readonly Block[] => {
    if (left.has(block)) return [];
    if (block.kind !== 'section' || innermost(block.blocks).length === 0) return [block];
    const inside = without(block.blocks, left);
    return inside.length === 0 ? [] : [{ ...block, blocks: inside }];
  });
}
