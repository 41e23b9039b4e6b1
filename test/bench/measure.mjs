import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PEAK_RSS = fileURLToPath(new URL('./peak-rss.cjs', import.meta.url));

/**
 * Medians of the milliseconds that two node processes take from start to end. They take turns, so that whatever else
 * the machine does hits both; one run of each goes before and is not counted.
 * @param {readonly string[]} ours arguments of node
 * @param {readonly string[]} peer arguments of node
 * @param {number} runs of each
 */
export function takeTurns(ours, peer, runs) {
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let run = 0; run <= runs; run++) {
    for (const [index, args] of [ours, peer].entries()) {
      const start = performance.now();
      node(args);
      if (run > 0) times[index]?.push(performance.now() - start);
    }
  }
  return { ours: median(times[0]), peer: median(times[1]) };
}

/**
 * The most memory a node process held at any time, in bytes.
 * @param {readonly string[]} args of node
 */
export function peakMemory(args) {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-bench-'));
  const file = join(folder, 'peak');
  try {
    node(['--require', PEAK_RSS, ...args], { PEAK_RSS_FILE: file });
    return Number(readFileSync(file, 'utf8')) * 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
function node(args, env = {}) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited ${status}\n${stderr}`);
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
