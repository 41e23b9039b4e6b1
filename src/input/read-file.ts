import { fileBinary } from '../errors/input.ts';
import { openSource, type Peeked, peek } from './bytes.ts';
import { type CurrencyTracker, currencyTracker } from './currency.ts';
import { ReadFailure } from './failure.ts';
import { formatOf } from './format.ts';
import { type Intake, intake, type OnRow } from './intake.ts';
import { readJsonLines } from './json-lines.ts';
import type { AnyKind } from './kind.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from './options.ts';
import { listSources, type Source } from './sources.ts';
import { readText } from './text.ts';

/** What the files of one kind have in common. */
export interface FilesRead {
  readonly inputs: readonly InputSummary[];
  readonly currency?: FoundCurrency;
}

interface Reading<Row> {
  readonly kind: AnyKind<Row>;
  readonly options: ReadOptions;
  readonly context: ReadContext;
  readonly currencies: CurrencyTracker;
  readonly onRow: OnRow<Row>;
}

/** Reads all files of one kind. What is wrong goes into `context.problems`; a file that cannot be read on is left. */
export async function readFiles<Row>(
  args: readonly string[],
  kind: AnyKind<Row>,
  options: ReadOptions,
  context: ReadContext,
  onRow: OnRow<Row>,
): Promise<FilesRead> {
  const { problems } = context;
  const currencies = currencyTracker();
  const inputs: InputSummary[] = [];
  for (const source of await listSources(args, context)) {
    try {
      inputs.push(await readSource(source, { kind, options, context, currencies, onRow }));
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      const place = typeof error.line === 'number' ? { line: error.line } : {};
      for (const complaint of error.complaints) problems.add({ ...complaint, file: source.name, ...place });
    }
  }
  const currency = currencies.result(problems, options.currency);
  return { inputs, ...(currency === undefined ? {} : { currency }) };
}

/** Characters that wait for a later cell to show how they are meant, before the file is rather read twice. */
const MOST_HELD = 1 << 20;

async function readSource<Row>(source: Source, reading: Reading<Row>): Promise<InputSummary> {
  const { kind, options, context, currencies, onRow } = reading;
  const { problems } = context;
  const opened = await openSource(source, context);
  const mostHeld = opened.repeatable ? MOST_HELD : Number.POSITIVE_INFINITY;
  const taker = intake({ file: source.name, kind, options, problems, currencies, onRow, mostHeld });
  const format = await readFormat(opened.chunks, taker, options);
  const sha256 = opened.sha256();
  let taken = taker.close();
  if (taken.again !== undefined) {
    await readFormat((await openSource(source, context)).chunks, taker, options);
    taken = taker.close();
  }
  const { rows, skippedRows, ignoredColumns, decimal, dateOrder } = taken;
  const name = kind.name;
  return { name: source.name, kind: name, sha256, rows, ...format, decimal, dateOrder, ignoredColumns, skippedRows };
}

/** What is known of the format of a file when it has been read. */
export type FormatFound = Pick<InputSummary, 'encoding' | 'delimiter' | 'preambleLines' | 'compressed' | 'sheet'>;

/** What a compressed file may unpack to where nobody says otherwise: 1 GiB. */
const MOST_UNPACKED = 2 ** 30;

/** Enough to tell the format and the encoding. */
const hasStart = (head: Buffer) => head.length >= 1024;

export async function readFormat(
  bytes: AsyncIterable<Buffer>,
  taker: Intake,
  options: ReadOptions,
): Promise<FormatFound> {
  const peeked = await peek(bytes, hasStart);
  if (formatOf(peeked.head) !== 'gzip') return readUnpacked(peeked, taker, options);
  const { gunzip } = await import('./gzip.ts');
  const most = options.maxUnpackedBytes ?? MOST_UNPACKED;
  const unpacked = await peek(gunzip(peeked.chunks, most), hasStart);
  return { ...(await readUnpacked(unpacked, taker, options)), compressed: 'gzip' };
}

async function readUnpacked(peeked: Peeked, taker: Intake, options: ReadOptions): Promise<FormatFound> {
  switch (formatOf(peeked.head)) {
    case 'workbook': {
      const { readWorkbook } = await import('./workbook/read-workbook.ts');
      return readWorkbook(peeked.chunks, taker, options);
    }
    case 'json-lines':
      return readJsonLines(peeked, taker, options);
    case 'text':
      return readText(peeked, taker, options);
    case 'gzip':
      throw new ReadFailure(fileBinary());
  }
}
