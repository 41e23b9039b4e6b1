import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a simulation, whose files are TypeScript, and hands it to `use` for as long as that takes.
 * @template T
 * @param {string} entry of the simulation, below this folder
 * @param {(simulation: any) => T | Promise<T>} use
 */
export async function bundled(entry, use) {
  // In the project, where the packages are found that stay outside of it.
  const place = fileURLToPath(new URL('../../.bench', import.meta.url));
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, 'simulation-'));
  try {
    const outfile = join(folder, 'simulation.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      outfile,
    });
    return await use(await import(pathToFileURL(outfile).href));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
