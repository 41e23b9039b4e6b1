import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { breaches } from './architecture/rules.ts';
import { readSource } from './architecture/source.ts';
import { LAYERS, layerTable } from './layers.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function projectSources(): readonly [path: string, text: string][] {
  const src = join(root, 'src');
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(src, path), 'utf8')]);
}

/** What the rules say about files that exist only here. */
function breachesOf(files: Readonly<Record<string, string>>): readonly string[] {
  return breaches(
    Object.entries(files).map(([path, text]) => readSource(path, text)),
    LAYERS,
  );
}

describe('the project', () => {
  const files = projectSources();

  test('keeps every rule of its architecture', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(breachesOf(Object.fromEntries(files))).toEqual([]);
  });

  test('shows the table that is enforced in docs/architecture.md', () => {
    expect(readFileSync(join(root, 'docs/architecture.md'), 'utf8')).toContain(`\n${layerTable(LAYERS)}\n`);
  });

  test('has a row for every folder of src', () => {
    const rooms = new Set(files.map(([path]) => path.split('/')[0]));
    expect(LAYERS.map(({ folder }) => folder)).toEqual(expect.arrayContaining([...rooms]));
  });

  test('has layers that look down only: no row names one above it', () => {
    const folders = LAYERS.map(({ folder }) => folder);
    for (const [row, { folder, imports }] of LAYERS.filter(({ folder }) => folder !== 'index.ts').entries()) {
      for (const name of imports) expect(folders.indexOf(name), `${folder} imports ${name}`).toBeGreaterThan(row);
    }
  });
});

describe('a breach is found', () => {
  test.each([
    ['a layer above', 'core/a.ts', `import { run } from '../commands/calc.ts';`],
    ['a type of a layer above', 'report/a.ts', `import type { Look } from '../render/look.ts';`],
    ['a type of a layer above, in place', 'stats/a.ts', `export type A = import('../core/money.ts').Money;`],
    ['a layer above, handed on', 'errors/a.ts', `export * from '../core/money.ts';`],
    ['a layer above, loaded late', 'input/a.ts', `export const late = () => import('../engine/duckdb.ts');`],
    ['a file outside src', 'core/a.ts', `import { helper } from '../../test/helper.ts';`],
    ['input or output in the library', 'index.ts', `export { readCosts } from './input/costs.ts';`],
    ['a module of Node in the core', 'core/a.ts', `import { readFileSync } from 'node:fs';`],
    ['a module of Node by its old name', 'core/a.ts', `import fs from 'fs';`],
    ['a package of another layer', 'report/a.ts', `import * as z from 'zod';`],
    ['a package inside a package', 'core/a.ts', `import { parse } from 'csv-parse/sync';`],
    ['values of a package known by its types only', 'render/a.ts', `import { Chalk } from 'chalk';`],
    ['a heavy package at the start', 'input/a.ts', `import yaml from 'yaml';`],
    ['the whole of zod', 'schema/a.ts', `import { z } from 'zod';`],
    ['the network', 'input/a.ts', `import { request } from 'node:https';`],
    ['the network, without an import', 'cli/a.ts', `await fetch('https://example.org');`],
    ['require', 'core/a.ts', `export const fs = require('fs');`],
    ['import =', 'core/a.ts', `import fs = require('fs');`],
    ['a computed import', 'cli/a.ts', `export const load = (name: string) => import(name);`],
    ['a default export', 'core/a.ts', 'export default 1;'],
    ['a default export by name', 'core/a.ts', 'const a = 1; export { a as default };'],
    ['console', 'commands/a.ts', `console.log('x');`],
    ['process', 'commands/a.ts', `export const home = process.env['HOME'];`],
    ['process, taken out of globalThis', 'input/a.ts', `export const { process } = globalThis;`],
    ['process, through globalThis', 'input/a.ts', `export const env = globalThis.process.env;`],
    ['a clock', 'core/a.ts', 'export const now = () => new Date();'],
    ['chance', 'stats/a.ts', 'export const toss = () => Math.random() < 0.5;'],
    ['a room without rules', 'helpers/a.ts', 'export const a = 1;'],
    ['a long file', 'core/a.ts', 'export {};\n'.repeat(251)],
  ])('%s', (_, path, text) => {
    const found = breachesOf({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^src/${path}\\b.*: \\S`));
  });

  test('files that import each other in a ring, even if only for their types', () => {
    const ring = {
      'core/a.ts': `import { b } from './b.ts';`,
      'core/b.ts': `import type { C } from './c.ts';`,
      'core/c.ts': `export { a } from './a.ts';`,
    };
    expect(breachesOf(ring)).toEqual([
      expect.stringMatching(/^core\/a\.ts → core\/b\.ts → core\/c\.ts → core\/a\.ts /),
    ]);
  });

  test('a command that is not in the list', () => {
    const commands = {
      'commands/calc.ts': `import type { Command } from './command.ts'; export const calc: Command = { name: 'calc' };`,
      'commands/init.ts': `import type { Command } from './command.ts'; export const init: Command = { name: 'init' };`,
      'commands/index.ts': `import { calc } from './calc.ts'; export const COMMANDS = [calc];`,
    };
    expect(breachesOf(commands)).toEqual([expect.stringMatching(/^src\/commands\/init\.ts has the command init/)]);
  });
});

describe('no breach is found', () => {
  test.each([
    ['in words and strings', 'core/a.ts', `/** console, process */ export const a = "import x from 'node:fs'";`],
    ['in a property', 'core/a.ts', `export const a = (b: { process: 1 }) => b.process;`],
    ['in a layer below', 'core/a.ts', `import { mean } from '../stats/moments.ts';`],
    ['in the same room', 'render/terminal/a.ts', `import { chart } from '../chart/chart.ts';`],
    ['in a heavy package that is loaded late', 'input/a.ts', `export const late = () => import('yaml');`],
    ['in types of a package', 'commands/a.ts', `import type { Command } from 'commander';`],
    ['in parts of zod', 'schema/a.ts', `import * as z from 'zod/mini'; import { object } from 'zod';`],
    [
      'in the process, where it belongs',
      'cli/a.ts',
      `export const code = (process: { exitCode: 1 }) => process.exitCode;`,
    ],
    ['in 250 lines', 'core/a.ts', 'export {};\n'.repeat(250)],
  ])('%s', (_, path, text) => {
    expect(breachesOf({ [path]: text })).toEqual([]);
  });
});
