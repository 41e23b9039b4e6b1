// `npm run bench:coverage`: how often the interval of ROI holds the true one, over communities whose truth is known.
// The same communities in every run. --communities takes fewer or more of them, --write docs/accuracy.md puts the tables
// into that page, --check exits 1 where coverage leaves 93–97% although every cohort has 50 people.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: { communities: { type: 'string', default: '4500' }, write: { type: 'string' }, check: { type: 'boolean' } },
});
const folder = mkdtempSync(join(tmpdir(), 'community-roi-coverage-'));
try {
  const outfile = join(folder, 'coverage.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('coverage/run.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    outfile,
  });
  const { run } = await import(pathToFileURL(outfile).href);
  const kept = await run({ communities: Number(values.communities), ...(values.write && { write: values.write }) });
  if (values.check === true && !kept) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
