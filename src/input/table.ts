import { type Cell, type ColumnReader, isComplaint, UNCLEAR } from './column.ts';
import { isBlank, isComment, isNothing, shapeProblem, totalProblem } from './record-shape.ts';
import type { RowProblem, TableColumn, TableRow } from './row.ts';

export interface TableOptions {
  /** May grow while a file is read. */
  readonly columns: readonly TableColumn[];
  /** Fields of the header. */
  readonly width: number;
  /** Whether records may be shorter or longer than the header, as those of a workbook are. */
  readonly ragged: boolean;
  /** Characters that may be held back; beyond that reading goes on only to learn. */
  readonly mostHeld: number;
  readonly onRow: (row: TableRow) => void;
  readonly onBadRow: (problems: readonly RowProblem[]) => void;
}

/** Turns records into rows of values. */
export interface Table {
  record(cells: readonly Cell[], line: number): void;
  /** No more records will come. Gives how many were taken if the others have to be read again. */
  close(): number | undefined;
}

/**
 * Reads records one by one. From the first cell that is unclear on they are held back, until a later cell shows how
 * its column is written: the usual file is read once, and nothing is guessed. `skip` passes over the records that an
 * earlier reading has taken.
 */
export function table(options: TableOptions, skip = 0): Table {
  const { columns, width } = options;
  const held: { readonly cells: readonly Cell[]; readonly line: number }[] = [];
  const waiting = new Set<ColumnReader>();
  let heldCharacters = 0;
  let seen = 0;
  /** Records taken when too many were held back; undefined while that has not happened. */
  let takenBefore: number | undefined;

  const take = (cells: readonly Cell[], line: number): boolean => {
    const shape = options.ragged ? undefined : shapeProblem(cells, line, width, columns);
    if (shape !== undefined) {
      options.onBadRow([shape]);
      return true;
    }
    const values: Record<string, unknown> = {};
    let problems: RowProblem[] | undefined;
    for (const { key, index, header, reader } of columns) {
      const cell = cells[index];
      const value = isBlank(cell) ? undefined : reader.read(cell, line);
      if (value === UNCLEAR) waiting.add(reader);
      else if (isComplaint(value)) {
        problems ??= [];
        problems.push({ ...value, line, column: header });
      } else values[key] = value;
    }
    if (waiting.size > 0) return false;
    if (problems === undefined) options.onRow({ values, cells, line });
    else options.onBadRow(totalProblem(cells, line, columns) ?? problems);
    return true;
  };
  const learn = (cells: readonly Cell[], line: number) => {
    for (const { index, reader } of columns) {
      const cell = cells[index];
      if (!isBlank(cell) && reader.read(cell, line) === UNCLEAR) waiting.add(reader);
    }
  };
  const hold = (cells: readonly Cell[], line: number) => {
    held.push({ cells, line });
    for (const cell of cells) heldCharacters += typeof cell === 'string' ? cell.length + 1 : 1;
  };
  const release = () => {
    waiting.clear();
    for (const { cells, line } of held) take(cells, line);
    held.length = 0;
    heldCharacters = 0;
  };

  return {
    record(cells, line) {
      if (isNothing(cells) || isComment(cells, width, options.ragged)) return;
      seen++;
      if (seen <= skip) return;
      if (held.length === 0 && takenBefore === undefined) {
        if (!take(cells, line)) hold(cells, line);
        return;
      }
      learn(cells, line);
      if (takenBefore !== undefined) return;
      hold(cells, line);
      if ([...waiting].every((reader) => reader.settled())) release();
      else if (heldCharacters > options.mostHeld) {
        takenBefore = seen - held.length;
        held.length = 0;
      }
    },
    close() {
      for (const { reader } of columns) reader.close();
      release();
      return takenBefore;
    },
  };
}
