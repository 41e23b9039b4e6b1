import { fileBinary, fileEmpty } from '../errors/input.ts';
import { type Peeked, peek } from './bytes.ts';
import { LONGEST_RECORD } from './csv.ts';
import { findDialect } from './dialect.ts';
import { decode } from './encoding.ts';
import { ReadFailure } from './failure.ts';
import type { Intake } from './intake.ts';
import type { InputSummary, ReadOptions } from './options.ts';
import { readDelimited } from './plain-csv.ts';

/** How much of a file decides on its delimiter and header. */
const PREFIX = 1 << 16;

const LINE_END = /[\r\n]/;

/** Reads delimited text: finds its encoding, delimiter and header, then hands each record over. */
export async function readText(
  peeked: Peeked,
  taker: Intake,
  options: ReadOptions,
): Promise<Pick<InputSummary, 'encoding' | 'delimiter' | 'preambleLines'>> {
  const decoded = decode(peeked.chunks, peeked.head, options.encoding);
  const { head, chunks, complete, failure } = await peek(decoded.chunks, holdsHeader);
  const text = head.toString('utf8', 0, complete || head.length < 2 * PREFIX ? head.length : prefixLength(head));
  if (text.trim() === '') throw failure ?? new ReadFailure(fileEmpty());
  if (text.includes('\0')) throw new ReadFailure(fileBinary());

  const dialect = findDialect(text, (cells) => taker.matcher.weigh(cells), options.delimiter);
  const { delimiter, preambleLines, start } = dialect;
  const comments = taker.hasComments(dialect.header);
  let begun = false;
  const onRecord = (cells: string[], line: number) => {
    if (begun) taker.record(cells, line);
    else taker.header(cells, line, 'fixed');
    begun = true;
  };
  const body = withoutNulls(from(chunks, Buffer.byteLength(text.slice(0, start))));
  await readDelimited(
    options.passOver?.(body) ?? body,
    { delimiter, comments, firstLine: preambleLines + 1 },
    onRecord,
  );
  return { encoding: decoded.encoding(), delimiter, preambleLines };
}

/** Enough for the header: the prefix, with something in it and the end of a line. */
function holdsHeader(head: Buffer): boolean {
  return head.length >= LONGEST_RECORD || (head.length >= PREFIX && isSomething(head.toString('latin1', 0, PREFIX)));
}

function prefixLength(head: Buffer): number {
  return isSomething(head.toString('latin1', 0, PREFIX)) ? PREFIX : head.length;
}

function isSomething(text: string): boolean {
  return LINE_END.test(text) && text.trim() !== '';
}

/** Longer ones are cut, so that no record grows by more than this before its length is looked at. */
const LONGEST_CHUNK = 1 << 20;

/** The chunks from `offset` on, which lies in the first. */
async function* from(chunks: AsyncIterable<Buffer>, offset: number): AsyncGenerator<Buffer> {
  let at = offset;
  for await (const chunk of chunks) {
    for (; at < chunk.length; at += LONGEST_CHUNK) yield chunk.subarray(at, at + LONGEST_CHUNK);
    at = 0;
  }
}

/** The chunks up to a NUL, which means that the file is not text after all. */
async function* withoutNulls(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const nul = chunk.indexOf(0);
    yield nul === -1 ? chunk : chunk.subarray(0, nul);
    if (nul !== -1) throw new ReadFailure(fileBinary());
  }
}
