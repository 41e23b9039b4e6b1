import type { HeaderMatcher } from '../columns.ts';
import { type Intake, type Intaken, type IntakeOptions, intake } from '../intake.ts';
import type { AnyKind } from '../kind.ts';

/** A kind of file whose columns are known when its header has been read. */
export interface OpenKind<Row> {
  /** Tells the header of such a file by its fixed columns. */
  readonly matcher: HeaderMatcher;
  /** The kind that this header makes the file; throws ReadFailure where it can make it none. */
  kindOf(header: readonly string[], line: number): AnyKind<Row>;
}

type Given<Row> = Omit<IntakeOptions<Row>, 'kind'> & { readonly open: OpenKind<Row> };

/**
 * Takes the records of a file of an open kind. In JSON Lines a later line may bring further columns: the records from
 * there on are taken by the kind that the longer header makes.
 */
export function openIntake<Row>({ open, ...given }: Given<Row>): Intake {
  const taken: Intake[] = [];
  let columns: readonly string[] = [];
  const current = () => taken.at(-1);

  const start = (header: readonly string[], line: number, mostHeld: number): Intake => {
    columns = header;
    const next = intake({ ...given, mostHeld, kind: open.kindOf(header, line) });
    taken.push(next);
    return next;
  };

  return {
    matcher: open.matcher,
    hasComments: (header) => intake({ ...given, kind: open.kindOf(header, 1) }).hasComments(header),
    header(cells, line, shape) {
      const isSame = cells.length === columns.length && current() !== undefined;
      const own = isSame
        ? current()!
        : start(cells, line, shape === 'open' ? Number.POSITIVE_INFINITY : given.mostHeld);
      own.header(cells, line, shape === 'open' ? 'loose' : shape);
    },
    record: (cells, line) => current()?.record(cells, line),
    close: () => taken.map((own) => own.close()).reduce(together, NOTHING),
  };
}

const NOTHING: Intaken = {
  rows: 0,
  skippedRows: 0,
  ignoredColumns: [],
  decimal: null,
  dateOrder: null,
  again: undefined,
};

function together(a: Intaken, b: Intaken): Intaken {
  return {
    rows: a.rows + b.rows,
    skippedRows: a.skippedRows + b.skippedRows,
    ignoredColumns: [...a.ignoredColumns, ...b.ignoredColumns],
    decimal: b.decimal ?? a.decimal,
    dateOrder: b.dateOrder ?? a.dateOrder,
    again: b.again,
  };
}
