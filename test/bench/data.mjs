import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SEED = 20_240_101;
const MONTHS = 36;
const ITEMS = [
  ['staff', 'Community manager'],
  ['staff', '"Moderation, evenings and weekends"'],
  ['ongoing', 'Hosting'],
  ['ongoing', '"Licences, yearly plan"'],
  ['developer', 'Maintenance'],
  ['misc', 'Travel'],
  ['misc', '"Printing, badges and ""swag"""'],
  ['rewards', 'Vouchers'],
  ['overhead', 'Office'],
];
const ROWS_PER_WRITE = 10_000;

/**
 * A cost file the way a bookkeeping system exports its ledger: one booking a row, in the order of the dates. The same
 * number of rows gives the same bytes.
 * @param {string} folder where it is kept for the next run
 * @param {number} rows bookings in the file
 */
export function ledgerFile(folder, rows) {
  const path = join(folder, `ledger-${rows}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const random = generator(SEED);
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, 'w');
  writeSync(file, 'period,category,item,amount\n');
  for (let start = 0; start < rows; start += ROWS_PER_WRITE) {
    const count = Math.min(ROWS_PER_WRITE, rows - start);
    writeSync(file, Array.from({ length: count }, (_, n) => booking((start + n) / rows, random)).join(''));
  }
  closeSync(file);
  renameSync(unfinished, path);
  return path;
}

/**
 * @param {number} progress how far through the ledger, 0–1
 * @param {() => number} random
 */
function booking(progress, random) {
  const time = progress * MONTHS;
  const year = 2021 + Math.floor(time / 12);
  const month = two(1 + (Math.floor(time) % 12));
  const day = two(1 + Math.floor((time % 1) * 28));
  const [category, item] = ITEMS[Math.floor(random() * ITEMS.length)] ?? [];
  const cents = Math.floor(random() ** 3 * 500_000);
  return `${year}-${month}-${day},${category},${item},${Math.floor(cents / 100)}.${two(cents % 100)}\n`;
}

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/**
 * Numbers in [0, 1) that look random and are the same in every run (mulberry32).
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
