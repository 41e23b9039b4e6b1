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
  const random = generator(SEED);
  return writeRows(folder, `ledger-${rows}.csv`, rows, 'period,category,item,amount\n', (row) =>
    Buffer.from(booking(row / rows, random)),
  );
}

/**
 * The same bookings as a German spreadsheet saves them: semicolons, decimal commas, windows-1252.
 * @param {string} folder
 * @param {number} rows
 */
export function germanLedgerFile(folder, rows) {
  const random = generator(SEED);
  return writeRows(folder, `ledger-german-${rows}.csv`, rows, 'Monat;Kategorie;Posten;Betrag\r\n', (row) => {
    const [day, category, amount] = parts(booking(row / rows, random));
    return Buffer.from(`${day};${category};Büro;${amount.replace('.', ',')}\r\n`, 'latin1');
  });
}

/**
 * The same bookings, in the same columns as the German ones, plainly.
 * @param {string} folder
 * @param {number} rows
 */
export function plainLedgerFile(folder, rows) {
  const random = generator(SEED);
  return writeRows(folder, `ledger-plain-${rows}.csv`, rows, 'period,category,item,amount\n', (row) => {
    const [day, category, amount] = parts(booking(row / rows, random));
    return Buffer.from(`${day},${category},Office,${amount}\n`);
  });
}

/**
 * Date, category and amount of a booking, whatever stands in its item.
 * @param {string} booking
 * @returns {[string, string, string]}
 */
function parts(booking) {
  const cells = booking.trimEnd().split(',');
  return [cells[0] ?? '', cells[1] ?? '', cells.at(-1) ?? ''];
}

/**
 * Spending by person: a third of 300,000 people in each of twelve months, half of them with nothing.
 * @param {string} folder
 * @param {number} rows
 */
export function personFile(folder, rows) {
  const random = generator(SEED);
  const cohorts = ['non_member', 'non_member', 'newcomer', 'lurker', 'active'];
  return writeRows(folder, `persons-${rows}.csv`, rows, 'period,person_id,cohort,spend\n', (row) => {
    const month = Math.floor((row / rows) * 12);
    // 7919 is prime to 300,000, so that nobody stands twice in a month of fewer rows than there are people.
    const person = (row * 7919) % 300_000;
    const cents = random() < 0.5 ? 0 : Math.floor(random() ** 4 * 50_000);
    const amount = `${Math.floor(cents / 100)}.${two(cents % 100)}`;
    return Buffer.from(`2023-${two(month + 1)},member-${person},${cohorts[(person + month) % 5]},${amount}\n`);
  });
}

/**
 * @param {string} folder where it is kept for the next run
 * @param {string} name
 * @param {number} rows
 * @param {string} header
 * @param {(row: number) => Buffer} row
 */
function writeRows(folder, name, rows, header, row) {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, 'w');
  writeSync(file, header);
  for (let start = 0; start < rows; start += ROWS_PER_WRITE) {
    const count = Math.min(ROWS_PER_WRITE, rows - start);
    writeSync(file, Buffer.concat(Array.from({ length: count }, (_, n) => row(start + n))));
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
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
