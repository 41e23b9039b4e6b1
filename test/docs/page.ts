import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PROJECT } from '../run.ts';

/** Compares a written page of the project with the one on disk; `npm run docs` writes it anew. */
export function expectPage(path: string, page: string): void {
  const file = join(PROJECT, path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(file, page);
    return;
  }
  expect(existsSync(file), `${path} is missing: npm run docs`).toBe(true);
  expect(readFileSync(file, 'utf8'), `${path} is stale: npm run docs`).toBe(page);
}
