import { expect, test } from 'vitest';
import { limitOf } from '../../src/engine/duckdb/memory.ts';

test.each([
  ['2GB', 1_367_187],
  ['1.5GiB', 986_926],
  ['500MB', 244_140],
  ['64KiB', 32],
])('of %s DuckDB gets %i KiB: the rest is for the program, but never more than half', (memory, kib) => {
  expect(limitOf(memory)).toBe(`${kib}KiB`);
});
