import { fileBinary, fileFormat } from '../errors/input.ts';
import { type Opened, openSource } from './bytes.ts';
import { decode } from './encoding.ts';
import { ReadFailure } from './failure.ts';
import type { ReadContext } from './options.ts';

/** A small file that is read in one piece: a saved result, a file of scenarios. */
export interface WholeText {
  /** For messages: as typed, `<stdin>` for `-`. */
  readonly name: string;
  readonly text: string;
  /** Of the bytes as they lie on the disk, in hexadecimal. */
  readonly sha256: string;
}

/** More than any such file holds, in bytes. */
const MOST = 1 << 26;

/** Undefined where the file cannot be read: why goes into `context.problems`. */
export async function readWholeText(arg: string, context: ReadContext): Promise<WholeText | undefined> {
  const source = arg === '-' ? { name: '<stdin>' } : { name: arg, path: arg };
  try {
    const opened = await openSource(source, context);
    return { name: source.name, text: await textOf(opened), sha256: opened.sha256() };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    for (const complaint of error.complaints) context.problems.add({ ...complaint, file: source.name });
    return undefined;
  }
}

async function textOf({ chunks }: Opened): Promise<string> {
  let bytes = await collect(chunks);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const { gunzip } = await import('./gzip.ts');
    bytes = await collect(gunzip(from(bytes), MOST));
  }
  const text = (await collect(decode(from(bytes), bytes, undefined).chunks)).toString('utf8');
  if (text.includes('\0')) throw new ReadFailure(fileBinary());
  return text.replace(/^\ufeff/, '');
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MOST) throw new ReadFailure(fileFormat('larger than 64 MiB', 'Check that it is the file you mean.'));
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

async function* from(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
