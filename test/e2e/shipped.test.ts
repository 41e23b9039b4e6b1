import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedFiles } from '../../.build/shipped.ts';
import { buildMissing, describeWith, ROOT } from './needs.ts';
import { node, PROGRAM } from './run.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const files = [...shippedFiles(version)];

describeWith(buildMissing(), 'beside the program in dist', () => {
  test.each(files.map(([path]) => path))('lies %s, as the sources make it', (path) => {
    const file = join(ROOT, 'dist', path);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(new Map(files).get(path));
  });

  test('lies no schema that the sources do not make', () => {
    const schemas = files.flatMap(([path]) => (path.startsWith('schema/') ? [path.slice('schema/'.length)] : []));
    expect(readdirSync(join(ROOT, 'dist/schema')).sort()).toEqual(schemas.sort());
  });

  test('lie the templates, and init writes them', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'community-roi-'));
    expect(node([PROGRAM, 'init'], cwd).status).toBe(0);
    const templates = join(ROOT, 'fixtures/templates');
    for (const name of readdirSync(templates)) {
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(readFileSync(join(templates, name), 'utf8'));
    }
  });

  test('is the schema that the program prints', () => {
    const { stdout } = node([PROGRAM, 'schema', 'calc']);
    expect(stdout).toBe(readFileSync(join(ROOT, 'dist/schema/calc.json'), 'utf8'));
  });
});
