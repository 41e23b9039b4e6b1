import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from '../../src/render/options.ts';
import type { Block } from '../../src/report/report.ts';
import { expectGolden } from '../golden.ts';
import { DERIVATION, reportOf, SAMPLE, TITLE, VERDICT } from './sample.ts';

const MARK = '\n<!-- community-roi:calc -->\n';
/** Blocks as Markdown, without the mark that ends every document. */
const render = (options: Partial<RenderOptions>, ...blocks: readonly Block[]) => {
  const output = renderMarkdown(reportOf(...blocks), { ...DEFAULT_RENDER_OPTIONS, ...options });
  expect(output.endsWith(MARK)).toBe(true);
  return output.slice(0, -MARK.length);
};
const paragraph = (text: string) => render({}, { kind: 'paragraph', text: [text] }).trimEnd();

test('the whole report, headed by the verdict', () => {
  expectGolden('render/report.md', renderMarkdown(SAMPLE, DEFAULT_RENDER_OPTIONS));
});

test('without a verdict the title is the heading', () => {
  expect(render({}, TITLE)).toMatch(/^# Community ROI · 2021-01/);
});

test('in brief it is the verdict, the title and the details', () => {
  const output = renderMarkdown(SAMPLE, { ...DEFAULT_RENDER_OPTIONS, brief: true });
  expect(output).toBe(render({}, TITLE, VERDICT) + MARK);
  expect(output.match(/^#/gm)).toHaveLength(1);
});

test('arithmetic is a code block, in which nothing is escaped', () => {
  expectGolden('render/derivation.md', render({}, DERIVATION));
});

describe('text from a file', () => {
  test('is text: no emphasis, code, link, table cell or HTML', () => {
    expect(paragraph('a*b* _c_ `d` [e](f) g|h <script> ~i~')).toBe(
      'a\\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) g\\|h \\<script\\> \\~i\\~',
    );
    expect(paragraph('&lt; &#64; R&D')).toBe('&amp;lt; &amp;#&#8203;64; R&D');
    expect(paragraph('back\\slash')).toBe('back\\\\slash');
  });

  test('calls nobody and links to no issue', () => {
    expect(paragraph('thanks @someone, see #12 and team #one')).toBe(
      'thanks @&#8203;someone, see #&#8203;12 and team #one',
    );
  });

  test('begins no heading, list or quotation', () => {
    expect(paragraph('# not a heading')).toBe('\\# not a heading');
    expect(paragraph('- not a list')).toBe('\\- not a list');
    expect(paragraph('1. not a list')).toBe('1\\. not a list');
    expect(paragraph('> not a quotation')).toBe('\\> not a quotation');
  });

  test('stays in its row', () => {
    const output = render(
      {},
      {
        kind: 'table',
        columns: [
          { header: 'A|B', align: 'left', priority: 1 },
          { header: 'N', align: 'right', priority: 1 },
        ],
        rows: [
          [
            { kind: 'text', text: 'x\n| y' },
            { kind: 'unknown', reason: 'no *reason*' },
          ],
        ],
      },
    );
    expect(output).toBe('| A\\|B   |   N |\n| ------ | --: |\n| x \\| y |   – |\n\n– no \\*reason\\*\n');
  });

  test('does not end a code block', () => {
    const output = render({}, { kind: 'derivation', left: '```', lines: [['x']] });
    expect(output).toBe('````text\n``` = x\n````\n');
  });

  test('cannot hold an escape sequence', () => {
    expect(paragraph('\x1b[31mred')).toBe('red');
  });
});

test('an interval in a table is no link', () => {
  const interval = {
    kind: 'interval',
    low: { kind: 'percent', ratio: -0.1 },
    high: { kind: 'percent', ratio: 0.2 },
  } as const;
  expect(render({}, { kind: 'paragraph', text: ['ROI ', interval] })).toBe('ROI \\[−10.0%, 20.0%\\]\n');
});

test('without charts there is their description', () => {
  const output = renderMarkdown(SAMPLE, { ...DEFAULT_RENDER_OPTIONS, charts: false, sections: ['trend'] });
  expect(output).toContain('the return rises from below to above the cost');
  expect(output).not.toContain('```');
});
