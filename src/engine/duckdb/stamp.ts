import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

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
