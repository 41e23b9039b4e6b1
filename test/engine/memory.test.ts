import { expect, test } from 'vitest';
import { limitOf } from '../../src/engine/duckdb/memory.ts';

test.each([
  ['2GB', 1_562_500],
  ['1.5GiB', 1_182_239],
  ['500MB', 244_140],
  ['64KiB', 32],
])('of %s DuckDB gets %i KiB: the rest is for the program, but never more than half', (memory, kib) => {
  expect(limitOf(memory)).toBe(`${kib}KiB`);
});
