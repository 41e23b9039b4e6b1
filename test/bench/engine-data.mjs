import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SEED = 20_240_601;
const DAYS = 1095;
const ROWS_PER_WRITE = 20_000;

/** The days of 2021 to 2023 as text. */
const CALENDAR = Array.from({ length: DAYS }, (_, day) =>
  new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10),
);

/**
 * Raw exports: members, of whom a tenth has left and a third has contributed, and transactions of them and of as many
 * others, in no order, one in fifty a refund. The same numbers give the same bytes.
 * @param {string} folder where they are kept for the next run
 * @param {number} rows transactions
 * @param {number} members rows of the member list
 */
export function rawExports(folder, rows, members) {
  mkdirSync(folder, { recursive: true });
  const random = generator(SEED);
  const day = () => Math.floor(random() * DAYS);
  const memberFile = file(folder, `members-${members}.csv`, 'person_id,joined,left,contributed', members, (n) => {
    const joined = day();
    const left = random() < 0.1 && joined + 200 < DAYS ? CALENDAR[joined + 200] : '';
    const contributed = random() < 1 / 3 ? CALENDAR[joined + Math.floor(random() * (DAYS - joined))] : '';
    return `u${id(2 * n)},${CALENDAR[joined]},${left},${contributed}\n`;
  });
  const transactionFile = file(folder, `transactions-${rows}.csv`, 'person_id,date,amount', rows, () => {
    const cents = Math.floor(random() ** 2 * 30_000) * (random() < 0.02 ? -1 : 1);
    return `u${id(Math.floor(random() * 2 * members))},${CALENDAR[day()]},${(cents / 100).toFixed(2)}\n`;
  });
  return { members: memberFile, transactions: transactionFile };
}

/** @param {number} n */
const id = (n) => String(n).padStart(8, '0');

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} header
 * @param {number} rows
 * @param {(n: number) => string} row
 */
function file(folder, name, header, rows, row) {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const output = openSync(`${path}.part`, 'w');
  writeSync(output, `${header}\n`);
  for (let start = 0; start < rows; start += ROWS_PER_WRITE) {
    const count = Math.min(ROWS_PER_WRITE, rows - start);
    writeSync(output, Array.from({ length: count }, (_, n) => row(start + n)).join(''));
  }
  closeSync(output);
  renameSync(`${path}.part`, path);
  return path;
}

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
