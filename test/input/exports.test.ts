import { describe, expect, test } from 'vitest';
import { exportFiles, readExport } from './exports.ts';

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
