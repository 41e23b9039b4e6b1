import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeCompiled } from './compiled.mjs';
import { writeDeclarations } from './declarations.mjs';
import { leaner } from './leaner.mjs';
import { licenceTexts } from './licences.mjs';
import { writeShipped } from './write-shipped.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions & { metafile: true }} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Packages that few runs need and that share nothing with the rest: files of their own, so that no start reads them. */
const LATE = ['@clickhouse/client', '@duckdb/node-api', 'hucre/xlsx', 'pg', 'yaml'];

/** @param {string} name */
const fileOf = (name) => `packages/${name.replace(/^@/, '').replace('/', '-')}.cjs`;

/** @type {import('esbuild').Plugin} */
const late = {
  name: 'packages that load late',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${LATE.join('|')})$`) }, ({ path }) => ({
      path: `./${fileOf(path)}`,
      external: true,
    }));
  },
};

/**
 * The program in one file: what is imported late is run late, but costs no further file to open. It is the function
 * that `start.cjs` calls. Plain ASCII, which esbuild writes unless told otherwise, is what that reads fastest.
 * @type {import('esbuild').BuildOptions & { metafile: true }}
 */
const program = {
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/program.cjs',
  format: 'cjs',
  banner: { js: '(function (exports, require, module) {' },
  footer: { js: '})' },
  // Names stay, in lines of a readable length, so that a stack trace in a bug report says where it happened.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [...leaner, late],
  // V8 forgets in what it kept compiled how to import(), so what is imported late is required.
  supported: { 'dynamic-import': false },
};

/**
 * The library: readable, because its users bundle it themselves.
 * @type {import('esbuild').BuildOptions & { metafile: true }}
 */
const library = { ...common, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', format: 'esm' };

/**
 * @param {string} name
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
const packageAlone = (name) => ({
  ...common,
  stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: root },
  outfile: `dist/${fileOf(name)}`,
  format: 'cjs',
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  // DuckDB itself, native, optional and large, stays a package; only its client of 181 files is here, which take 30 ms to
  // load. The others are what pg would take where it is installed: a client in C, and a stream of another platform.
  external: ['@duckdb/node-bindings', 'pg-native', 'pg-cloudflare'],
});

rmSync(dist, { recursive: true, force: true });
// What went wrong, esbuild has said by then.
const results = await Promise.all([
  build(program),
  build(library),
  ...LATE.map((name) => build(packageAlone(name))),
]).catch(() => process.exit(1));
const metafiles = results.map(({ metafile }) => metafile);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(root, metafiles));
writeDeclarations(root);
await writeShipped(root, version);
// What `calc --example` runs on.
for (const file of ['costs.csv', 'spend.csv']) {
  cpSync(join(root, 'fixtures/worked-example', file), join(dist, 'example', file));
}
// What `init` writes.
cpSync(join(root, 'fixtures/templates'), join(dist, 'templates'), { recursive: true });
cpSync(join(root, '.build/start.cjs'), join(dist, 'main.cjs'));
await writeCompiled(dist);
