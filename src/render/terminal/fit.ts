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
 * Which columns fit into `width`, and how wide each is. Columns go by priority, the highest number first and of those
 * the last one; undefined where not even the columns of priority 1 fit.
 */
export function fitColumns(needs: readonly ColumnNeed[], width: number): Fit | undefined {
  let shown = needs.map((_, index) => index);
  for (;;) {
    for (const gap of [GAP, NARROW_GAP]) {
      const room = width - gap * (shown.length - 1) - sum(shown.map((index) => needs[index]?.least ?? 0));
      if (room >= 0) return { widths: share(needs, shown, room), gap };
    }
    const lowest = Math.max(...shown.map((index) => needs[index]?.priority ?? 1));
    if (lowest <= 1) return undefined;
    const dropped = shown.findLast((index) => needs[index]?.priority === lowest);
    shown = shown.filter((index) => index !== dropped);
  }
}

/** Hands out the room that is left, column by column, up to what each would like; bars come last. */
function share(needs: readonly ColumnNeed[], shown: readonly number[], room: number): ReadonlyMap<number, number> {
  let left = room;
  const widths = new Map(shown.map((index) => [index, needs[index]?.least ?? 0]));
  for (const isElastic of [false, true]) {
    for (const index of shown.filter((at) => needs[at]?.isElastic === isElastic)) {
      const { least, natural } = needs[index] ?? { least: 0, natural: 0 };
      const extra = Math.min(left, natural - least);
      widths.set(index, least + extra);
      left -= extra;
    }
  }
  return widths;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
