import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/**
 * Keeps what V8 compiled of the program in a run of it beside the program: the functions that a run needs, and no
 * others. V8 checks its own version and flags, but of the source only the length, so both files are always made at once.
 * @param {string} dist where the program was built
 */
export async function writeCompiled(dist) {
  const { script, main } = await import(pathToFileURL(join(dist, 'main.js')).href);
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  const code = await main({
    argv: ['node', 'community-roi', 'calc', '--example'],
    stdin: process.stdin,
    stdout,
    stderr: process.stderr,
    env: {},
    cwd: dist,
    exampleFolder: join(dist, 'example'),
  });
  if (code !== 0) throw new Error(`calc --example exited ${code}: there is nothing to keep`);
  writeFileSync(join(dist, 'program.cjs.compiled'), script.createCachedData());
}
