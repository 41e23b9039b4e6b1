// `node test/bench/event-coverage.mjs`: how often the interval of `event` holds the truth, and what it says of attendees
// who were better, or getting better, before an event that did nothing. The same communities in every run. --communities
// takes fewer or more of them; --check exits 1 where coverage leaves 93–97%, or a verdict is better where it may not be.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: { communities: { type: 'string', default: '1000' }, check: { type: 'boolean' } },
});
const folder = mkdtempSync(join(tmpdir(), 'community-roi-event-'));
try {
  const outfile = join(folder, 'event.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('event-coverage/run.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    outfile,
  });
  const { run } = await import(pathToFileURL(outfile).href);
  if (!run(Number(values.communities)) && values.check === true) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
