import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parquetBroken } from '../../errors/engine.ts';
import type { Cell } from '../../input/column.ts';
import { ReadFailure } from '../../input/failure.ts';
import type { TypedTable } from '../../input/options.ts';
import type { EngineContext } from '../engine.ts';
import { literal } from '../sql/dialect.ts';
import { openSession, ScanFailure, type Session } from './session.ts';

/** A table to be read by people's programs is small; what is larger is put on the disk by DuckDB. */
const MEMORY = '1GB';
/** Rows that are in memory at once. */
const PAGE = 100_000;

/** The rows of a Parquet file in their order: numbers as numbers, days as text. The bytes go through the scratch folder. */
export async function readParquet(
  bytes: AsyncIterable<Buffer>,
  context: Pick<EngineContext, 'scratch' | 'signal'>,
): Promise<TypedTable> {
  const folder = await mkdtemp(join(await context.scratch(), 'parquet-'));
  const path = join(folder, 'table.parquet');
  await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
  const place = { files: [path], spill: join(folder, 'spill'), memory: MEMORY, threads: 1 };
  const session = await openSession(place, { signal: context.signal, progress: () => {} });
  const end = async () => {
    session.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const described = await asReadFailure(() =>
      session.rows<{ column_name: string; column_type: string }>(
        `DESCRIBE SELECT * FROM read_parquet(${literal(path)})`,
      ),
    );
    const header = described.map(({ column_name: name }) => name);
    const types = described.map(({ column_type: type }) => type);
    return { header, records: pages(session, path, header, types, end) };
  } catch (error) {
    await end();
    throw error;
  }
}

async function* pages(
  session: Session,
  path: string,
  header: readonly string[],
  types: readonly string[],
  end: () => Promise<void>,
): AsyncGenerator<readonly Cell[]> {
  const cells = header.map(
    (name, index) => `${cellOf(`"${name.replaceAll('"', '""')}"`, types[index] ?? '')} AS c${index}`,
  );
  const from = `read_parquet(${literal(path)}, file_row_number = true)`;
  try {
    for (let first = 0; ; first += PAGE) {
      const rows = await asReadFailure(() =>
        session.rows<Record<string, Cell | null>>(
          `SELECT ${cells.join(', ')} FROM ${from} WHERE file_row_number >= ${first} AND file_row_number < ${first + PAGE}
           ORDER BY file_row_number`,
        ),
      );
      for (const row of rows) yield header.map((_, index) => row[`c${index}`] ?? '');
      if (rows.length < PAGE) return;
    }
  } finally {
    await end();
  }
}

function cellOf(column: string, type: string): string {
  if (/^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/.test(type)) return `${column}::DOUBLE`;
  return type === 'DATE' || type.startsWith('TIMESTAMP') ? `${column}::DATE::VARCHAR` : `${column}::VARCHAR`;
}

async function asReadFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ScanFailure ? new ReadFailure(parquetBroken()) : error;
  }
}
