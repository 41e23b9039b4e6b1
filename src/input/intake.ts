import { columnUnclear } from '../errors/header.ts';
import { noRows } from '../errors/input.ts';
import type { Problems } from '../errors/problem.ts';
import type { Cell } from './column.ts';
import { type HeaderMatcher, headerMatcher, type MatchedColumn } from './columns.ts';
import type { CurrencyTracker } from './currency.ts';
import { ReadFailure } from './failure.ts';
import type { AnyKind } from './kind.ts';
import type { DateOrder, DecimalMark, ReadOptions } from './options.ts';
import { totalProblem } from './record-shape.ts';
import type { RowProblem, TableColumn, TableRow } from './row.ts';
import { type Table, table } from './table.ts';

/** Where a row stands. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
  /** The header of a column as written, by the key of its value. */
  header(key: string): string | undefined;
}

/** A checked row of a file. */
export type OnRow<Row> = (row: Row, place: RowPlace) => void;

export interface IntakeOptions<Row> {
  readonly file: string;
  readonly kind: AnyKind<Row>;
  readonly options: ReadOptions;
  readonly problems: Problems;
  readonly currencies: CurrencyTracker;
  readonly onRow: OnRow<Row>;
  /** Characters that may be held back before the file is read a second time. */
  readonly mostHeld: number;
}

/** What is known about a file when it has been read. */
export interface Intaken {
  readonly rows: number;
  readonly skippedRows: number;
  readonly ignoredColumns: readonly string[];
  readonly decimal: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  /** Records taken, if the others have to be read again. */
  readonly again: number | undefined;
}

/** `fixed`: records have as many fields as the header. `loose`: blank ones may be left out. `open`: more may come. */
export type HeaderShape = 'fixed' | 'loose' | 'open';

/** Takes the records of one file of a kind, whichever format they come from. */
export interface Intake {
  readonly matcher: HeaderMatcher;
  /** Whether the first column is one in whose cells no `#` can stand first, so that such a line is a comment. */
  hasComments(header: readonly string[]): boolean;
  /** Throws ReadFailure where the records below this header cannot be read. An open one may come again, longer. */
  header(cells: readonly string[], line: number, shape: HeaderShape): void;
  record(cells: readonly Cell[], line: number): void;
  /** No more records will come. After `again` the same file comes a second time. */
  close(): Intaken;
}

/** Problems that concern more than their row: leaving the row out would not mend them. */
const NOT_OF_A_ROW: ReadonlySet<string> = new Set(['AMOUNT_AMBIGUOUS', 'AMOUNT_MIXED', 'DATE_AMBIGUOUS', 'DATE_MIXED']);

export function intake<Row>(given: IntakeOptions<Row>): Intake {
  const { file, kind, options, problems, currencies, onRow } = given;
  const matcher = headerMatcher(kind.name, kind.columns, options.map);
  /** Grows where a file may bring further columns on later lines. */
  const columns: TableColumn[] = [];
  let schema = kind.schema;
  let current: Table | undefined;
  let closed = false;
  let ignoredColumns: readonly string[] = [];
  let [rows, badRows, skippedRows] = [0, 0, 0];
  let again: number | undefined;

  const onBadRow = (found: readonly RowProblem[]) => {
    badRows++;
    const ofFile = found.filter(({ code }) => NOT_OF_A_ROW.has(code));
    if (options.skipBadRows !== true) for (const problem of found) problems.add({ ...problem, file });
    else if (ofFile.length > 0) for (const problem of ofFile) problems.add({ ...problem, file });
    else skippedRows++;
  };
  const check = ({ values, cells, line }: TableRow) => {
    const result = schema.safeParse(values);
    if (result.success) {
      rows++;
      onRow(result.data, { file, line, header });
      return;
    }
    const { issues } = result.error;
    onBadRow(totalProblem(cells, line, columns) ?? issues.map((i) => schemaProblem(kind, columns, i, cells, line)));
  };
  const columnOf = (matched: MatchedColumn): TableColumn => {
    const spec = kind.columns.find(({ name }) => name === matched.name)!;
    const seen = (mark: string, line: number) => currencies.see(mark, file, line, matched.header);
    return { ...matched, key: spec.key, reader: spec.reader({ options, currency: seen }) };
  };
  const header = (wanted: string) => columns.find(({ key }) => key === wanted)?.header;
  const isKept = (wanted: string) => kind.columns.some(({ name, kept }) => name === wanted && kept);

  return {
    matcher,
    hasComments(header) {
      const first = [...matcher.match(header).columns.values()].find(({ index }) => index === 0);
      const spec = kind.columns.find(({ name }) => name === first?.name);
      return spec !== undefined && spec.text !== true;
    },
    header(cells, line, shape) {
      const match = matcher.match(cells);
      if (match.complaints.length > 0) throw new ReadFailure(match.complaints, line);
      ignoredColumns = match.ignored;
      for (const matched of match.columns.values()) {
        if (!isKept(matched.name)) continue;
        const before = columns.find(({ name }) => name === matched.name);
        if (before === undefined) columns.push(columnOf(matched));
        else if (before.index !== matched.index) {
          throw new ReadFailure(columnUnclear(matched.name, kind.name, [before.header, matched.header]), line);
        }
        if (matched.currency !== undefined) currencies.see(matched.currency, file, line, matched.header);
      }
      if (shape === 'open' && current !== undefined && !closed) return;
      if (shape !== 'open') schema = kind.narrow?.(columns.map(({ key }) => key)) ?? kind.schema;
      const { mostHeld } = given;
      closed = false;
      const ragged = shape !== 'fixed';
      current = table({ columns, width: cells.length, ragged, mostHeld, onRow: check, onBadRow }, again);
    },
    record: (cells, line) => current?.record(cells, line),
    close() {
      again = current?.close();
      closed = true;
      if (rows + badRows === 0 && again === undefined) problems.add({ ...noRows(), file });
      const readers = columns.map(({ reader }) => reader);
      const decimal = readers.map((reader) => reader.decimal?.()).find((mark) => mark !== undefined) ?? null;
      const dateOrder = readers.map((reader) => reader.dateOrder?.()).find((order) => order !== undefined) ?? null;
      return { rows, skippedRows, ignoredColumns, decimal, dateOrder, again };
    },
  };
}

function schemaProblem<Row>(
  kind: AnyKind<Row>,
  columns: readonly TableColumn[],
  issue: { readonly message: string; readonly path: readonly PropertyKey[] },
  cells: readonly Cell[],
  line: number,
): RowProblem {
  const byKey = (key: string) => columns.find((column) => column.key === key);
  const written = (key: string) => String(cells[byKey(key)?.index ?? -1] ?? '');
  const key = String(issue.path[0]);
  const header = byKey(key)?.header;
  return { ...kind.complain(issue.message, key, written), line, ...(header === undefined ? {} : { column: header }) };
}
