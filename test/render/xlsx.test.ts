import { expect, test } from 'vitest';
import { DEFAULT_RENDER_OPTIONS } from '../../src/render/options.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import type { Block, Report } from '../../src/report/report.ts';
import type { Workbook } from '../../src/report/workbook.ts';
import { reportOf, SAMPLE } from './sample.ts';
import { readBook, unzip } from './xlsx/book.ts';

const bookOf = async (report: Report, options = {}) =>
  readBook(await renderXlsx(report, { ...DEFAULT_RENDER_OPTIONS, ...options }));

const section = (title: string, ...blocks: Block[]): Block => ({
  kind: 'section',
  id: title.toLowerCase(),
  title,
  blocks,
});

test('a report without formulas is a sheet of words, one of values for each section, and its table', async () => {
  const book = await bookOf(SAMPLE);
  expect([...book.keys()]).toEqual(['Summary', 'Return', 'Cost', 'By year', 'Trend', 'Caveats', 'Data']);
  const figures = [...book.get('Data')!.values()].filter(({ value }) => typeof value === 'number');
  expect(figures.length).toBe(SAMPLE.table.flat().filter((value) => typeof value === 'number').length);
});

test('an interval takes two columns, a bar none, and what is unknown says why', async () => {
  const block: Block = {
    kind: 'table',
    columns: ['Name', 'Interval', 'Bar', 'ROI'].map((header) => ({ header, align: 'left', priority: 1 })),
    rows: [
      [
        { kind: 'text', text: 'staff' },
        { kind: 'interval', low: { kind: 'money', amount: -1 }, high: { kind: 'money', amount: 2.5 } },
        { kind: 'bar', share: 0.5 },
        { kind: 'unknown', reason: 'there is no cost' },
      ],
    ],
  };
  const cells = (await bookOf(reportOf(section('Costs', block)))).get('Costs')!;
  const row = (n: number) => ['A', 'B', 'C', 'D', 'E'].map((column) => cells.get(`${column}${n}`)?.value);
  expect([row(4), row(5)]).toEqual([
    ['Name', 'Interval, low', 'Interval, high', 'ROI', undefined],
    ['staff', -1, 2.5, '– (there is no cost)', undefined],
  ]);
});

test('an interval among single values does not name them its lower end, and a long sentence takes several rows', async () => {
  const money = (amount: number) => ({ kind: 'money', amount }) as const;
  const block: Block = {
    kind: 'table',
    columns: ['Ledger', 'Business'].map((header) => ({ header, align: 'left', priority: 1 })),
    rows: [
      [{ kind: 'text', text: 'Return' }, money(5)],
      [
        { kind: 'text', text: 'Interval' },
        { kind: 'interval', low: money(4), high: money(6) },
      ],
    ],
  };
  const long = 'word '.repeat(60).trim();
  const cells = (await bookOf(reportOf(section('Both', block, { kind: 'paragraph', text: [long] })))).get('Both')!;
  const rows = [4, 5, 6].map((n) => ['A', 'B', 'C'].map((column) => cells.get(`${column}${n}`)?.value));
  expect(rows).toEqual([
    ['Ledger', 'Business', 'to'],
    ['Return', 5, undefined],
    ['Interval', 4, 6],
  ]);
  const lines = [8, 9, 10].map((n) => String(cells.get(`A${n}`)?.value));
  expect(lines.join(' ')).toBe(long);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
});

test('sheets get names that a workbook allows, no two alike', async () => {
  const titles = [
    'a/b: c?',
    "'quoted'",
    'A very long title that no sheet can have',
    'A very long title that no sheet can be',
  ];
  const book = await bookOf(reportOf(...titles.map((title) => section(title)), section('summary')));
  const names = [...book.keys()];
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(?!')[^\\/?*:[\]]{1,31}(?<!')$/);
});

test('the sections that formulas answer for are not repeated as values, and --section chooses among the others', async () => {
  const sheets = [{ name: 'Figures', widths: [10], rows: [[{ kind: 'text', text: 'x' }]] }] as const;
  const workbook: Workbook = { sheets, names: [], covers: ['return', 'cost', 'years'] };
  const report = { ...SAMPLE, workbook: () => Promise.resolve(workbook) };
  expect([...(await bookOf(report)).keys()]).toEqual(['Figures', 'Trend', 'Caveats']);
  expect([...(await bookOf(report, { sections: ['trend'] })).keys()]).toEqual(['Figures', 'Trend']);
});

test('escape sequences and changes of direction in a text do not reach a cell', async () => {
  const text = 'a\u001b[31mred\u001b[0m\u202eb\u0000';
  const book = await bookOf(reportOf(section('Words', { kind: 'paragraph', text: [{ kind: 'text', text }] })));
  expect([...book.get('Words')!.values()].map(({ value }) => value)).toContain('aredb');
});

test('a file names no time but a fixed one, and the program as its author', async () => {
  const core = unzip(await renderXlsx(SAMPLE, DEFAULT_RENDER_OPTIONS)).get('docProps/core.xml')!;
  expect(core.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['2000-01-01T', '2000-01-01T']);
  expect(core).toContain('<dc:creator>community-roi</dc:creator>');
});
