import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Tests that need something which is not always there. Where `missing` says what, they are skipped under a title that
 * says so; with REQUIRE_ALL=1, which CI sets, they fail.
 */
export function describeWith(missing: string | undefined, title: string, tests: () => void): void {
  if (missing === undefined) describe(title, tests);
  else if (process.env['REQUIRE_ALL'] === '1')
    describe(title, () => test('has what it needs', () => expect.fail(missing)));
  else describe.skip(`${title} [${missing}]`, tests);
}

/** What the built program lacks to be tested; undefined where it is as new as its sources. */
export function buildMissing(): string | undefined {
  const built = join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt');
  if (!existsSync(built)) return 'dist is not built: npm run build';
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const newest = Math.max(...sources.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
  return statSync(built).mtimeMs < newest ? 'dist is older than src: npm run build' : undefined;
}
