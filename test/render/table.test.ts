import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from '../../src/render/options.ts';
import { renderTable } from '../../src/render/table.ts';
import { paintWith } from '../../src/render/terminal/paint.ts';
import { displayWidth } from '../../src/render/terminal/width.ts';
import type { Block, Cell } from '../../src/report/report.ts';
import { expectGolden } from '../golden.ts';
import { DERIVATION, reportOf, SAMPLE, TITLE, VERDICT } from './sample.ts';

const render = (options: Partial<RenderOptions> = {}, ...blocks: readonly Block[]) =>
  renderTable(blocks.length === 0 ? SAMPLE : reportOf(...blocks), { ...DEFAULT_RENDER_OPTIONS, ...options });
const text = (value: string): Cell => ({ kind: 'text', text: value });
const names = (...values: readonly string[]): Block => ({
  kind: 'table',
  columns: [
    { header: 'Source', align: 'left', priority: 1 },
    { header: 'Return', align: 'right', priority: 1 },
  ],
  rows: values.map((value) => [text(value), { kind: 'money', amount: 1234 }]),
});

describe('the whole report', () => {
  test.each([120, 80, 60, 40])('at %i columns', (width) => {
    const output = render({ width });
    expect(output.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
    expectGolden(`render/table-${width}.txt`, output);
  });

  test('in ASCII', () => {
    const output = render({ ascii: true });
    expect(output).toMatch(/^[\n -~]*$/);
    expectGolden('render/table-ascii.txt', output);
  });

  test('in colour says what it says without', () => {
    const output = renderTable(SAMPLE, { ...DEFAULT_RENDER_OPTIONS, color: 3 }, paintWith(new Chalk({ level: 3 })));
    // biome-ignore lint/complexity/useRegexLiterals: a literal may not hold the escape character
    expect(output.replace(new RegExp('\u001b\\[[\\d;]*m', 'g'), '')).toBe(render());
    expectGolden('render/table-color.txt', output);
  });

  test('in German', () => {
    expectGolden('render/table-de.txt', render({ locale: 'de-DE' }));
  });

  test.each([30, 47, 50, 55, 71, 72, 79, 100])('fits %i columns and ends no line in a blank', (width) => {
    const lines = render({ width }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > width || /\s$/.test(line))).toEqual([]);
  });
});

describe('less than the whole', () => {
  test('in brief it is the title and the verdict', () => {
    expect(render({ brief: true })).toBe(render({}, TITLE, VERDICT));
  });

  test('a section comes with the title and the verdict', () => {
    expectGolden('render/table-section.txt', render({ sections: ['years'] }));
  });

  test('without charts their description stands in their place', () => {
    const output = render({ charts: false, sections: ['trend'], width: 100 });
    expect(output).toContain('the return rises from below to above the cost');
    expect(output).not.toContain('┤');
  });
});

