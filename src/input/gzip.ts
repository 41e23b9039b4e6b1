import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { gzipBroken, unpackedTooLarge } from '../errors/input.ts';
import { ReadFailure } from './failure.ts';

const CHUNK = 1 << 18;

/** Unpacks gzip as it comes; what would unpack to more than `most` bytes is refused when it does. */
export async function* gunzip(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ chunkSize: CHUNK });
  // What fails in the pipeline fails in the loop below as well.
  pipeline(Readable.from(chunks, { objectMode: false }), unzip).catch(() => {});
  let unpacked = 0;
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > most) throw new ReadFailure(unpackedTooLarge(most), 'none');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ReadFailure ? error : new ReadFailure(gzipBroken(), 'none');
  }
}
