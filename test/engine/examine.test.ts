import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { examine } from '../../src/engine/examine.ts';
import { TRANSACTIONS } from '../../src/input/raw/kinds.ts';
import { contextIn, workplace } from './raw-files.ts';

const { folder, remove } = workplace();
afterAll(remove);

async function examined(name: string, bytes: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return examine({ name, path }, TRANSACTIONS, {}, contextIn(folder));
}

const rows = Array.from({ length: 200_000 }, (_, n) => `u${n},2024-01-05,${n % 1000}.50\n`).join('');

test('about how many records a file holds is told by its size and a sample of it', async () => {
  const file = await examined('rows.csv', `person_id,date,amount\n${rows}`);
  expect(file?.records).toBeGreaterThan(190_000);
  expect(file?.records).toBeLessThan(240_000);
});

test('of a packed file it is not told', async () => {
  const file = await examined('rows.csv.gz', gzipSync(`person_id,date,amount\n${rows}`));
  expect(file).toMatchObject({ gzip: true, width: 3 });
  expect(file).not.toHaveProperty('records');
});
