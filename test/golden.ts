import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { type RunOptions, run } from './run.ts';

/**
 * Compares a whole output with `test/golden/<name>`. `npm run golden` writes it anew; the diff is then read before it
 * is committed. A missing golden file fails: an output that nobody has looked at is not expected.
 */
export function expectGolden(name: string, actual: string): void {
  const path = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  expect(existsSync(path), `test/golden/${name} is missing: npm run golden`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

/** Runs a command that has to succeed in silence, and compares all that it prints. */
export async function goldenRun(name: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run(args, options);
  expect(stderr).toBe('');
  expectGolden(name, stdout);
  expect(code).toBe(0);
  return stdout;
}

/** Formats that every report is written in, with the ending of each one's golden file. */
export const WRITTEN = [
  ['json', 'json'],
  ['csv', 'csv'],
  ['markdown', 'md'],
] as const;

/** Every line fits into so many columns. */
export function expectFits(text: string, width: number): void {
  for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
}
