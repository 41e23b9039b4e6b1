import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { monthlyFiles } from '../monthly/files.ts';
import { PROJECT, run } from '../run.ts';

const FOLDER = join(PROJECT, 'fixtures/monthly');

describe('fixtures/monthly', () => {
  test.each(Object.entries(monthlyFiles()))('%s is what its script writes', expectFile);

  test('2024-11.json is what calc says of the first eleven months', async () => {
    const { code, stdout } = await run(['calc', '--to', '2024-11', '--json'], { cwd: FOLDER });
    expect(code).toBe(0);
    expectFile('2024-11.json', stdout);
  });
});

function expectFile(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${name} is missing: npm run golden`).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(text);
}