describe('a table', () => {
  test('never cuts a number, however narrow the terminal', () => {
    for (let width = 20; width <= 90; width += 1) {
      const output = render({ width, sections: ['years'] });
      for (const number of ['$274,760', '−$208,226', '$499,213', '−$32,690']) expect(output).toContain(number);
    }
  });

  test('drops the columns that matter least, and says nothing of their unknowns', () => {
    const block: Block = {
      kind: 'table',
      columns: [1, 1, 2].map((priority) => ({ header: 'H', align: 'right', priority })),
      rows: [[text('name'), { kind: 'money', amount: 1e30 }, { kind: 'unknown', reason: 'nobody knows' }]],
    };
    expect(render({ width: 80 }, block)).toContain('– nobody knows');
    const kept = { ...block, columns: block.columns.slice(0, 2) };
    expect(render({ width: 50 }, block)).toBe(render({ width: 50 }, kept));
  });

  test('says once why its cells are unknown', () => {
    const unknown: Cell = { kind: 'unknown', reason: 'nobody is in the cohort' };
    const block: Block = {
      kind: 'table',
      columns: [
        { header: 'A', align: 'left', priority: 1 },
        { header: 'B', align: 'right', priority: 1 },
      ],
      rows: [
        [text('x'), unknown],
        [text('y'), unknown],
      ],
    };
    expect(render({}, block)).toBe('A   B\n─────\nx   –\ny   –\n– nobody is in the cohort\n');
  });

  test('keeps its columns straight with any script, new emoji and combining marks', () => {
    const output = render({}, names('社区', 'Zoe\u0308', 'ค่าใช้จ่าย', '🫠 melting', '👩‍👩‍👧', 'हिन्दी', '🇺🇸', 'plain'));
    const ends = output.trimEnd().split('\n').map(displayWidth);
    expect(new Set(ends).size).toBe(1);
    expectGolden('render/scripts.txt', output);
  });

  test('wraps a long name and shortens an endless one', () => {
    const long = 'Support questions answered by other members instead of staff';
    const output = render({ width: 50 }, names(long, 'x'.repeat(300)));
    expectGolden('render/long-names.txt', output);
    expect(output).toContain('…');
    expect(output.split('\n').filter((line) => line.length > 50)).toEqual([]);
  });

  test('obeys nothing that a file says', () => {
    const output = render({}, names('\x1b[31mred\x1b[0m', 'two\nlines', '\u202eevil'), {
      kind: 'paragraph',
      text: ['from \x1b]0;title\x07a file'],
    });
    expect(output).toMatch(/^[\n -~─]*$/);
    expect(output).toContain('two lines');
  });

  test('fits whatever is in it, down to 20 columns', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }).map(text),
      fc.integer({ min: -99999, max: 99999 }).map((amount): Cell => ({ kind: 'money', amount })),
      fc.double({ min: 0, max: 1, noNaN: true }).map((share): Cell => ({ kind: 'bar', share })),
    );
    const columns = [1, 1, 2, 3].map((priority, index) => ({ header: `H${index}`, align: 'left' as const, priority }));
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 20, max: 100 }), (cells, width) => {
        const lines = render({ width }, { kind: 'table', columns, rows: cells }).split('\n');
        expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
      }),
    );
  });
});

describe('the verdict', () => {
  test.each([
    ['positive', '▲', '+'],
    ['negative', '▼', '-'],
    ['unclear', '≈', '~'],
  ] as const)('%s has a sign of its own', (verdict, sign, ascii) => {
    const block: Block = { kind: 'verdict', verdict, lead: ['Lead.'], details: [['One.'], ['Two.']] };
    expect(render({}, block)).toBe(`${sign} Lead.\n  One. Two.\n`);
    expect(render({ ascii: true }, block)).toBe(`${ascii} Lead.\n  One. Two.\n`);
  });
});

describe('other blocks', () => {
  test('arithmetic keeps its equals signs in one column', () => {
    expectGolden('render/derivation.txt', render({}, DERIVATION) + render({ width: 40 }, DERIVATION));
  });

  test('facts stand in two columns, or one below the other where it is narrow', () => {
    const facts: Block = {
      kind: 'facts',
      facts: [
        { label: 'Break-even of the month', value: [{ kind: 'period', period: '2022-10' }] },
        { label: 'Whole', value: [{ kind: 'unknown', reason: 'not yet' }] },
      ],
    };
    expect(render({}, facts)).toBe('Break-even of the month   2022-10\nWhole                     – not yet\n');
    expect(render({ width: 30 }, facts)).toBe('Break-even of the month:\n  2022-10\nWhole: – not yet\n');
  });

  test('the code of a caveat ends it, dimmed', () => {
    const caveats: Block = { kind: 'caveats', caveats: [{ code: 'NO_MARGIN', message: ['No margin was given.'] }] };
    expect(render({}, caveats)).toBe('• No margin was given. NO_MARGIN\n');
    const colored = renderTable(
      reportOf(caveats),
      { ...DEFAULT_RENDER_OPTIONS, color: 1 },
      paintWith(new Chalk({ level: 1 })),
    );
    expect(colored).toBe('• No margin was given. \u001b[2mNO_MARGIN\u001b[22m\n');
  });
});
