import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';

const require = createRequire(import.meta.url);

/**
 * Keeps what V8 compiled of the program in a run of it beside the program: the functions that a run needs, and no
 * others. V8 checks its own version and flags, but of the source only the length, so both files are always made at once.
 * @param {string} dist where the program was built
 */
export async function writeCompiled(dist) {
  const { main, script, compiled } = require(join(dist, 'main.cjs'));
  const code = await main({
    argv: ['node', 'community-roi', 'calc', '--example'],
    stdin: Readable.from([]),
    stdout: new Writable({ write: (_chunk, _encoding, done) => done() }),
    stderr: process.stderr,
    env: {},
    cwd: dist,
    exampleFolder: join(dist, 'example'),
  });
  if (code !== 0) throw new Error(`calc --example exited ${code}: there is nothing to keep`);
  writeFileSync(compiled, script.createCachedData());
}
