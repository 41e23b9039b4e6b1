import { openSource } from '../bytes.ts';
import { type CurrencyTracker, currencyTracker } from '../currency.ts';
import { ReadFailure } from '../failure.ts';
import type { OnRow } from '../intake.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from '../options.ts';
import { readFormat } from '../read-file.ts';
import { listSources, type Source } from '../sources.ts';
import { type OpenKind, openIntake } from './open-intake.ts';

/** Kinds of file about members. They stand in a summary where the kinds of the business files do. */
export type MemberKind = 'outcomes' | 'levels' | 'incidents';

export const kindName = (name: MemberKind): InputSummary['kind'] => name as never;

export interface MemberFiles {
  readonly inputs: readonly InputSummary[];
  readonly currency?: FoundCurrency;
}

interface Reading<Row> {
  readonly name: MemberKind;
  readonly open: () => OpenKind<Row>;
  readonly options: ReadOptions;
  readonly context: ReadContext;
  readonly currencies: CurrencyTracker;
  readonly onRow: OnRow<Row>;
}

/** Reads all files of an open kind. What is wrong goes into `context.problems`; a file that cannot be read on is left. */
export async function readOpenFiles<Row>(
  args: readonly string[],
  reading: Omit<Reading<Row>, 'currencies'>,
): Promise<MemberFiles> {
  const { context, options } = reading;
  const currencies = currencyTracker();
  const inputs: InputSummary[] = [];
  for (const source of await listSources(args, context)) {
    try {
      inputs.push(await readSource(source, { ...reading, currencies }));
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      const place = typeof error.line === 'number' ? { line: error.line } : {};
      for (const complaint of error.complaints) context.problems.add({ ...complaint, file: source.name, ...place });
    }
  }
  const currency = currencies.result(context.problems, options.currency);
  return { inputs, ...(currency === undefined ? {} : { currency }) };
}

/** Records that wait for a later cell to show how they are meant, before the file is rather read twice. */
const MOST_HELD = 50_000;

async function readSource<Row>(source: Source, reading: Reading<Row>): Promise<InputSummary> {
  const { name, open, options, context, currencies, onRow } = reading;
  const opened = await openSource(source, context);
  const mostHeld = opened.repeatable ? MOST_HELD : Number.POSITIVE_INFINITY;
  const { problems } = context;
  const taker = openIntake({ file: source.name, open: open(), options, problems, currencies, onRow, mostHeld });
  const format = await readFormat(opened.chunks, taker, options);
  const sha256 = opened.sha256();
  let taken = taker.close();
  if (taken.again !== undefined) {
    await readFormat((await openSource(source, context)).chunks, taker, options);
    taken = taker.close();
  }
  const { rows, skippedRows, ignoredColumns, decimal, dateOrder } = taken;
  return {
    name: source.name,
    kind: kindName(name),
    sha256,
    rows,
    ...format,
    decimal,
    dateOrder,
    ignoredColumns,
    skippedRows,
  };
}
