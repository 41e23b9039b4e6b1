import Table from 'cli-table3';
import type { Column } from '../../report/report.ts';
import type { Look } from './look.ts';
import type { Painter } from './paint.ts';
import { makeStandIns } from './stand-ins.ts';
import { displayWidth } from './width.ts';

/** A cell in the lines it takes, and their colour. */
export interface LaidCell {
  readonly lines: readonly string[];
  readonly paint: Painter;
}

/** A table whose cells have been cut to size. */
export interface Layout {
  readonly head: readonly LaidCell[];
  readonly body: readonly (readonly LaidCell[])[];
  readonly total?: readonly LaidCell[];
  readonly aligns: readonly Column['align'][];
  readonly gap: number;
}

/** Cells in their columns, with a rule below the head and above the total. */
export function layOut({ head, body, total, aligns, gap }: Layout, { paint, glyphs }: Look): readonly string[] {
  const parts = [[head], body, total === undefined ? [] : [total]].filter((part) => part.length > 0);
  const lines = alignedLines(parts.flat(), aligns, gap);
  const rule = paint.quiet(glyphs.rule.repeat(tableWidth(parts.flat(), gap)));
  let end = 0;
  return parts.flatMap((rows, index) => {
    const start = end;
    end += rows.reduce((height, row) => height + rowHeight(row), 0);
    return [...(index === 0 ? [] : [rule]), ...lines.slice(start, end)];
  });
}

/** cli-table3 without its borders and colours. It is given no widths, since it would cut numbers to fit them. */
function alignedLines(
  rows: readonly (readonly LaidCell[])[],
  aligns: Layout['aligns'],
  gap: number,
): readonly string[] {
  const standIns = makeStandIns();
  const table = new Table({
    chars: borderless(gap),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: [...aligns],
  });
  for (const row of rows) {
    const contents = row.map(({ lines, paint }) => lines.map((line) => paint(standIns.put(line))).join('\n'));
    table.push(contents.map((content) => ({ content, vAlign: 'bottom' as const })));
  }
  const lines = standIns.restore(table.toString()).split('\n');
  return lines.map((line) => line.trimEnd());
}

function borderless(gap: number) {
  return {
    ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
    ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
    ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' },
    middle: ' '.repeat(gap),
  };
}

function rowHeight(row: readonly LaidCell[]): number {
  return Math.max(1, ...row.map((cell) => cell.lines.length));
}

function tableWidth(rows: readonly (readonly LaidCell[])[], gap: number): number {
  const columns = rows[0] ?? [];
  const widths = columns.map((_, at) => Math.max(0, ...rows.flatMap((row) => row[at]?.lines ?? []).map(displayWidth)));
  return widths.reduce((sum, width) => sum + width + gap, -gap);
}
