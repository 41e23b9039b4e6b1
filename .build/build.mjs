import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeDeclarations } from './declarations.mjs';
import { licenceTexts } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions & { metafile: true }} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  metafile: true,
  outdir: 'dist',
  legalComments: 'none',
  logLevel: 'warning',
};

/** The program: one file, and a chunk for whatever is only loaded when it is needed. */
const program = {
  ...common,
  entryPoints: { main: 'src/cli/main.ts' },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // Names stay, in lines of a readable length, so that a stack trace in a bug report says where it happened.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  // Bundled CommonJS packages ask for Node's own modules with require(), which an ES module does not have.
  banner: { js: 'const require = process.getBuiltinModule;' },
  define: { __VERSION__: JSON.stringify(version) },
};

/** The library: readable, because its users bundle it themselves. */
const library = { ...common, entryPoints: { index: 'src/index.ts' } };

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
// What went wrong, esbuild has said by then.
const results = await Promise.all([build(program), build(library)]).catch(() => process.exit(1));
const metafiles = results.map(({ metafile }) => metafile);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(root, metafiles));
writeDeclarations(root);
// What `calc --example` runs on.
for (const file of ['costs.csv', 'spend.csv']) {
  cpSync(join(root, 'fixtures/worked-example', file), join(dist, 'example', file));
}
