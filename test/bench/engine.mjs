// `npm run bench:engine`: calc on raw exports against the same aggregation in bare DuckDB and in what people would use
// otherwise, all in one run; files with bad rows; and the sums of real exports, where they lie beside the project, to the
// cent. --rows 10000000, --members 300000; --scale 1,10,100 (millions) compares sizes with each other and with bare DuckDB,
// and takes the most memory of the largest under --memory 2GB; --no-peers; --check exits 1 over a bound; further arguments
// are members,transactions pairs.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { badRows, membersOf, rawExports } from './engine-data.mjs';
import { centsBySqlite, peers } from './engine-peers.mjs';
import { peakMemory, takeTurns } from './measure.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    rows: { type: 'string', default: '10000000' },
    members: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '3' },
    scale: { type: 'string' },
    memory: { type: 'string', default: '2GB' },
    peers: { type: 'boolean', default: true },
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
if (values.peers) comparePeers();
findBadRows();
if (values.scale !== undefined) compareSizes(values.scale.split(',').map(Number));
for (const pair of [...realExports(), ...positionals]) checkSums(pair);
if (values.check === true && failed) process.exitCode = 1;

function comparePeers() {
  // Long enough to be slower beyond doubt.
  const longest = Math.ceil(Math.max(60_000, 20 * turns.ours));
  for (const [name, command] of Object.entries(peers(files, folder))) {
    if (command === undefined) {
      console.log(`   ${name}: not installed`);
      continue;
    }
    const start = performance.now();
    const { status, error } = spawnSync(command[0] ?? '', command.slice(1), {
      stdio: 'ignore',
      cwd: folder,
      timeout: longest,
      killSignal: 'SIGKILL',
    });
    const time = performance.now() - start;
    const stopped = error !== undefined && time >= longest;
    const result = stopped ? `stopped after ${seconds(time)}` : status === 0 ? seconds(time) : 'failed';
    report(
      `${name}, join and sum alone`,
      `${result}, ${stopped ? 'more than ' : ''}${(time / turns.ours).toFixed(1)} × ours`,
      status !== 0 || time > turns.ours,
    );
  }
}

/** A bad row at the very end, and one row in a hundred: each is named by its line, in about the time of a scan. */
function findBadRows() {
  for (const [what, file, line, most] of badRows(folder, files.transactions, Number(values.rows))) {
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [program, 'calc', costs, '--members', files.members, '--transactions', file],
      { encoding: 'utf8', cwd: folder },
    );
    const ratio = (performance.now() - start) / turns.ours;
    const named = status === 3 && stderr.includes(`:${line}: `);
    report(what, `${named ? 'named' : 'NOT named'} in ${ratio.toFixed(2)} × the time of calc`, named && ratio <= most);
  }
}

/** Real exports that may lie beside the project; one has no member list, so that every third of its buyers is taken. */
function realExports() {
  const data = join(root, '../shared/data');
  const at = (/** @type {string} */ name) => join(data, name);
  if (!existsSync(data)) {
    console.log(`   real exports: ${data} is not there`);
    return [];
  }
  const retail = at('retail-transactions.csv');
  return [`${at('grocery-members.csv')},${at('grocery-transactions.csv')}`, `${membersOf(folder, retail)},${retail}`];
}

/**
 * What a run takes once (the start, the member list, the report) weighs on a small file; what a further row takes is the
 * difference between two sizes. The first bound holds at every size, since bare DuckDB takes most of it once as well.
 * @param {readonly number[]} millions
 */
function compareSizes(millions) {
  /** @type {[rows: number, ms: number][]} */
  const times = [];
  for (const size of millions) {
    const rows = size * 1_000_000;
    const exports = rawExports(folder, rows, Number(values.members));
    const { ours, peer } = takeTurns(calc(exports), [bare, exports.members, exports.transactions], Number(values.runs));
    times.push([rows, ours]);
    const ratio = ours / peer;
    const each = `${((ours * 1e6) / rows).toFixed(0)} ns a row`;
    report(
      `${size} million rows / bare DuckDB`,
      `${seconds(ours)}, ${each} / ${seconds(peer)} = ${ratio.toFixed(2)}`,
      ratio <= 1.25,
    );
  }
  const further = times.slice(1).map(([rows, ms], at) => {
    const [before = 0, took = 0] = times[at] ?? [];
    return ((ms - took) * 1e6) / (rows - before);
  });
  const spread = Math.max(...further) / Math.min(...further);
  const shown = further.map((ns) => `${ns.toFixed(0)} ns`).join(', ');
  report('a further row, from size to size', `${shown}, largest / smallest ${spread.toFixed(2)}`, spread <= 1.3);
  const exports = rawExports(folder, Math.max(...millions) * 1_000_000, Number(values.members));
  const peak = peakMemory([...calc(exports), '--memory', values.memory]);
  report(
    `most memory at ${Math.max(...millions)} million rows with --memory ${values.memory}`,
    `${(peak / 1e6).toFixed(0)} MB`,
    peak <= gigabytes(values.memory) * 1e9,
  );
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
