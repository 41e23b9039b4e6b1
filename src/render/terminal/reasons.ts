import type { Block, Cell } from '../../report/report.ts';
import type { Look } from './look.ts';
import { unbroken, wrap } from './prose.ts';

export type TableBlock = Extract<Block, { kind: 'table' }>;

type Unknown = Extract<Cell, { kind: 'unknown' }>;

/** The unknown cells of a table's columns, one for each reason. */
export function unknownReasons({ rows, total = [] }: TableBlock, columns: readonly number[]): readonly Unknown[] {
  const cells = [...rows, total].flatMap((row) => columns.flatMap((index) => row[index] ?? []));
  const unknown = cells.filter((cell) => cell.kind === 'unknown');
  return [...new Map(unknown.map((cell) => [cell.reason, cell])).values()];
}

/** What the dashes of a table stand for. */
export function reasonLines(
  block: TableBlock,
  columns: readonly number[],
  look: Look,
  width: number,
): readonly string[] {
  return unknownReasons(block, columns).flatMap((cause) =>
    wrap(unbroken([cause, ' ', cause.reason], look.format), { width, hang: 2 }).map(look.paint.quiet),
  );
}
