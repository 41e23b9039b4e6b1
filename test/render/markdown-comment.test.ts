import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from '../../src/render/options.ts';
import type { Block } from '../../src/report/report.ts';
import { expectGolden } from '../golden.ts';
import { reportOf, SAMPLE, TITLE, VERDICT } from './sample.ts';

const MOST = 65_536;
const render = (blocks: readonly Block[], options: Partial<RenderOptions> = {}) =>
  renderMarkdown(reportOf(...blocks), { ...DEFAULT_RENDER_OPTIONS, ...options });
const section = (id: string, length: number, more: Partial<Extract<Block, { kind: 'section' }>> = {}): Block => ({
  ...{ kind: 'section', id, title: id.toUpperCase() },
  blocks: [{ kind: 'paragraph', text: ['x'.repeat(length)] }],
  ...more,
});

test('a comment with its details folded', () => {
  const folded = SAMPLE.blocks.map((block) =>
    block.kind === 'section' && block.id !== 'caveats' ? { ...block, folded: true } : block,
  );
  expectGolden('render/folded.md', render(folded));
});

test('a section that belongs to another has a heading a level lower', () => {
  const headings = render([TITLE, VERDICT, section('event', 1), section('people', 1, { chapter: 'event' })]).match(
    /^#+ .*/gm,
  );
  expect(headings?.slice(1)).toEqual(['## EVENT', '### PEOPLE']);
});

test('a section that is asked for by name is not folded, nor below a chapter that is not there', () => {
  const blocks = [TITLE, section('event', 1), section('people', 1, { chapter: 'event', folded: true })];
  expect(render(blocks)).toContain('<summary><b>PEOPLE</b></summary>');
  expect(render(blocks, { sections: ['people'] })).toContain('## PEOPLE\n');
});

test('a robot finds its comment by a mark that is the same each time and names the command', () => {
  expect(render([TITLE]).trimEnd().split('\n').at(-1)).toBe('<!-- community-roi:calc -->');
});

describe('what is longer than a comment may be', () => {
  test('loses its longest sections as a whole, and says which', () => {
    const text = render([
      TITLE,
      VERDICT,
      section('a', 30_000),
      section('b', 40_000),
      section('c', 20_000),
      section('d', 5),
    ]);
    expect(text.length).toBeLessThan(MOST);
    expect([...text.matchAll(/^## (.*)/gm)].map(([, title]) => title)).toEqual(['A', 'C', 'D']);
    expect(text).toContain('_Left out, because a comment holds 65,536 characters: B. -o report.html has them._');
  });

  test('names the sections in their order, whatever order they went in', () => {
    const text = render([VERDICT, section('a', 70_000), section('b', 90_000), section('c', 1)]);
    expect(text).toContain('characters: A, B. -o');
    expect(text).toContain('## C');
  });

  test('loses what lies inside a section before the section', () => {
    const inner = section('inner', 70_000);
    const outer: Block = { kind: 'section', id: 'outer', title: 'OUTER', blocks: [inner, section('small', 3)] };
    const text = render([VERDICT, outer]);
    expect(text.match(/^#+ .*/gm)?.slice(1)).toEqual(['## OUTER', '### SMALL']);
    expect(text).toContain('characters: INNER.');
  });

  test('keeps the answer, even where nothing else is left', () => {
    const text = render([TITLE, VERDICT, section('a', 65_500)]);
    expect(text).toMatch(/^# ROI/);
    expect(text).toContain('characters: A.');
  });

  test('is cut at the limit and not before', () => {
    const spare = MOST - 1 - render([VERDICT, section('a', 0)]).length;
    expect(render([VERDICT, section('a', spare)])).toHaveLength(MOST - 1);
    expect(render([VERDICT, section('a', spare + 1)])).toContain('Left out');
  });
});
