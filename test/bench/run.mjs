// `npm run bench`: time and memory as ratios to a peer in the same run, so that they mean the same on any machine.
// --check exits 1 where a ratio is over its bound; --smoke is quick: few runs, small files, twice the bound, checked.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { germanLedgerFile, ledgerFile, personFile, plainLedgerFile } from './data.mjs';
import { peakMemory, takeTurns } from './measure.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, smoke: { type: 'boolean' } } });
const smoke = values.smoke === true;
const runs = smoke ? { start: 5, read: 3 } : { start: 15, read: 5 };
const rows = smoke
  ? { few: 3_000, some: 30_000, many: 300_000, persons: 100_000 }
  : { few: 30_000, some: 300_000, many: 3_000_000, persons: 1_000_000 };
const boundFactor = smoke ? 2 : 1;

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = join(root, 'fixtures/worked-example');
const spend = join(example, 'spend.csv');
/** @param {string} costs */
const calc = (costs) => [join(root, 'bin/community-roi.js'), 'calc', costs, spend];
/** @param {number} count */
const ledger = (count) => ledgerFile(join(root, '.bench'), count);

const start = takeTurns(calc(join(example, 'costs.csv')), ['-e', '0'], runs.start);
const full = [...calc(join(example, 'costs.csv')), '--sensitivity', '--by', 'month'];
const page = takeTurns([...full, '--format', 'html'], [...full, '--format', 'json'], runs.start);
const parseOnly = [join(root, 'test/bench/parse-only.mjs'), ledger(rows.some)];
const read = takeTurns(calc(ledger(rows.some)), parseOnly, runs.read);
const [few, some, many] = [rows.few, rows.some, rows.many].map((count) => peakMemory(calc(ledger(count))));

const bench = join(root, '.bench');
const persons = personFile(bench, rows.persons);
const byPerson = [join(root, 'bin/community-roi.js'), 'calc', join(example, 'costs.csv'), persons, '--baseline', 'all'];
const jackknifed = takeTurns(byPerson, [join(root, 'test/bench/parse-only.mjs'), persons], runs.read);
const german = takeTurns(calc(germanLedgerFile(bench, rows.some)), calc(plainLedgerFile(bench, rows.some)), runs.read);

/** @param {number} value */
const ms = (value) => `${value.toFixed(0)} ms`;
/** @param {number} value */
const megabytes = (value) => `${(value / 1024 ** 2).toFixed(0)} MiB`;
/** @param {number} count */
const counted = (count) => `${count.toLocaleString('en-US')} rows`;

const lines = [
  line('calc, the worked example / node -e 0', start.ours, start.peer, ms, 2),
  line('HTML of 36 months, beyond JSON / 300 ms', Math.max(0, page.ours - page.peer), 300, ms, 1),
  line(`calc, ${counted(rows.some)} / csv-parse to arrays`, read.ours, read.peer, ms, 3),
  // V8 lets up to 64 MiB of read buffers lie before it looks for any that it can free: that is room, and not growth.
  line(`calc, ${counted(rows.some)} in German / plainly`, german.ours, german.peer, ms, 1.3),
  line(`calc with intervals, ${counted(rows.persons)} of persons / csv-parse`, jackknifed.ours, jackknifed.peer, ms, 2),
  line(
    `peak memory, ${counted(rows.persons)} of persons / 400 MiB`,
    peakMemory(byPerson),
    400 * 1024 ** 2,
    megabytes,
    1,
  ),
  line(`peak memory, ${counted(rows.some)} / ${counted(rows.few)}`, some ?? 0, few ?? 0, megabytes, 2.5),
  line(`peak memory, ${counted(rows.many)} / ${counted(rows.few)}`, many ?? 0, few ?? 0, megabytes, 2.5),
];
const head = ['what', 'median', 'peer', 'ratio', 'bound', 'ok'];
const table = [head, ...lines.map(({ cells }) => cells)];
const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
for (const row of table)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
if ((values.check === true || smoke) && lines.some(({ ok }) => !ok)) process.exitCode = 1;

/**
 * @param {string} what
 * @param {number} ours
 * @param {number} peer
 * @param {(value: number) => string} text
 * @param {number} strictBound
 */
function line(what, ours, peer, text, strictBound) {
  const ratio = ours / peer;
  const bound = strictBound * boundFactor;
  const ok = ratio <= bound;
  return { ok, cells: [what, text(ours), text(peer), ratio.toFixed(2), bound.toFixed(2), ok ? 'yes' : 'NO'] };
}
