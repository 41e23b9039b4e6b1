/** What a column of a table needs. */
export interface ColumnNeed {
  /** Fewest columns of the terminal in which nothing that matters is cut. */
  readonly least: number;
  /** Columns in which nothing wraps. */
  readonly natural: number;
  readonly priority: number;
  /** Takes only what the other columns leave: a bar. */
  readonly isElastic: boolean;
}

/** The columns that are shown and the width of each, in the order of the table. */
export interface Fit {
  readonly widths: ReadonlyMap<number, number>;
  readonly gap: number;
}

const GAP = 3;
const NARROW_GAP = 2;

/**
 * Which columns fit into `width`, and how wide each is. First they move closer, then names and headers wrap, then columns
 * go by priority, the highest number first and of those the last one. Undefined where not even priority 1 fits.
 */
export function fitColumns(needs: readonly ColumnNeed[], width: number): Fit | undefined {
  let shown = needs.map((_, index) => index);
  for (;;) {
    const columns = shown.map((index) => ({ index, ...(needs[index] ?? NOTHING) }));
    const unwrapped = columns.map((column) => (column.isElastic ? column.least : column.natural));
    const least = columns.map((column) => column.least);
    const gaps = columns.length - 1;
    const gap = sum(unwrapped) + GAP * gaps <= width ? GAP : NARROW_GAP;
    const room = width - sum(least) - gap * gaps;
    if (room >= 0) return { widths: share(columns, room), gap };
    const lowest = Math.max(...columns.map((column) => column.priority));
    if (lowest <= 1) return undefined;
    const dropped = columns.findLast((column) => column.priority === lowest);
    shown = shown.filter((index) => index !== dropped?.index);
  }
}

const NOTHING: ColumnNeed = { least: 0, natural: 0, priority: 1, isElastic: false };

/** Hands out the room that is left, column by column, up to what each would like; bars come last. */
function share(
  columns: readonly (ColumnNeed & { readonly index: number })[],
  room: number,
): ReadonlyMap<number, number> {
  let left = room;
  const widths = new Map(columns.map(({ index, least }) => [index, least]));
  const inTurn = [...columns.filter((column) => !column.isElastic), ...columns.filter((column) => column.isElastic)];
  for (const { index, least, natural } of inTurn) {
    const extra = Math.min(left, natural - least);
    widths.set(index, least + extra);
    left -= extra;
  }
  return widths;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
