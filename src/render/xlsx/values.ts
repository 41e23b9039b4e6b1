import { formatCell, phraseText } from '../../report/format.ts';
import type { Block, Cell, Phrase, Report } from '../../report/report.ts';
import { verdictPhrases } from '../../report/topics.ts';
import type { SheetCell, SheetRow, WorkbookSheet } from '../../report/workbook.ts';

export type Section = Extract<Block, { kind: 'section' }>;

const WIDEST = 60;
const NARROWEST = 10;

/**
 * A section, and those of its chapter below it, as a sheet: figures that no formula gives are values, and the sheet says
 * so in its first rows.
 */
export function sectionSheet(
  [head, ...rest]: readonly [Section, ...Section[]],
  currency: string | null,
): WorkbookSheet {
  const body = [
    ...sectionRows(head, currency),
    ...rest.flatMap((section): SheetRow[] => [
      [],
      [{ kind: 'text', text: section.title, look: 'section' }],
      ...sectionRows(section, currency),
    ]),
  ];
  const values = body.some((row) => row.some((cell) => cell?.kind === 'number'));
  const rows: SheetRow[] = [
    [{ kind: 'text', text: head.title, look: 'title' }],
    ...(values ? [[{ kind: 'text', text: 'Values, as the program computed them.', look: 'note' } as const]] : []),
    ...body,
  ];
  return { name: head.title, widths: widthsOf(rows), rows, landscape: true };
}

function sectionRows({ note, blocks }: Section, currency: string | null): SheetRow[] {
  return [
    ...(note === undefined ? [] : [[words(note, currency, 'note')]]),
    ...blocks.flatMap((block) => [[], ...blockRows(block, currency)]),
  ];
}

/** Blocks that stand outside sections: title, verdict, the sentences after it. */
export function leadRows(blocks: readonly Block[], currency: string | null): SheetRow[] {
  return blocks.flatMap((block): SheetRow[] => {
    if (block.kind === 'title') return [[words(block.text, currency, 'title')]];
    if (block.kind === 'verdict') return [[], ...verdictPhrases(block).map((part) => [words(part, currency)])];
    return block.kind === 'section' || block.kind === 'hints' ? [] : [[], ...blockRows(block, currency)];
  });
}

/** Rows of a table that is all values: text as text, numbers with all their digits. */
export function tableSheet(table: Report['table']): WorkbookSheet {
  const [header = [], ...body] = table;
  const rows: SheetRow[] = [
    header.map((cell): SheetCell => ({ kind: 'text', text: String(cell ?? ''), look: 'header' })),
    ...body.map((row) => row.map(plainValue)),
  ];
  return {
    name: 'Data',
    widths: widthsOf(rows),
    rows,
    frozen: { rows: 1, columns: 1 },
    heads: [1, 1],
    landscape: true,
  };
}

function plainValue(value: string | number | null): SheetCell | null {
  if (value === null) return null;
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'number', value, format: 'plain' };
}

function blockRows(block: Block, currency: string | null): SheetRow[] {
  switch (block.kind) {
    case 'table':
      return tableRows(block, currency);
    case 'facts':
      return block.facts.map(({ label, value }) => [{ kind: 'text', text: label }, ...parts(value, currency)]);
    case 'paragraph':
      return sentence(block.text, currency);
    case 'caveats':
      return block.caveats.flatMap(({ message }) => sentence(message, currency));
    case 'derivation':
      return block.lines.map((line, i) => [
        { kind: 'text', text: i === 0 ? block.left : '' },
        words(['= ', ...line], currency),
      ]);
    case 'chart':
      return chartRows(block);
    case 'section':
      return [
        [{ kind: 'text', text: block.title, look: 'section' }],
        ...block.blocks.flatMap((inner) => blockRows(inner, currency)),
      ];
    default:
      return [];
  }
}

