import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { generator } from './data.mjs';

const SEED = 20_240_602;
const FIRST = Date.UTC(2021, 0, 4);
const WEEK = 7;

/**
 * Attendances of events that take place every `every` days of 2021 to 2023, by people of a member list of that size, some
 * of whom come again. The same numbers give the same bytes.
 * @param {string} folder
 * @param {number} rows
 * @param {number} members
 * @param {number} every
 */
export function attendances(folder, rows, members, every = WEEK) {
  const path = join(folder, `events-${rows}-${members}-${every}.csv`);
  if (existsSync(path)) return path;
  const random = generator(SEED);
  const dates = Array.from({ length: Math.floor(1090 / every) }, (_, n) =>
    new Date(FIRST + n * every * 86_400_000).toISOString().slice(0, 10),
  );
  const output = openSync(`${path}.part`, 'w');
  writeSync(output, 'person_id,date,event\n');
  let text = '';
  for (let n = 0; n < rows; n++) {
    const id = String(2 * Math.floor(random() * members)).padStart(8, '0');
    const date = dates[Math.floor(random() * dates.length)];
    text += `u${id},${date},${random() < 0.3 ? 'workshop' : 'meet-up'}\n`;
  }
  writeSync(output, text);
  closeSync(output);
  renameSync(`${path}.part`, path);
  return path;
}
