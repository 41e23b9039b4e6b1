import { formatCell, phraseText } from '../../report/format.ts';
import type { Cell } from '../../report/report.ts';
import { cellLines, cellPainter, isBar, isProse } from './cells.ts';
import { type ColumnNeed, type Fit, fitColumns } from './fit.ts';
import { type LaidCell, layOut } from './lay-out.ts';
import type { Look } from './look.ts';
import { pieces, wrap } from './prose.ts';
import { reasonLines, type TableBlock } from './reasons.ts';
import { displayWidth } from './width.ts';

const LONGEST_BAR = 20;
const SHORTEST_BAR = 6;
/** A name keeps at least so many columns of the terminal before other columns have to go. */
const SHORTEST_TEXT = 12;
/** A longer word than this is broken before other columns have to go. */
const LONGEST_WORD = 14;

/** A table in lines, or undefined where it does not fit into `width`. */
export function gridLines(block: TableBlock, look: Look, width: number): readonly string[] | undefined {
  const needs = block.columns.map((_, index) => columnNeed(block, index, look));
  const fit = fitColumns(needs, width);
  if (fit === undefined) return undefined;
  return [...tableLines(block, fit, look), ...reasonLines(block, [...fit.widths.keys()], look, width)];
}

function columnNeed(block: TableBlock, index: number, look: Look): ColumnNeed {
  const header = headerText(block, index, look);
  const headerWidth = displayWidth(header);
  const headerLeast = Math.max(...header.split(' ').map(displayWidth));
  const cells = [...block.rows, block.total ?? []].flatMap((row) => row[index] ?? []);
  const isElastic = cells.some(isBar);
  const isText = cells.every(isProse);
  const rigid = cells.filter((cell) => !isBar(cell));
  const texts = rigid.map((cell) => formatCell(cell, look.format));
  const widest = Math.max(0, ...texts.map(displayWidth));
  const natural = isElastic ? Math.max(LONGEST_BAR, widest) : widest;
  const least = isElastic ? Math.max(SHORTEST_BAR, widest) : isText ? leastOfWords(texts, widest) : widest;
  return {
    least: Math.max(headerLeast, least),
    natural: Math.max(headerWidth, natural),
    priority: block.columns[index]?.priority ?? 1,
    isElastic,
  };
}

function leastOfWords(texts: readonly string[], widest: number): number {
  const word = Math.max(0, ...texts.flatMap(pieces).map(displayWidth));
  return Math.min(widest, Math.max(SHORTEST_TEXT, Math.min(word, LONGEST_WORD)));
}

function tableLines(block: TableBlock, fit: Fit, look: Look): readonly string[] {
  const columns = [...fit.widths];
  const { paint } = look;
  const head = columns.map(([index, width]): LaidCell => {
    return { lines: wrap(headerText(block, index, look), { width }), paint: paint.quiet };
  });
  const laid = (row: readonly Cell[]): LaidCell[] =>
    columns.map(([index, width]) => {
      const cell = row[index] ?? EMPTY;
      return { lines: cellLines(cell, width, look), paint: cellPainter(cell, look) };
    });
  const strong = ({ lines, paint: base }: LaidCell): LaidCell => ({ lines, paint: (text) => paint.strong(base(text)) });
  return layOut(
    {
      head,
      body: block.rows.map(laid),
      ...(block.total === undefined ? {} : { total: laid(block.total).map(strong) }),
      aligns: columns.map(([index]) => block.columns[index]?.align ?? 'left'),
      gap: fit.gap,
    },
    look,
  );
}

const EMPTY: Cell = { kind: 'text', text: '' };

function headerText(block: TableBlock, index: number, look: Look): string {
  return phraseText([block.columns[index]?.header ?? ''], look.format);
}
