// `npm run bench:engines`: the same question on the same transactions, in one ClickHouse, two shards of it, PostgreSQL and
// DuckDB on the files: seconds, bytes that cross the wire, and whether the answers are the same. The servers are started on
// loopback and removed. --rows 1000000,10000000; --no-postgres leaves out the slowest.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';
import { rawExports } from './engine-data.mjs';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    rows: { type: 'string', default: '1000000,10000000' },
    postgres: { type: 'boolean', default: true },
  },
});
const folder = fileURLToPath(new URL('../../.bench', import.meta.url));
const same = await bundled('engines/run.ts', ({ run }) =>
  run(values.rows.split(',').map(Number), {
    exports: (/** @type {number} */ rows, /** @type {number} */ members) => rawExports(folder, rows, members),
    postgres: values.postgres,
  }),
);
if (!same) process.exitCode = 1;