/** A table; an interval takes two columns, and a bar, which only draws a figure, none. */
function tableRows(block: Extract<Block, { kind: 'table' }>, currency: string | null): SheetRow[] {
  const all = block.total === undefined ? block.rows : [...block.rows, block.total];
  const shown = block.columns.flatMap((column, i) => {
    const cells = all.map((row) => row[i]);
    if (cells.some((cell) => cell?.kind === 'bar' || cell?.kind === 'span')) return [];
    return [{ column, i, double: cells.some((cell) => cell?.kind === 'interval') }];
  });
  const header = shown.flatMap(({ column, i, double }): SheetCell[] =>
    headersOf(
      column.header,
      double,
      all.map((row) => row[i]),
    ).map((text) => ({
      kind: 'text',
      text,
      look: 'header',
    })),
  );
  const row = (cells: readonly Cell[]): SheetRow =>
    shown.flatMap(({ i, double }): SheetRow => {
      const cell = cells[i];
      if (!double) return [cell === undefined ? null : valueCell(cell, currency)];
      if (cell?.kind === 'interval') return [valueCell(cell.low, currency), valueCell(cell.high, currency)];
      return [cell === undefined ? null : valueCell(cell, currency), null];
    });
  return [header, ...all.map(row)];
}

/** Two headers above the two ends of an interval; where other rows have one value, it stands below the first. */
function headersOf(header: string, double: boolean, cells: readonly (Cell | undefined)[]): readonly string[] {
  if (!double) return [header];
  const pure = cells.every((cell) => cell?.kind === 'interval' || cell?.kind === 'unknown');
  return pure ? [`${header}, low`, `${header}, high`] : [header, 'to'];
}

function chartRows({ x, xLabel = '', series, measure = 'money' }: Extract<Block, { kind: 'chart' }>): SheetRow[] {
  const columns = series.flatMap(({ name, values, low, high }) => [
    { name, values },
    ...(low === undefined ? [] : [{ name: `${name}, low`, values: low }]),
    ...(high === undefined ? [] : [{ name: `${name}, high`, values: high }]),
  ]);
  const header = [xLabel, ...columns.map(({ name }) => name)];
  return [
    header.map((text) => ({ kind: 'text', text, look: 'header' })),
    ...x.map(
      (label, i): SheetRow => [
        { kind: 'text', text: label },
        ...columns.map(({ values }) => {
          const value = values[i] ?? null;
          return value === null ? null : ({ kind: 'number', value, format: measure } as const);
        }),
      ],
    ),
  ];
}

/** A phrase that is one value stays a value; words around it make it a text. */
function parts(phrase: Phrase, currency: string | null): SheetRow {
  const [only] = phrase;
  if (phrase.length !== 1 || only === undefined || typeof only === 'string') return [words(phrase, currency)];
  return only.kind === 'interval'
    ? [valueCell(only.low, currency), valueCell(only.high, currency)]
    : [valueCell(only, currency)];
}

/** Characters of a line that is still read at a glance, on paper as well. */
const LINE = 120;

/** A sentence over as many rows as it takes: a cell that runs on makes the printed page as wide as itself. */
function sentence(phrase: Phrase, currency: string | null): SheetRow[] {
  const text = phraseText(phrase, { locale: 'en-US', currency, ascii: false });
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => [{ kind: 'text', text: line }]);
}

function words(phrase: Phrase, currency: string | null, look?: 'title' | 'note'): SheetCell {
  const text = phraseText(phrase, { locale: 'en-US', currency, ascii: false });
  return { kind: 'text', text, ...(look === undefined ? {} : { look }) };
}

function valueCell(cell: Cell, currency: string | null): SheetCell {
  switch (cell.kind) {
    case 'money':
      return {
        kind: 'number',
        value: cell.amount,
        format: cell.signed === true ? 'signed' : cell.cents === true ? 'price' : 'money',
      };
    case 'percent':
      return { kind: 'number', value: cell.ratio, format: 'percent' };
    case 'count':
      return { kind: 'number', value: cell.count, format: (cell.decimals ?? 0) > 0 ? 'decimal' : 'count' };
    case 'unknown':
      return { kind: 'text', text: cell.reason === '' ? '–' : `– (${cell.reason})`, look: 'note' };
    default:
      return { kind: 'text', text: formatCell(cell, { locale: 'en-US', currency, ascii: false }) };
  }
}

/** As wide as the texts of columns that have a neighbour; the last text of a row may run over. */
function widthsOf(rows: readonly SheetRow[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      const text = cell?.kind === 'text' && i < row.length - 1 ? cell.text.length : 0;
      widths[i] = Math.min(WIDEST, Math.max(widths[i] ?? NARROWEST, text + 2));
    });
  }
  return widths.map((width, i) => (i === 0 ? width : Math.max(width, 16)));
}
