import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Writes the JSON Schemas and the manual page into `dist`: from the sources, which node cannot run as they are.
 * @param {string} root the project's folder
 * @param {string} version of the package
 */
export async function writeShipped(root, version) {
  // Inside the project, so that packages which are not bundled are found.
  const folder = mkdtempSync(join(root, 'node_modules/.shipped-'));
  const outfile = join(folder, 'shipped.mjs');
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ['.build/shipped.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    });
    /** @type {{ shippedFiles(version: string): ReadonlyMap<string, string> }} */
    const { shippedFiles } = await import(pathToFileURL(outfile).href);
    for (const [path, text] of shippedFiles(version)) {
      const file = join(root, 'dist', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
