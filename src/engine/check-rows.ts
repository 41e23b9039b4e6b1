import { closeSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Line } from '../core/cohort.ts';
import { MONEY_DECIMALS, type Money } from '../core/money.ts';
import { scratchFull } from '../errors/engine.ts';
import { lineBlank, lineFilled } from '../errors/row.ts';
import type { RowPlace } from '../input/intake.ts';
import type { AnyKind } from '../input/kind.ts';
import type { FoundCurrency, InputSummary } from '../input/options.ts';
import { type FilesRead, readFiles } from '../input/read-file.ts';
import type { Source } from '../input/sources.ts';
import type { EngineContext } from './engine.ts';
import { examine, type PlainFile } from './examine.ts';
import { passOver } from './pass-over.ts';
import type { CheckedFile } from './sql/relation.ts';

/** What our own reader made of a file. */
export interface Checked {
  readonly file: CheckedFile;
  readonly summary: InputSummary;
  readonly currency?: FoundCurrency;
}

/** Written at once: so much text. */
const BATCH = 1 << 20;
const MOST_UNPACKED = 2 ** 40;
/** What the system says where a disk, a quota or a limit is used up. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Reads a file with the reader of small files, which knows every dialect and names every problem, and writes its checked
 * rows to `path`, one after the other, in the one dialect that an engine reads. Undefined where the file has problems.
 */
export async function checkRows<Row>(
  source: string,
  kind: AnyKind<Row>,
  path: string,
  context: EngineContext,
): Promise<Checked | undefined> {
  const before = context.problems.total;
  const columns = kind.columns.filter(({ name }) => name !== 'currency');
  const output = openSync(path, 'wx', 0o600);
  let [text, rows, decimals] = ['', 0, 0];
  const compareLines = lineComparison(context);
  const flush = () => {
    try {
      writeSync(output, text);
    } catch (error) {
      throw FULL.has((error as NodeJS.ErrnoException).code ?? '') ? scratchFull(dirname(dirname(path))) : error;
    }
    text = '';
    context.progress({ doing: `reading ${source}`, rows });
  };
  const cell = (value: unknown): string => {
    if (typeof value !== 'bigint') return value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;
    const amount = decimalText(value);
    decimals = Math.max(decimals, amount.length - 1 - (amount.includes('.') ? amount.indexOf('.') : amount.length - 1));
    return amount;
  };
  try {
    const options = { ...context.read, maxUnpackedBytes: MOST_UNPACKED };
    const { inputs, currency } = await readFiles([source], kind, options, context, (row, place) => {
      const values = row as Readonly<Record<string, unknown>>;
      compareLines(values['line'] as Line | undefined, place);
      text += `${columns.map(({ key }) => cell(values[key])).join(',')}\n`;
      rows++;
      if (text.length >= BATCH) {
        context.signal.throwIfAborted();
        flush();
      }
    });
    flush();
    const [summary] = inputs;
    if (summary === undefined || context.problems.total > before) return undefined;
    const file = { path, columns: columns.map(({ name }) => name), decimals: Math.max(2, decimals) };
    return { file, summary, ...(currency === undefined ? {} : { currency }) };
  } finally {
    closeSync(output);
  }
}

/**
 * Adds the problems of a file that looked plain to those of the context, without reading the rows that are. Without any
 * the file is written in some other way that is right.
 */
export async function findProblems<Row>(
  source: string,
  kind: AnyKind<Row>,
  file: PlainFile,
  context: EngineContext,
): Promise<FilesRead> {
  const compareLines = lineComparison(context);
  const doing = `looking for problems in ${source}`;
  let passed = 0;
  const others = passOver(file, context, (rows) => {
    passed = rows;
    context.progress({ doing, rows });
  });
  const options = { ...context.read, maxUnpackedBytes: MOST_UNPACKED, passOver: others };
  const read = await readFiles([source], kind, options, context, (row, place) =>
    compareLines((row as { readonly line?: Line }).line, place),
  );
  return { ...read, inputs: read.inputs.map((input) => ({ ...input, rows: input.rows + passed })) };
}

/** Adds all problems of a file of raw exports to those of the context, however large it is. */
export async function checkFile<Row>(source: Source, kind: AnyKind<Row>, context: EngineContext): Promise<FilesRead> {
  const plain = context.read.skipBadRows === true ? undefined : await examine(source, kind, context.read, context);
  if (plain !== undefined) return findProblems(source.path ?? '-', kind, plain, context);
  const compareLines = lineComparison(context);
  const options = { ...context.read, maxUnpackedBytes: MOST_UNPACKED };
  return readFiles([source.path ?? '-'], kind, options, context, (row, place) =>
    compareLines((row as { readonly line?: Line }).line, place),
  );
}

/** Every row of a file has a line, or none has one: each that does not go with the first is a problem. */
function lineComparison(context: EngineContext): (line: Line | undefined, place: RowPlace) => void {
  let first: { readonly place: RowPlace; readonly line: Line | undefined } | undefined;
  return (line, place) => {
    first ??= { place, line };
    if ((line === undefined) !== (first.line === undefined)) addLineProblem(line, first.place, place, context);
  };
}

function addLineProblem(line: Line | undefined, first: RowPlace, place: RowPlace, { problems }: EngineContext): void {
  const where = `${first.file}:${first.line}`;
  const column = place.header('line');
  problems.add({
    ...(line === undefined ? lineBlank(where) : lineFilled(where)),
    file: place.file,
    line: place.line,
    ...(column === undefined ? {} : { column }),
  });
}

/** Money in plain digits, as short as it is exact. */
function decimalText(amount: Money): string {
  const sign = amount < 0n ? '-' : '';
  const digits = String(amount < 0n ? -amount : amount).padStart(MONEY_DECIMALS + 1, '0');
  const fraction = digits.slice(-MONEY_DECIMALS).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -MONEY_DECIMALS)}${fraction === '' ? '' : `.${fraction}`}`;
}
