// `npm run bench:engine`: calc on raw exports against the same aggregation in bare DuckDB, in one run.
// --rows 10000000, --members 300000; --scale 1,10,100 (millions) compares time per row; --peers also runs what people
// would use otherwise; --memory 2GB; --check exits 1 over a bound; further arguments are members,transactions pairs of
// real exports, of which the sums are compared with sqlite3.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rawExports } from './engine-data.mjs';
import { centsBySqlite, peers } from './engine-peers.mjs';
import { peakMemory, takeTurns } from './measure.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '10000000' },
    members: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '3' },
    scale: { type: 'string' },
    memory: { type: 'string', default: '2GB' },
    peers: { type: 'boolean' },
    check: { type: 'boolean' },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.bench');
const program = join(root, 'bin/community-roi.js');
const bare = join(root, 'test/bench/engine-bare.mjs');
const costs = join(folder, 'engine-costs.csv');
let failed = false;

const files = rawExports(folder, Number(values.rows), Number(values.members));
writeFileSync(costs, 'period,until,category,amount\n2021-01,2023-12,staff,20000\n');
console.log(`${Number(values.rows).toLocaleString('en-US')} transactions, ${availableParallelism()} processors`);

const ours = calc(files);
const turns = takeTurns(ours, [bare, files.members, files.transactions], Number(values.runs));
const ratio = turns.ours / turns.peer;
report(
  'calc from raw exports / bare DuckDB',
  `${seconds(turns.ours)} / ${seconds(turns.peer)} = ${ratio.toFixed(2)}`,
  ratio <= 1.25,
);
if (values.peers === true) comparePeers();
if (values.scale !== undefined) compareSizes(values.scale.split(',').map(Number));
for (const pair of positionals) checkSums(pair);
if (values.check === true && failed) process.exitCode = 1;

function comparePeers() {
  for (const [name, [command = '', ...args]] of Object.entries(peers(files, folder))) {
    const start = performance.now();
    const { status } = spawnSync(command, args, { stdio: 'ignore', cwd: folder });
    const time = performance.now() - start;
    report(
      `${name}, join and sum alone`,
      status === 0 ? `${seconds(time)}, ${(time / turns.ours).toFixed(1)} × ours` : 'failed',
      status !== 0 || time > turns.ours,
    );
  }
}

/** @param {readonly number[]} millions */
function compareSizes(millions) {
  /** @type {number[]} */
  const perRow = [];
  for (const size of millions) {
    const rows = size * 1_000_000;
    const exports = rawExports(folder, rows, Number(values.members));
    const args = [...calc(exports), '--memory', values.memory];
    const start = performance.now();
    const peak = peakMemory(args);
    const time = performance.now() - start;
    perRow.push((time * 1e6) / rows);
    const within = peak <= gigabytes(values.memory) * 2 ** 30;
    report(
      `${size} million rows`,
      `${seconds(time)}, ${perRow.at(-1)?.toFixed(0)} ns a row, ${(peak / 2 ** 20).toFixed(0)} MiB at most`,
      within,
    );
  }
  const spread = Math.max(...perRow) / Math.min(...perRow);
  report('time per row, largest / smallest', spread.toFixed(2), spread <= 1.3);
}

/** @param {string} pair */
function checkSums(pair) {
  const [members = '', transactions = ''] = pair.split(',');
  const { stdout } = spawnSync(process.execPath, [program, 'cohorts', members, transactions, '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { periods, inputs } = JSON.parse(stdout).data;
  let cents = 0;
  for (const { cohorts } of periods) for (const { spend } of Object.values(cohorts)) cents += Math.round(spend * 100);
  const found = `${cents},${inputs.find((/** @type {{ kind: string }} */ input) => input.kind === 'transactions').rows}`;
  const expected = centsBySqlite(transactions);
  report(`cents and rows of ${transactions}`, `${found}, sqlite3 ${expected}`, found === expected);
}

/** @param {{ members: string, transactions: string }} exports */
function calc({ members, transactions }) {
  return [program, 'calc', costs, '--members', members, '--transactions', transactions, '--json'];
}

/** @param {string} what @param {string} result @param {boolean} ok */
function report(what, result, ok) {
  failed ||= !ok;
  console.log(`${ok ? 'ok ' : 'NO '} ${what}: ${result}`);
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @param {string} size */
function gigabytes(size) {
  return /^(\d+(?:\.\d+)?)GB$/i.test(size) ? Number.parseFloat(size) : Number.POSITIVE_INFINITY;
}
