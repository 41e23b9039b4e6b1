import { openSource } from './bytes.ts';
import { currencyTracker } from './currency.ts';
import { ReadFailure } from './failure.ts';
import { type Intake, intake, type OnRow } from './intake.ts';
import type { Kind } from './kind.ts';
import type { FileKind, FoundCurrency, InputSummary, ReadContext, ReadOptions } from './options.ts';
import { listSources, type Source } from './sources.ts';
import { readText } from './text.ts';

/** What the files of one kind have in common. */
export interface FilesRead {
  readonly inputs: readonly InputSummary[];
  readonly currency?: FoundCurrency;
}

/** Reads all files of one kind. What is wrong goes into `context.problems`; a file that cannot be read on is left. */
export async function readFiles<Row>(
  args: readonly string[],
  kind: Kind<Row>,
  options: ReadOptions,
  context: ReadContext,
  onRow: OnRow<Row>,
): Promise<FilesRead> {
  const currencies = currencyTracker();
  const inputs: InputSummary[] = [];
  for (const source of await listSources(args, context)) {
    try {
      const { problems } = context;
      const mostHeld = source.path === undefined ? Number.POSITIVE_INFINITY : MOST_HELD;
      const given = { file: source.name, kind, options, problems, currencies, onRow, mostHeld };
      inputs.push(await readSource(source, kind.name, intake(given), options, context));
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      const place = error.line === undefined ? {} : { line: error.line };
      context.problems.add({ ...error.complaint, file: source.name, ...place });
    }
  }
  const currency = currencies.result(context.problems);
  return { inputs, ...(currency === undefined ? {} : { currency }) };
}

/** Records that wait for a later cell to show how they are meant, before the file is rather read twice. */
const MOST_HELD = 50_000;

async function readSource(
  source: Source,
  kind: FileKind,
  taker: Intake,
  options: ReadOptions,
  context: ReadContext,
): Promise<InputSummary> {
  const opened = await openSource(source, context);
  const format = await readText(opened.chunks, taker, options);
  const sha256 = opened.sha256();
  let taken = taker.close();
  if (taken.again !== undefined) {
    await readText((await openSource(source, context)).chunks, taker, options);
    taken = taker.close();
  }
  const { rows, skippedRows, ignoredColumns, decimal, dateOrder } = taken;
  return { name: source.name, kind, sha256, rows, ...format, decimal, dateOrder, ignoredColumns, skippedRows };
}
