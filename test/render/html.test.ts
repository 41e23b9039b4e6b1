import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from '../../src/render/options.ts';
import type { Block, Report } from '../../src/report/report.ts';
import { expectGolden } from '../golden.ts';
import { DERIVATION, reportOf, SAMPLE, TITLE, VERDICT } from './sample.ts';

const render = (report: Report, options: Partial<RenderOptions> = {}) =>
  renderHtml(report, { ...DEFAULT_RENDER_OPTIONS, ...options });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });
const section = (id: string, title: string, ...blocks: readonly Block[]): Block => ({
  kind: 'section',
  id,
  title,
  blocks,
});
const EVIL = `</style><script src="https://example.org/x.js"></script><img src=x onerror='a()'>`;

test('the whole page of a report', () => {
  expectGolden('render/report.html', render(SAMPLE));
});

describe('the page', () => {
  const html = render(SAMPLE);

  test('begins with the verdict', () => {
    expect(html.slice(html.indexOf('<h1>'), html.indexOf('</h1>'))).toContain('short so far.');
    expect(html.indexOf('<h1>')).toBeLessThan(html.indexOf('<h2'));
  });

  test('has one first heading, and none that skips a level', () => {
    const nested = render(reportOf(TITLE, VERDICT, section('a', 'A', section('b', 'B', section('c', 'C')))));
    for (const page of [html, nested]) {
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    expect([...nested.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))).toEqual([1, 2, 3, 4]);
  });

  test('loads nothing and runs nothing', () => {
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(html).not.toMatch(
      /<script|<link(?! rel="icon" href="data:,")|<iframe|@import|url\(|style="|https?:\/\/(?!www\.w3\.org\/2000\/svg")/,
    );
  });

  test('gives no id twice, even where sections share a name', () => {
    const twice = render(
      reportOf(TITLE, section('caveats', 'Caveats'), section('caveats', 'Caveats'), section('1', '1')),
    );
    for (const page of [html, twice]) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('links to each section, and every link leads somewhere', () => {
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toEqual(['return', 'cost', 'years', 'trend', 'caveats']);
    for (const id of links) expect(html).toContain(`id="${id}"`);
  });

  test('has a name where there is no verdict', () => {
    expect(render(reportOf(TITLE, paragraph('x')))).toMatch(/<h1>Community ROI · .*2021-01/);
    expect(render(reportOf(paragraph('x')))).toContain('<title>community-roi calc</title>');
  });

  test('says what did not pass', () => {
    const failed = { ...reportOf(TITLE, VERDICT), passed: false, failures: [['roi is below 0']] };
    expect(render(failed)).toContain('<strong>Did not pass:</strong> roi is below 0');
  });
});

describe('what the user left out is left out', () => {
  test('in brief it is the verdict', () => {
    const html = render(SAMPLE, { brief: true });
    expect(html).toContain('<h1>');
    expect(html).not.toMatch(/<h2|<svg|<nav/);
  });

  test('a section comes with the verdict', () => {
    const html = render(SAMPLE, { sections: ['years'] });
    expect([...html.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['years']);
  });

  test('without charts their description stands in their place', () => {
    const html = render(SAMPLE, { charts: false });
    expect(html).toContain(
      '<p>Return and cost per month, 2021-01 to 2023-12: the return rises from below to above the cost.</p>',
    );
    expect(html).not.toContain('<figure');
  });
});

describe('text from a file', () => {
  test('is text wherever it stands', () => {
    const blocks: Block[] = [
      { kind: 'title', text: [EVIL, { kind: 'text', text: EVIL }] },
      {
        kind: 'verdict',
        verdict: 'positive',
        lead: [EVIL],
        details: [[EVIL]],
        figures: [{ label: EVIL, value: { kind: 'unknown', reason: EVIL } }],
      },
      section(
        EVIL,
        EVIL,
        paragraph(EVIL),
        { kind: 'facts', facts: [{ label: EVIL, value: [{ kind: 'unknown', reason: EVIL }] }] },
        { kind: 'caveats', caveats: [{ code: EVIL, message: [EVIL] }] },
        { kind: 'derivation', left: EVIL, lines: [[EVIL]] },
        {
          kind: 'table',
          columns: [{ header: EVIL, align: 'left', priority: 1 }],
          rows: [
            [{ kind: 'text', text: EVIL }],
            [{ kind: 'period', period: EVIL }],
            [{ kind: 'unknown', reason: EVIL }],
          ],
        },
      ),
    ];
    const html = render(reportOf(...blocks));
    expect(html.match(/<script|<img|onerror='|<\/style>/g)).toEqual(['</style>']);
    expect(html).toContain('&lt;script src=&quot;');
  });

  test('holds no control character and no change of direction', () => {
    expect(render(reportOf(TITLE, paragraph('a\u001b[31mb\u202ec\u0000d')))).toContain('<p>abcd</p>');
  });
});

test('arithmetic keeps its equals signs in one column', () => {
  const [, code = ''] = /<pre><code>([\s\S]*?)<\/code>/.exec(render(reportOf(TITLE, DERIVATION))) ?? [];
  expect(new Set(code.split('\n').map((line) => line.indexOf('='))).size).toBe(1);
});

test('in ASCII the page is the same, and every byte of it is ASCII', () => {
  const ascii = render(SAMPLE, { ascii: true });
  expect(ascii).toMatch(/^[\n -~]*$/);
  expect(ascii.replace(/&#(\d{3,});/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(render(SAMPLE));
});

test('a table whose bars are drawn beside it goes without them', () => {
  const table: Block = {
    kind: 'table',
    columns: ['Part', 'Size', ''].map((header) => ({ header, align: 'left', priority: 1 })),
    rows: [
      [
        { kind: 'text', text: 'a' },
        { kind: 'count', count: 1 },
        { kind: 'span', from: 0, to: 1, mark: 0.5 },
      ],
    ],
  };
  const bars = {
    kind: 'bars',
    description: 'D',
    measure: 'count',
    origin: { value: 0, label: [] },
    bars: [{ label: ['a'], ends: [{ value: 1, text: ['1'] }] }],
  } as const;
  const drawn: Block = { kind: 'section', id: 's', title: 'S', pictures: [bars], blocks: [table] };
  expect(render(reportOf(TITLE, drawn))).not.toContain('td class="bar"');
  expect(render(reportOf(TITLE, drawn), { charts: false })).toContain('td class="bar"');
});
