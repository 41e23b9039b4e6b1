import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPORT_WORKBOOKS } from './export-workbooks.ts';
import { EXPORTS, exportFiles, readExport } from './exports.ts';

describe('the workbooks among the exports', () => {
  test.each(Object.entries(EXPORT_WORKBOOKS))('%s is what its script writes', (path, write) => {
    const bytes = write();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(join(EXPORTS, path), bytes);
    expect(readFileSync(join(EXPORTS, path)).equals(bytes)).toBe(true);
  });
});

const files = exportFiles();

describe.each(files)('$path', ({ path, readings }) => {
  test.each(readings)('as $as with $options gives what its author meant, or says what is wrong', async (expected) => {
    expect(await readExport(path, expected)).toEqual(expected);
  });
});

describe('the exports', () => {
  test('are at least forty', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  test('are each read, or refused, in at least one way', () => {
    expect(files.filter(({ readings }) => readings.length === 0).map(({ path }) => path)).toEqual([]);
    const silent = files.filter(({ readings }) =>
      readings.some(({ rows = [], problems = [] }) => rows.length + problems.length === 0),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});
