import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { generator } from './data.mjs';

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
 * Copies of transactions with bad rows: what they show, the file, a line that has to be named, and how many times as
 * long as a whole `calc` that may take.
 * @param {string} folder
 * @param {string} transactions
 * @param {number} rows
 * @returns {readonly (readonly [what: string, file: string, line: number, most: number])[]}
 */
export function badRows(folder, transactions, rows) {
  const last = join(folder, `bad-last-${rows}.csv`);
  const many = join(folder, `bad-percent-${rows}.csv`);
  if (!existsSync(many)) {
    copyFileSync(transactions, last);
    writeFileSync(last, 'u00000001,2024-02-30,1.00\n', { flag: 'a' });
    copyWith(transactions, many, (line, n) => (n % 100 === 99 ? `${line}x` : line));
  }
  return [
    [`a bad row on line ${(rows + 2).toLocaleString('en-US')}`, last, rows + 2, 2],
    ['one bad row in a hundred', many, 100, 2],
  ];
}

/**
 * @param {string} from
 * @param {string} to
 * @param {(line: string, n: number) => string} change
 */
function copyWith(from, to, change) {
  const [input, output] = [openSync(from, 'r'), openSync(`${to}.part`, 'w')];
  const buffer = Buffer.alloc(1 << 22);
  let [rest, n] = ['', 0];
  for (let length = readSync(input, buffer); length > 0; length = readSync(input, buffer)) {
    const lines = (rest + buffer.toString('latin1', 0, length)).split('\n');
    rest = lines.pop() ?? '';
    writeSync(output, lines.map((line) => `${change(line, n++)}\n`).join(''));
  }
  closeSync(input);
  closeSync(output);
  renameSync(`${to}.part`, to);
}

/**
 * A member list of every third person in a file of transactions, whose first column is the id.
 * @param {string} folder
 * @param {string} transactions
 */
export function membersOf(folder, transactions) {
  const rows = readFileSync(transactions, 'utf8').trim().split('\n').slice(1);
  const ids = [...new Set(rows.map((row) => row.slice(0, row.indexOf(','))))].filter((_, n) => n % 3 === 0);
  const path = join(folder, 'members-of-real-transactions.csv');
  writeFileSync(path, `person_id,joined\n${ids.map((person) => `${person},2011-03-01\n`).join('')}`);
  return path;
}
