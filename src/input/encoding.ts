import { isAscii, isUtf8 } from 'node:buffer';
import { encodingBroken, encodingUnknown, fileBinary } from '../errors/input.ts';
import { ReadFailure } from './failure.ts';
import type { Encoding } from './options.ts';
import { firstInvalid, wholeCharacters } from './utf8.ts';
import { decodeWindows1252, firstUndefined1252 } from './windows-1252.ts';

/** Bytes of a file as UTF-8; `encoding()` is known when all of them have been read. */
export interface Decoded {
  readonly chunks: AsyncIterable<Buffer>;
  encoding(): Encoding;
}

/** Turns bytes in any encoding into UTF-8, without a byte-order mark. Each decoder yields what is good before it fails. */
export function decode(bytes: AsyncIterable<Buffer>, head: Buffer, chosen: Encoding | undefined): Decoded {
  const encoding = chosen ?? encodingByMark(head) ?? encodingByNulls(head);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return { chunks: decodeUtf16(bytes, encoding), encoding: () => encoding };
  }
  if (head.includes(0)) throw new ReadFailure(fileBinary(), 'none');
  if (encoding === 'windows-1252') return { chunks: decode1252(bytes), encoding: () => encoding };
  return decodeUtf8(bytes, encoding === 'utf-8');
}

function encodingByMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 of European text has a zero in every second byte. */
function encodingByNulls(head: Buffer): Encoding | undefined {
  const length = Math.min(head.length & ~1, 1024);
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even === 0) return 'utf-16le';
  return even > pairs * 0.6 && odd === 0 ? 'utf-16be' : undefined;
}

async function* decodeUtf16(bytes: AsyncIterable<Buffer>, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = (chunk?: Buffer) => {
    try {
      return Buffer.from(chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
    } catch {
      throw new ReadFailure(encodingBroken(encoding.toUpperCase()));
    }
  };
  for await (const chunk of bytes) yield text(chunk);
  yield text();
}

async function* decode1252(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) yield* from1252(chunk);
}

function* from1252(chunk: Buffer): Generator<Buffer> {
  if (isAscii(chunk)) {
    yield chunk;
    return;
  }
  const text = decodeWindows1252(chunk);
  if (text !== undefined) {
    yield Buffer.from(text);
    return;
  }
  yield Buffer.from(decodeWindows1252(chunk.subarray(0, firstUndefined1252(chunk))) ?? '');
  throw new ReadFailure(encodingUnknown());
}

/**
 * UTF-8, or windows-1252 from the first byte on that is no UTF-8, unless UTF-8 characters came before it: then the
 * file is neither, or damaged.
 */
function decodeUtf8(bytes: AsyncIterable<Buffer>, certain: boolean): Decoded {
  let encoding: Encoding = 'utf-8';
  let beyondAscii = certain;
  let atStart = true;

  function* decodeWhole(whole: Buffer): Generator<Buffer> {
    if (isAscii(whole)) {
      yield whole;
    } else if (isUtf8(whole)) {
      beyondAscii = true;
      yield whole;
    } else {
      const bad = firstInvalid(whole);
      if (beyondAscii || !isAscii(whole.subarray(0, bad))) {
        yield whole.subarray(0, bad);
        throw new ReadFailure(encodingBroken('UTF-8'));
      }
      encoding = 'windows-1252';
      yield* from1252(whole);
    }
  }

  async function* chunks(): AsyncGenerator<Buffer> {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of bytes) {
      if (encoding === 'windows-1252') {
        yield* from1252(chunk);
        continue;
      }
      let joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (atStart && joined.length >= 3) {
        atStart = false;
        if (encodingByMark(joined) === 'utf-8') joined = joined.subarray(3);
      }
      const end = atStart ? 0 : wholeCharacters(joined);
      rest = joined.subarray(end);
      if (end > 0) yield* decodeWhole(joined.subarray(0, end));
    }
    if (rest.length > 0) yield* decodeWhole(rest);
  }
  return { chunks: chunks(), encoding: () => encoding };
}
