import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const RELATIVE_IMPORT = /(\bfrom |\bimport\()(['"])(\.[^'"]*)\.ts\2/g;

/**
 * The library's declarations in `dist/types`: only the files that `index.d.ts` leads to. Imports end in `.js` as in the
 * program's own output, because the compiler leaves `.ts` in declarations and not every resolver follows that.
 * @param {string} root the project's folder
 */
export function writeDeclarations(root) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(root, '.build/tsconfig.types.json')], { stdio: 'inherit' });
  const folder = join(root, 'dist/types');
  const reached = new Set([join(folder, 'index.d.ts')]);
  for (const file of reached) {
    const text = readFileSync(file, 'utf8');
    for (const [, , , path] of text.matchAll(RELATIVE_IMPORT)) reached.add(resolve(dirname(file), `${path}.d.ts`));
    writeFileSync(file, text.replace(RELATIVE_IMPORT, '$1$2$3.js$2'));
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(file)) rmSync(file);
  }
}
