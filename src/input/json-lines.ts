import { fileBinary, fileEmpty, jsonBroken } from '../errors/input.ts';
import { recordTooLong } from '../errors/row.ts';
import type { Peeked } from './bytes.ts';
import type { Cell } from './column.ts';
import { LONGEST_RECORD } from './csv.ts';
import { decode } from './encoding.ts';
import { ReadFailure } from './failure.ts';
import type { Intake } from './intake.ts';
import type { InputSummary, ReadOptions } from './options.ts';

type Format = Pick<InputSummary, 'encoding' | 'delimiter' | 'preambleLines'>;

/** Reads one JSON object from each line. Its keys are the columns; a key may first appear on a later line. */
export async function readJsonLines(peeked: Peeked, taker: Intake, options: ReadOptions): Promise<Format> {
  const decoded = decode(peeked.chunks, peeked.head, options.encoding);
  const indexes = new Map<string, number>();
  let firstLine: number | undefined;
  await eachLine(decoded.chunks, (text, line) => {
    if (text.trim() === '') return;
    const record = objectOf(text, line);
    const known = indexes.size;
    for (const key of Object.keys(record)) if (!indexes.has(key)) indexes.set(key, indexes.size);
    if (indexes.size > known || firstLine === undefined) {
      firstLine ??= line;
      taker.header([...indexes.keys()], line, 'open');
    }
    const cells: Cell[] = new Array<Cell>(indexes.size).fill('');
    for (const [key, value] of Object.entries(record)) cells[indexes.get(key)!] = cellOf(value);
    taker.record(cells, line);
  });
  if (firstLine === undefined) throw new ReadFailure(fileEmpty());
  return { encoding: decoded.encoding(), delimiter: null, preambleLines: 0 };
}

async function eachLine(chunks: AsyncIterable<Buffer>, onLine: (text: string, line: number) => void): Promise<void> {
  let rest: Buffer[] = [];
  let restLength = 0;
  let line = 1;
  try {
    for await (const chunk of chunks) {
      if (chunk.includes(0)) throw new ReadFailure(fileBinary());
      let from = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
        const text = Buffer.concat([...rest, chunk.subarray(from, end)]).toString();
        onLine(text, line);
        [rest, restLength, from] = [[], 0, end + 1];
        line++;
      }
      rest.push(chunk.subarray(from));
      restLength += chunk.length - from;
      if (restLength > LONGEST_RECORD) throw new ReadFailure(recordTooLong());
    }
    if (restLength > 0) onLine(Buffer.concat(rest).toString(), line);
  } catch (error) {
    throw error instanceof ReadFailure ? error.at(line) : error;
  }
}

function objectOf(text: string, line: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReadFailure(jsonBroken(), line);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ReadFailure(jsonBroken(), line);
  return value as Readonly<Record<string, unknown>>;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
}
