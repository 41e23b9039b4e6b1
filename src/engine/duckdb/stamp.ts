import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { gunzip } from '../../input/gzip.ts';
import { bareJudge, type Lines } from '../bare-lines.ts';
import type { PlainFile } from '../examine.ts';

/** What tells that a file was changed: size, time and identity. */
export async function stamp(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size}|${mtimeMs}|${ino}`;
  } catch {
    return 'gone';
  }
}

/** Bytes that are read at once. */
const PIECE = 1 << 20;

/** The bytes of a file piece by piece, one in the place of the other: a new place for each would be cleared up for longer. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const place = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(place, 0, PIECE);
      if (bytesRead === 0) return;
      yield place.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Of the bytes on the disk, in hexadecimal. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of piecesOf(path)) hash.update(piece);
  } catch {
    // The scan fails as well, and says why.
  }
  return hash.digest('hex');
}

/** What is known of a text when all of its bytes have been seen. */
export interface Survey {
  readonly sha256: string;
  /** Whether all of it could be read, and no NUL stands anywhere, which DuckDB passes over in columns it need not keep. */
  readonly isText: boolean;
  /** Of a file that is to be read as bare; of another one it is not asked. */
  readonly lines: Lines;
}

/** Goes through a text file, packed or not. */
export async function survey(file: PlainFile): Promise<Survey> {
  const { path, gzip } = file;
  const judge = file.bare ? bareJudge(file) : undefined;
  const hash = createHash('sha256');
  async function* hashed() {
    for await (const piece of piecesOf(path)) {
      hash.update(piece);
      // What unpacks a piece may look at it when the next one is there.
      yield gzip ? Buffer.from(piece) : piece;
    }
  }
  let isText = true;
  try {
    for await (const piece of gzip ? gunzip(hashed(), Number.POSITIVE_INFINITY) : hashed()) {
      isText &&= !piece.includes(0);
      judge?.look(piece);
    }
  } catch {
    isText = false;
  }
  return { sha256: hash.digest('hex'), isText, lines: judge?.verdict() ?? 'unclear' };
}
