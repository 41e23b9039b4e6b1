// `npm run bench:extremes`: files that no export is like, streamed in as they are made. Each has to end with an exit
// code that a script can rely on, within its memory and time; --check exits 1 where one does not.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PEAK_RSS = fileURLToPath(new URL('./peak-rss.cjs', import.meta.url));
const MEBIBYTE = 1024 ** 2;
const [MOST_MEMORY, MOST_SECONDS] = [1024 * MEBIBYTE, 120];

const HEADER = 'period,category,amount\n';
const million = Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join(',');
const zeros = gzipSync(Buffer.alloc(64 * MEBIBYTE));

/** @type {{ name: string; code: string | null; chunks: () => Iterable<Buffer | string> }[]} */
const cases = [
  { name: '1 GB in one line', code: 'RECORD_TOO_LONG', chunks: () => [HEADER, ...repeat('x'.repeat(MEBIBYTE), 1000)] },
  { name: '100 MB of commas', code: 'RECORD_TOO_LONG', chunks: () => [HEADER, ...repeat(','.repeat(MEBIBYTE), 100)] },
  {
    name: 'a quotation mark that never closes',
    code: 'RECORD_TOO_LONG',
    chunks: () => [`${HEADER}"`, ...repeat('x\n'.repeat(MEBIBYTE), 100)],
  },
  { name: 'a million columns', code: 'COLUMN_MISSING', chunks: () => [`${million}\n${million}\n`] },
  { name: '3 GB of zeros in gzip', code: null, chunks: () => repeat(zeros, 48) },
  { name: '100 MB of NUL', code: 'FILE_BINARY', chunks: () => repeat(Buffer.alloc(MEBIBYTE), 100) },
];

let failed = false;
for (const { name, code, chunks } of cases) {
  const { status, seconds, peak, stderr } = await calc(chunks());
  const said = /\[([A-Z_]+)\]/.exec(stderr)?.[1] ?? '';
  const ok = status === 3 && (code === null || said === code) && peak < MOST_MEMORY && seconds < MOST_SECONDS;
  failed ||= !ok;
  const measured = `${seconds.toFixed(1)} s | ${(peak / MEBIBYTE).toFixed(0)} MiB`;
  console.log(`${name} | exit ${status} ${said} | ${measured} | ${ok ? 'yes' : 'NO'}`);
}
if (failed && process.argv.includes('--check')) process.exitCode = 1;

/**
 * @template T
 * @param {T} chunk
 * @param {number} times
 * @returns {T[]}
 */
function repeat(chunk, times) {
  return new Array(times).fill(chunk);
}

/** @param {Iterable<Buffer | string>} chunks */
async function calc(chunks) {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-bench-'));
  const file = join(folder, 'peak');
  const start = performance.now();
  const program = join(root, 'bin/community-roi.js');
  const args = ['--require', PEAK_RSS, program, 'calc', '-', join(root, 'fixtures/worked-example/spend.csv')];
  const child = spawn(process.execPath, args, { env: { ...process.env, PEAK_RSS_FILE: file } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdout.resume();
  // The program may have seen enough before all is written.
  child.stdin.on('error', () => {});
  const ended = new Promise((resolve) => child.on('close', resolve));
  for (const chunk of chunks) {
    if (child.exitCode !== null || child.stdin.destroyed) break;
    if (!child.stdin.write(chunk)) await Promise.race([new Promise((done) => child.stdin.once('drain', done)), ended]);
  }
  child.stdin.end();
  const status = await ended;
  const peak = Number(readFileSync(file, 'utf8')) * 1024;
  rmSync(folder, { recursive: true });
  return { status, seconds: (performance.now() - start) / 1000, peak, stderr };
}
