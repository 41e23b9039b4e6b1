// `node test/bench/event.mjs`: event on 5 million transactions and 100,000 attendances against one bare scan of the
// transactions by DuckDB, against reading them into a table, and against the same sums by hand, in one run. --rows,
// --attendances, --members; --every 1 for an event each day; --runs 3; --check exits 1 over 3 times the scan; --program
// takes another build.
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rawExports } from './engine-data.mjs';
import { attendances } from './event-data.mjs';
import { peakMemory, takeTurns } from './measure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000000' },
    attendances: { type: 'string', default: '100000' },
    members: { type: 'string', default: '100000' },
    every: { type: 'string', default: '7' },
    runs: { type: 'string', default: '3' },
    program: { type: 'string', default: join(root, 'bin/community-roi.js') },
    check: { type: 'boolean' },
  },
});
const BOUND = 3;
const folder = join(root, '.bench');
mkdirSync(folder, { recursive: true });
const { transactions } = rawExports(folder, Number(values.rows), Number(values.members));
const events = attendances(folder, Number(values.attendances), Number(values.members), Number(values.every));
const ours = [values.program, 'event', events, transactions, '--json'];
const scan = [join(root, 'test/bench/scan-bare.mjs'), transactions];

const turns = takeTurns(ours, scan, Number(values.runs));
const kept = takeTurns(ours, [...scan, '--keep'], Number(values.runs));
const byHand = takeTurns(ours, [join(root, 'test/bench/event-bare.mjs'), events, transactions], Number(values.runs));
const ratio = turns.ours / turns.peer;
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(2)} s`;
console.log(
  `${Number(values.rows).toLocaleString('en-US')} transactions, ${Number(values.attendances).toLocaleString('en-US')} attendances, an event every ${values.every} days, ${availableParallelism()} processors`,
);
console.log(
  `${ratio <= BOUND ? 'ok ' : 'NO '} event / one bare scan: ${seconds(turns.ours)} / ${seconds(turns.peer)} = ${ratio.toFixed(2)}`,
);
console.log(
  `   event / reading the file into a table: ${seconds(kept.ours)} / ${seconds(kept.peer)} = ${(kept.ours / kept.peer).toFixed(2)}`,
);
console.log(
  `   event / the same sums by hand: ${seconds(byHand.ours)} / ${seconds(byHand.peer)} = ${(byHand.ours / byHand.peer).toFixed(2)}`,
);
console.log(`   memory at most: ${(peakMemory(ours) / 2 ** 20).toFixed(0)} MiB`);
if (values.check === true && ratio > BOUND) process.exitCode = 1;
