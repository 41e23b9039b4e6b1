import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSession, ScanFailure } from '../../src/engine/duckdb/session.ts';
import { contextIn, workplace } from './raw-files.ts';

const { folder, remove } = workplace();
afterAll(remove);
const named = join(folder, "a'b.csv");
const other = join(folder, 'other.csv');
for (const file of [named, other]) writeFileSync(file, 'id\n1\n');

const open = (memory = '256MB') =>
  openSession({ files: [named], spill: join(folder, 'spill'), memory, threads: 1 }, contextIn(folder));
const reading = (file: string) =>
  `SELECT count(*)::INTEGER AS n FROM read_csv('${file.replaceAll("'", "''")}', header = true)`;

describe('a session of DuckDB', () => {
  test('reads the files that were named', async () => {
    const session = await open();
    expect(await session.rows(reading(named))).toEqual([{ n: 1 }]);
    session.close();
  });

  test.each([
    ['reads no other file', reading(other)],
    ['looks into no folder', "SELECT * FROM glob('/*')"],
    ['reads nothing from the network', "SELECT * FROM read_csv('https://example.org/a.csv')"],
    ['loads no extension', 'LOAD httpfs'],
    ['installs no extension', 'INSTALL httpfs'],
    ['opens no other database', `ATTACH '${join(folder, 'x.db')}'`],
    ['writes no file', `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`],
    ['keeps its settings', 'SET threads = 2'],
    ['keeps its lock', 'SET lock_configuration = false'],
    ['does not open up again', 'SET enable_external_access = true'],
  ])('%s', async (_, sql) => {
    const session = await open();
    await expect(session.run(sql)).rejects.toThrow();
    session.close();
  });

  test('shows numbers of every type, in all pieces of a result', async () => {
    const session = await open();
    const rows: number[][] = [];
    const sql = 'SELECT range::INTEGER, range::DOUBLE / 2, range AS big FROM range(5000) ORDER BY range';
    await session.scan([sql], ([whole, half, big], count) => {
      for (let row = 0; row < count; row++) rows.push([whole![row]!, half![row]!, big![row]!]);
    });
    session.close();
    expect(rows).toEqual(Array.from({ length: 5000 }, (_, row) => [row, row / 2, row]));
  });

  test('shows the answers of several statements one after the other, up to the one that fails', async () => {
    const session = await open();
    const seen: number[] = [];
    const answers = (...statements: string[]) =>
      session.scan(statements, ([column], count) => {
        for (let row = 0; row < count; row++) seen.push(column![row]!);
      });
    await answers('SELECT 1', 'SELECT 2 WHERE false', 'SELECT 3', 'SELECT 4');
    expect(seen).toEqual([1, 3, 4]);
    await answers();
    await expect(answers('SELECT 5', "SELECT error('no')", 'SELECT 6')).rejects.toThrow('no');
    session.close();
    expect(seen).toEqual([1, 3, 4, 5]);
  });

  test('says that memory is too small in our words, without an option of its own', async () => {
    const session = await open('1MB');
    const failure = await session.rows(reading(named)).catch((error: unknown) => error);
    session.close();
    expect(failure).toMatchObject({ code: 'MEMORY_TOO_SMALL', exitCode: 3 });
  });

  test('stops at once when the run is interrupted', async () => {
    const stop = new AbortController();
    const context = contextIn(folder, { signal: stop.signal });
    const session = await openSession(
      { files: [], spill: join(folder, 'spill'), memory: '256MB', threads: 1 },
      context,
    );
    const work = session.run('SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b');
    setTimeout(() => stop.abort(), 50);
    await expect(work).rejects.toThrow(/abort/i);
    session.close();
  });

  test('takes a file that it cannot parse for one that our own reader should look at', async () => {
    const session = await open();
    await expect(session.run(`SELECT 'x'::DATE`)).rejects.toThrow(ScanFailure);
    session.close();
  });
});
