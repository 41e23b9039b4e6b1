import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MONEY_DECIMALS, type Money } from '../../src/core/money.ts';
import { formatPeriod, type Period } from '../../src/core/period.ts';
import { Problems } from '../../src/errors/problem.ts';
import { readCosts } from '../../src/input/costs.ts';
import type {
  FileKind,
  FoundCurrency,
  InputSummary,
  RawKind,
  ReadContext,
  ReadOptions,
} from '../../src/input/options.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../src/input/raw/kinds.ts';
import { type FilesRead, readFiles } from '../../src/input/read-file.ts';
import { readReturns } from '../../src/input/returns.ts';
import { readSpend } from '../../src/input/spend.ts';
import { PROJECT } from '../run.ts';

export const EXPORTS = join(PROJECT, 'fixtures/exports');

/** What an export holds when it is read in one way, or what is said against it. */
export interface Expected {
  readonly as: FileKind | RawKind;
  readonly options?: ReadOptions;
  /** What is found out about the file; what is not there, or 0, is left out. */
  readonly detected?: Readonly<Record<string, string | number>>;
  readonly currency?: string;
  readonly rows?: readonly Readonly<Record<string, string | number>>[];
  readonly problems?: readonly Readonly<Record<string, string | number>>[];
}

export interface ExportFile {
  readonly product: string;
  /** Below `fixtures/exports`. */
  readonly path: string;
  readonly readings: readonly Expected[];
}

const EXPECT = '.expect.json';

/** Every export, with each of the ways in which it is read. */
export function exportFiles(): ExportFile[] {
  return readdirSync(EXPORTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: product }) =>
      readdirSync(join(EXPORTS, product))
        .filter((name) => !name.endsWith(EXPECT))
        .map((name) => `${product}/${name}`)
        .map((path) => ({ product, path, readings: readingsOf(path) })),
    );
}

/** The neighbour of an export: an object, or a list of them where it is read in more than one way. */
function readingsOf(path: string): Expected[] {
  const json = JSON.parse(readFileSync(join(EXPORTS, path + EXPECT), 'utf8'));
  return Array.isArray(json) ? json : [json];
}

/** Reads an export and writes down what came of it, in the form of an expectation. */
export async function readExport(path: string, { as, options }: Expected): Promise<Expected> {
  const problems = new Problems();
  const context = { problems, stdin: Readable.from([]), cwd: EXPORTS };
  const { inputs, currency, rows } = await readAs(as, path, options ?? {}, context);
  const how = { as, ...(options === undefined ? {} : { options }) };
  if (problems.total > 0)
    return { ...how, problems: problems.kept.map(({ code, line, column }) => plain({ code, line, column })) };
  const code = currency === undefined ? {} : { currency: currency.code };
  return { ...how, detected: detectedOf(inputs[0]), ...code, rows: rows.map(plain) };
}

interface Read {
  readonly inputs: readonly InputSummary[];
  readonly currency?: FoundCurrency;
  readonly rows: readonly object[];
}

async function readAs(as: Expected['as'], path: string, options: ReadOptions, context: ReadContext): Promise<Read> {
  if (as === 'costs') return readCosts([path], options, context);
  if (as === 'returns') return readReturns([path], options, context);
  if (as === 'spend') {
    const { cells, ...read } = await readSpend([path], options, context);
    return { ...read, rows: cells };
  }
  return readRaw(as, path, options, context);
}

async function readRaw(as: RawKind, path: string, options: ReadOptions, context: ReadContext): Promise<Read> {
  const rows: object[] = [];
  const take = (row: object) => rows.push(row);
  const read = (): Promise<FilesRead> => {
    if (as === 'members') return readFiles([path], MEMBERS, options, context, take);
    if (as === 'activity') return readFiles([path], ACTIVITY, options, context, take);
    if (as === 'customers') return readFiles([path], CUSTOMERS, options, context, take);
    return readFiles([path], TRANSACTIONS, options, context, take);
  };
  return { ...(await read()), rows };
}

const DETECTED = ['encoding', 'delimiter', 'decimal', 'dateOrder', 'compressed', 'sheet', 'preambleLines'] as const;

function detectedOf(summary: InputSummary | undefined): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const key of [...DETECTED, 'skippedRows'] as const) {
    const value = summary?.[key];
    if (value !== undefined && value !== null && value !== 0) found[key] = value;
  }
  return found;
}

/** Values as they would be written: periods as `2024-01`, money in full. What is undefined is left out. */
function plain(row: object): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'bigint') values[key] = decimalText(value);
    else if (typeof value === 'object') values[key] = formatPeriod(value as Period);
    else if (value !== undefined) values[key] = value as string | number;
  }
  return values;
}

/** Every digit of an amount, and at least two decimals. */
function decimalText(amount: Money): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(MONEY_DECIMALS + 1, '0');
  const fraction = digits.slice(-MONEY_DECIMALS).replace(/0+$/, '').padEnd(2, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -MONEY_DECIMALS)}.${fraction}`;
}
