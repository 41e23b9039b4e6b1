import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that the tests of a run leave behind, gone after it. Its name is short: sockets lie in it. */
export default function temporary(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cr-'));
  // Some servers run as a user of their own.
  chmodSync(folder, 0o711);
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
