/** Watches for columns to compare within that repeat what each person began with. */
export interface StartingPoints {
  /** A person's labels in those columns, and the value that their change starts from. */
  see(labels: readonly string[], start: number): void;
  /** The columns that repeat it. */
  columns(): readonly string[];
}

/** How the labels of a column go with starting values. */
interface Column {
  /** Every label is the number itself. */
  isNumber: boolean;
  /** Each label goes with one value and each value with one label, however they are written. */
  isSpelling: boolean;
  /** Several people have the same label: without that any column of names would be a spelling. */
  isShared: boolean;
  readonly startOf: Map<string, number>;
  readonly labelOf: Map<number, string>;
}

export function startingPoints(within: readonly string[]): StartingPoints {
  const columns = within.map((): Column => {
    return { isNumber: true, isSpelling: true, isShared: false, startOf: new Map(), labelOf: new Map() };
  });
  const seen = new Set<number>();
  return {
    see(labels, start) {
      if (seen.size < 2) seen.add(start);
      columns.forEach((column, i) => {
        seeLabel(column, labels[i] ?? '', start);
      });
    },
    columns() {
      if (seen.size < 2) return [];
      return within.filter((_, i) => columns[i]!.isNumber || (columns[i]!.isSpelling && columns[i]!.isShared));
    },
  };
}

function seeLabel(column: Column, label: string, start: number): void {
  if (label === '' || Number(label) !== start) column.isNumber = false;
  if (!column.isSpelling) return;
  const { startOf, labelOf } = column;
  const [known, written] = [startOf.get(label), labelOf.get(start)];
  if ((known ?? start) !== start || (written ?? label) !== label) {
    column.isSpelling = false;
    startOf.clear();
    labelOf.clear();
    return;
  }
  if (known !== undefined) column.isShared = true;
  startOf.set(label, start);
  labelOf.set(start, label);
}
