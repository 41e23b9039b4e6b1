import { crc32, inflateRawSync } from 'node:zlib';
import { unpackedTooLarge, workbookBroken } from '../../errors/input.ts';
import { ReadFailure } from '../failure.ts';

/** The files in a ZIP archive, unpacked one at a time. */
export interface Archive {
  has(name: string): boolean;
  /** The text of a file; blank where there is none. */
  text(name: string): string;
}

interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The comment behind the end of the directory has at most 65,535 bytes. */
const LONGEST_END = 22 + 0xffff;

/** Opens an archive; all files together may unpack to at most `most` bytes. */
export function openArchive(bytes: Buffer, most: number): Archive {
  const entries = directory(bytes);
  let left = most;
  return {
    has: (name) => entries.has(name),
    text(name) {
      const entry = entries.get(name);
      if (entry === undefined) return '';
      const unpacked = unpack(bytes, entry, left, most);
      if (crc32(unpacked) !== entry.checksum) throw broken();
      left -= unpacked.length;
      return unpacked.toString('utf8');
    },
  };
}

function directory(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    const end = endOfDirectory(bytes);
    let at = bytes.readUInt32LE(end + 16);
    for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength!);
      const method = bytes.readUInt16LE(at + 10);
      const [checksum, packed, offset] = [16, 20, 42].map((field) => bytes.readUInt32LE(at + field));
      entries.set(name.replace(/^\//, ''), { method, checksum: checksum!, packed: packed!, offset: offset! });
      at += 46 + nameLength! + extra! + comment!;
    }
  } catch {
    throw broken();
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - LONGEST_END);
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw broken();
}

function unpack(bytes: Buffer, { method, packed, offset }: Entry, left: number, most: number): Buffer {
  try {
    if (bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw broken();
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const content = bytes.subarray(start, start + packed);
    if (method === 0 && content.length <= left) return content;
    if (method === 8) return inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new ReadFailure(unpackedTooLarge(most));
    throw broken();
  }
  throw method === 0 ? new ReadFailure(unpackedTooLarge(most)) : broken();
}

function broken(): ReadFailure {
  return new ReadFailure(workbookBroken('it is damaged or cut short'));
}
