import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileIsDirectory, fileMissing, fileUnreadable } from '../errors/input.ts';
import { ReadFailure } from './failure.ts';
import type { ReadContext } from './options.ts';
import type { Source } from './sources.ts';

const CHUNK = 1 << 18;

/** The bytes of a source as they lie on the disk. */
export interface Opened {
  readonly chunks: AsyncIterable<Buffer>;
  /** Of all bytes that were read. */
  sha256(): string;
  /** Whether it can be read from its start again. */
  readonly repeatable: boolean;
}

export async function openSource(source: Source, context: ReadContext): Promise<Opened> {
  const hash = createHash('sha256');
  const hashed = (stream: AsyncIterable<Buffer | string>) => hashing(stream, (chunk) => hash.update(chunk));
  const sha256 = () => hash.digest('hex');
  if (source.path === undefined) return { chunks: hashed(context.stdin), sha256, repeatable: false };
  const path = resolve(context.cwd ?? '.', source.path);
  const stats = await stat(path).catch((error: unknown) => {
    throw failureOf(error);
  });
  if (stats.isDirectory()) throw new ReadFailure(fileIsDirectory());
  return { chunks: hashed(createReadStream(path, { highWaterMark: CHUNK })), sha256, repeatable: stats.isFile() };
}

async function* hashing(
  stream: AsyncIterable<Buffer | string>,
  update: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      update(bytes);
      yield bytes;
    }
  } catch (error) {
    throw failureOf(error);
  }
}

function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error;
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ReadFailure(fileMissing());
  if (code === 'EISDIR') return new ReadFailure(fileIsDirectory());
  return new ReadFailure(fileUnreadable(REASONS[code] ?? code), 'none');
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EBUSY: 'it is in use',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
};

/** The first bytes of a stream, and the stream from its start. */
export interface Peeked {
  readonly head: Buffer;
  /** Whether the head is all there is. */
  readonly complete: boolean;
  /** What has failed behind the head. */
  readonly failure: unknown;
  readonly chunks: AsyncIterable<Buffer>;
}

/** Reads ahead until `enough` says so. What fails while reading ahead fails again behind the head. */
export async function peek(chunks: AsyncIterable<Buffer>, enough: (head: Buffer) => boolean): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let complete = false;
  let failure: unknown;
  while (!complete && failure === undefined && !enough(head)) {
    try {
      const next = await iterator.next();
      if (next.done === true) complete = true;
      else head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    } catch (error) {
      failure = error;
    }
  }
  async function* all(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    if (failure !== undefined) throw failure;
    if (!complete) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, complete: complete || failure !== undefined, failure, chunks: all() };
}
