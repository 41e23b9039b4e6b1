import { Readable } from 'node:stream';
import { toNumber } from '../../src/core/money.ts';
import { formatPeriod } from '../../src/core/period.ts';
import { type Problem, Problems } from '../../src/errors/problem.ts';
import { type CostsFile, readCosts } from '../../src/input/costs.ts';
import type { InputSummary, ReadOptions } from '../../src/input/options.ts';
import { type ReturnsFile, readReturns } from '../../src/input/returns.ts';
import { readSpend, type SpendFile } from '../../src/input/spend.ts';

/** Bytes, or text that is written as UTF-8. */
export type Content = string | Uint8Array;

export interface Reading<File> {
  readonly file: File;
  readonly problems: readonly Problem[];
  readonly counts: ReadonlyMap<string, number>;
  /** Of the first file. */
  readonly summary: InputSummary | undefined;
}

type Reader<File> = (sources: string[], options: ReadOptions, context: never) => Promise<File>;

async function read<File extends { inputs: readonly InputSummary[] }>(
  reader: Reader<File>,
  content: Content,
  options: ReadOptions,
  chunkSize: number,
): Promise<Reading<File>> {
  const problems = new Problems();
  const bytes = Buffer.from(content as Uint8Array);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) chunks.push(bytes.subarray(at, at + chunkSize));
  const context = { problems, stdin: Readable.from(chunks, { objectMode: false }) };
  const file = await reader(['-'], options, context as never);
  return { file, problems: problems.kept, counts: problems.counts, summary: file.inputs[0] };
}

/** Reads a file from standard input, in chunks of a given size. */
export const costs = (content: Content, options: ReadOptions = {}, chunkSize = 1 << 16): Promise<Reading<CostsFile>> =>
  read(readCosts as Reader<CostsFile>, content, options, chunkSize);
export const spend = (content: Content, options: ReadOptions = {}): Promise<Reading<SpendFile>> =>
  read(readSpend as Reader<SpendFile>, content, options, 1 << 16);
export const returns = (content: Content, options: ReadOptions = {}): Promise<Reading<ReturnsFile>> =>
  read(readReturns as Reader<ReturnsFile>, content, options, 1 << 16);

/** Rows of costs as a reader of a test sees them: `2024-01 staff 1234.5`. */
export function rowsOf({ file }: Reading<CostsFile>): string[] {
  return file.rows.map(({ period, until, category, amount, usefulLifeYears }) => {
    const end = until === undefined ? '' : `..${formatPeriod(until)}`;
    const life = usefulLifeYears === undefined ? '' : ` over ${usefulLifeYears} years`;
    return `${formatPeriod(period)}${end} ${category} ${toNumber(amount)}${life}`;
  });
}

/** Problems as `line column CODE`. */
export function codesOf({ problems }: { readonly problems: readonly Problem[] }): string[] {
  return problems.map(({ line, column, code }) =>
    [line ?? '-', ...(column === undefined ? [] : [column]), code].join(' '),
  );
}

/** A cost file whose amounts are the given cells. */
export function amountFile(...cells: readonly string[]): string {
  const rows = cells.map((cell, i) => `2024-${String(i + 1).padStart(2, '0')};misc;${cell}`);
  return ['period;category;amount', ...rows, ''].join('\n');
}
