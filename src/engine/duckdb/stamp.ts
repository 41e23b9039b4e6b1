import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { gunzip } from '../../input/gzip.ts';

/** What tells that a file was changed: size, time and identity. */
export async function stamp(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size}|${mtimeMs}|${ino}`;
  } catch {
    return 'gone';
  }
}

/** Of the bytes on the disk, in hexadecimal. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
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
}

/** Goes through a text file, packed or not. */
export async function survey(path: string, gzip: boolean): Promise<Survey> {
  const hash = createHash('sha256');
  async function* hashed() {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  }
  let isText = true;
  try {
    for await (const chunk of gzip ? gunzip(hashed(), Number.POSITIVE_INFINITY) : hashed()) {
      isText &&= !chunk.includes(0);
    }
  } catch {
    isText = false;
  }
  return { sha256: hash.digest('hex'), isText };
}
