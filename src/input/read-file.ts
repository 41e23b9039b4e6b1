import { fileBinary, fileFormat } from '../errors/input.ts';
import { type Opened, openSource, type Peeked, peek } from './bytes.ts';
import { currencyTracker } from './currency.ts';
import { eachSource } from './each-source.ts';
import { ReadFailure } from './failure.ts';
import { AS_CSV, formatOf } from './format.ts';
import { type Intake, type IntakeOptions, intake, type OnRow } from './intake.ts';
import { readJsonLines } from './json-lines.ts';
import type { AnyKind } from './kind.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from './options.ts';
import { readText } from './text.ts';

/** What the files of one kind have in common. */
export interface FilesRead {
  readonly inputs: readonly InputSummary[];
  readonly currency?: FoundCurrency;
}

/** What every taker of records is given. */
export type TakerOptions = Pick<IntakeOptions<never>, 'file' | 'options' | 'problems' | 'currencies' | 'mostHeld'>;

/** Reads all files of one kind. What is wrong goes into `context.problems`; a file that cannot be read on is left. */
export async function readFiles<Row>(
  args: readonly string[],
  kind: AnyKind<Row>,
  options: ReadOptions,
  context: ReadContext,
  onRow: OnRow<Row>,
): Promise<FilesRead> {
  return readThrough(args, kind.name, options, context, (given) => intake({ ...given, kind, onRow }));
}

/** Hands the records of all files to a taker of their own, made by `takerFor`. */
export async function readThrough(
  args: readonly string[],
  name: InputSummary['kind'],
  options: ReadOptions,
  context: ReadContext,
  takerFor: (given: TakerOptions) => Intake,
): Promise<FilesRead> {
  const { problems } = context;
  const currencies = currencyTracker();
  const inputs = await eachSource(args, context, async (source) => {
    const opened = await openSource(source, context);
    const mostHeld = opened.repeatable ? MOST_HELD : Number.POSITIVE_INFINITY;
    const taker = takerFor({ file: source.name, options, problems, currencies, mostHeld });
    const again = async () => (await openSource(source, context)).chunks;
    return { name: source.name, kind: name, ...(await readSource(opened, again, taker, options, context)) };
  });
  const currency = currencies.result(problems, options.currency);
  return { inputs, ...(currency === undefined ? {} : { currency }) };
}

/** Characters that wait for a later cell to show how they are meant, before the file is rather read twice. */
const MOST_HELD = 1 << 20;

async function readSource(
  opened: Opened,
  again: () => Promise<AsyncIterable<Buffer>>,
  taker: Intake,
  options: ReadOptions,
  context: Pick<ReadContext, 'parquet'>,
): Promise<Omit<InputSummary, 'name' | 'kind'>> {
  const format = await readFormat(opened.chunks, taker, options, context);
  const sha256 = opened.sha256();
  let taken = taker.close();
  if (taken.again !== undefined) {
    await readFormat(await again(), taker, options, context);
    taken = taker.close();
  }
  const { rows, skippedRows, ignoredColumns, decimal, dateOrder } = taken;
  return { sha256, rows, ...format, decimal, dateOrder, ignoredColumns, skippedRows };
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
  context: Pick<ReadContext, 'parquet'>,
): Promise<FormatFound> {
  const peeked = await peek(bytes, hasStart);
  if (formatOf(peeked.head) !== 'gzip') return readUnpacked(peeked, taker, options, context);
  const { gunzip } = await import('./gzip.ts');
  const most = options.maxUnpackedBytes ?? MOST_UNPACKED;
  const unpacked = await peek(gunzip(peeked.chunks, most), hasStart);
  return { ...(await readUnpacked(unpacked, taker, options, context)), compressed: 'gzip' };
}

async function readUnpacked(
  peeked: Peeked,
  taker: Intake,
  options: ReadOptions,
  { parquet }: Pick<ReadContext, 'parquet'>,
): Promise<FormatFound> {
  switch (formatOf(peeked.head)) {
    case 'workbook': {
      const { readWorkbook } = await import('./workbook/read-workbook.ts');
      return readWorkbook(peeked.chunks, taker, options);
    }
    case 'parquet': {
      if (parquet === undefined) throw new ReadFailure(fileFormat('a Parquet file', AS_CSV));
      const { readTyped } = await import('./parquet.ts');
      return readTyped(peeked.chunks, taker, parquet);
    }
    case 'json-lines':
      return readJsonLines(peeked, taker, options);
    case 'text':
      return readText(peeked, taker, options);
    case 'gzip':
      throw new ReadFailure(fileBinary());
  }
}
