import { type Cell, type CellStyle, type WorkbookProperties, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { plainText } from '../../report/plain.ts';
import type { NamedCells, SheetCell, WorkbookSheet } from '../../report/workbook.ts';
import { emptyStyle, numberStyle, type Place, textStyle } from './style.ts';

/** A whole file: its sheets, the names of cells, and what its properties say. */
export interface Book {
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly NamedCells[];
  readonly title: string;
  readonly currency: string | null;
}

/**
 * When it was made and changed: the same in every file, so that the same input gives the same bytes. Only this form of
 * a time is written, and nothing that presents a report has a clock.
 */
const WRITTEN = { toISOString: () => '2000-01-01T00:00:00.000Z' } as unknown as Required<WorkbookProperties>['created'];

/** Points. */
const LINE_HEIGHT = 15;

/** Characters that a page across is still readable with. */
const PAGE_WIDTH = 240;

/** What a cell can hold. */
const MOST_CHARACTERS = 32_767;

/** The bytes of an .xlsx file. The only place that knows the package that writes them. */
export function workbookBytes({ sheets, names, title, currency }: Book): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => sheetOf(sheet, currency)),
    namedRanges: names.map(({ name, range }) => ({ name, range })),
    properties: { title: plainText(title), creator: 'community-roi', created: WRITTEN, modified: WRITTEN },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function sheetOf(sheet: WorkbookSheet, currency: string | null): WriteSheet {
  const { name, widths, rows, frozen, heads, landscape, choices = [], chart } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const beside = rows[cell?.kind === 'text' && cell.look === 'header' ? r + 1 : r - 1]?.[c]?.kind;
      const place = {
        wraps: sheet.wraps === true && c === widths.length - 1,
        top: sheet.wraps === true,
        right: c > 0 && (beside === 'number' || beside === 'formula'),
        first: c === 0,
      };
      if (cell !== null) cells.set(`${r},${c}`, cellOf(cell, place, currency));
    });
  });
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(() => null)),
    cells,
    rowDefs: heights(sheet),
    ...(frozen === undefined ? {} : { freezePane: { ...frozen } }),
    dataValidations: choices.map(({ range, words }) => ({ type: 'list', range, values: [...words], allowBlank: true })),
    pageSetup: {
      paperSize: 'a4',
      orientation: landscape === true ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH),
      fitToHeight: 0,
      ...(heads === undefined ? {} : { printTitlesRow: `$${heads[0]}:$${heads[1]}`, printTitlesColumn: '$A:$A' }),
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
    view: { showGridLines: false },
    ...(chart === undefined ? {} : { charts: [chartOf(chart)] }),
  };
}

/** Rows with texts that take several lines: programs do not agree on who makes them high enough. */
function heights({ wraps, widths, rows }: WorkbookSheet): Map<number, { height: number }> {
  const lines = (cell: SheetCell | null, width: number) =>
    cell?.kind === 'text' ? Math.ceil((cell.text.length * 1.15) / width) : 1;
  const heights = new Map<number, { height: number }>();
  rows.forEach((row, r) => {
    const broken = row.map((cell, c) => {
      const breaks = (cell?.kind === 'text' && cell.look === 'header') || (wraps === true && c === widths.length - 1);
      return breaks ? lines(cell, widths[c] ?? 1) : 1;
    });
    const most = Math.max(1, ...broken);
    if (most > 1) heights.set(r, { height: most * LINE_HEIGHT });
  });
  return heights;
}

function cellOf(cell: SheetCell, place: Place, currency: string | null): Partial<Cell> {
  switch (cell.kind) {
    case 'text':
      return textCell(cell.text, textStyle(cell.look, place));
    case 'number':
      return { value: cell.value, type: 'number', style: numberStyle(cell.format, cell.look, currency) };
    case 'formula':
      return {
        value: cell.value,
        type: 'formula',
        formula: cell.formula,
        formulaResult: cell.value,
        style: numberStyle(cell.format, cell.look, currency),
      };
    case 'empty':
      return { value: null, type: 'empty', style: emptyStyle(cell.look) };
  }
}

/** Text stays text: what reads like an error value (`#REF!`) is written as a run, which cannot be taken for one. */
function textCell(written: string, style: CellStyle): Partial<Cell> {
  const text = plainText(written).slice(0, MOST_CHARACTERS);
  if (text.startsWith('#')) return { value: null, type: 'richText', richText: [{ text }], style };
  return { value: text, type: 'string', style };
}

function chartOf({ title, from, to, labels, series }: NonNullable<WorkbookSheet['chart']>) {
  return {
    type: 'line',
    title,
    anchor: { from: { row: from.row, col: from.column }, to: { row: to.row, col: to.column } },
    series: series.map(({ name, values, color }) => ({ name, values, categories: labels, color })),
    legend: 'bottom',
    altText: title,
  } satisfies NonNullable<WriteSheet['charts']>[number];
}
