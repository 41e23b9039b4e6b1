import { closeSync, openSync, writeSync } from 'node:fs';
import type { Line } from '../core/cohort.ts';
import { MONEY_DECIMALS, type Money } from '../core/money.ts';
import { lineBlank, lineFilled } from '../errors/row.ts';
import type { RowPlace } from '../input/intake.ts';
import type { AnyKind } from '../input/kind.ts';
import type { FoundCurrency, InputSummary } from '../input/options.ts';
import { readFiles } from '../input/read-file.ts';
import type { EngineContext } from './engine.ts';
import type { CheckedFile } from './sql/relation.ts';

/** What our own reader made of a file. */
export interface Checked {
  readonly file: CheckedFile;
  readonly summary: InputSummary;
  readonly currency?: FoundCurrency;
}

/** Written at once: so much text. */
const BATCH = 1 << 20;

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
  let first: { readonly place: RowPlace; readonly line: Line | undefined } | undefined;
  const flush = () => {
    writeSync(output, text);
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
    const options = { ...context.read, maxUnpackedBytes: 2 ** 40 };
    const { inputs, currency } = await readFiles([source], kind, options, context, (row, place) => {
      const values = row as Readonly<Record<string, unknown>>;
      const line = values['line'] as Line | undefined;
      first ??= { place, line };
      if ((line === undefined) !== (first.line === undefined)) addLineProblem(line, first.place, place, context);
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
