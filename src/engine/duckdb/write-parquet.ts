import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineContext } from '../engine.ts';
import { literal } from '../sql/dialect.ts';
import { openSession } from './session.ts';

/** A column of a table that is written, and its type as SQL has it. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/** The bytes of a Parquet file with the rows of a CSV without header, in which text is quoted and unknown is blank. */
export async function writeParquet(
  columns: readonly ParquetColumn[],
  csv: string,
  context: Pick<EngineContext, 'scratch' | 'signal'>,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(await context.scratch(), 'parquet-'));
  const [from, to] = [join(folder, 'rows.csv'), join(folder, 'table.parquet')];
  await writeFile(from, csv, { mode: 0o600 });
  const place = { files: [from, to], spill: join(folder, 'spill'), memory: '1GB', threads: 1, inOrder: true };
  const session = await openSession(place, { signal: context.signal, progress: () => {} });
  try {
    const types = columns.map(({ type }, index) => `'c${index}': ${literal(type)}`);
    const names = columns.map(({ name }, index) => `c${index} AS "${name.replaceAll('"', '""')}"`);
    await session.run(
      `COPY (SELECT ${names.join(', ')} FROM read_csv(${literal(from)}, auto_detect=false, header=false, delim=',', quote='"',
         escape='"', nullstr='', allow_quoted_nulls=false, columns={${types.join(', ')}}))
       TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    return await readFile(to);
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}
