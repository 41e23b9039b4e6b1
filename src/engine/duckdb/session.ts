import { dirname } from 'node:path';
import type { DuckDBConnection, DuckDBMaterializedResult, DuckDBVector } from '@duckdb/node-api';
import { engineMissing, memoryTooSmall, scratchFull, sumTooLarge } from '../../errors/engine.ts';
import type { EngineContext } from '../engine.ts';
import { literal } from '../sql/dialect.ts';
import { limitOf } from './memory.ts';

/** A locked-down DuckDB: it reads the named files, spills into one folder, and can do nothing else. */
export interface Session {
  /** `rows` is how many it will go through, as far as that is known. */
  run(sql: string, doing?: string, rows?: number): Promise<void>;
  /** Rows by column name. Text, small numbers and null are the only values asked for. */
  rows<Row>(sql: string, doing?: string): Promise<Row[]>;
  /**
   * Shows columns of numbers, none of them null, in pieces of some thousand rows: the answers of all statements, each while
   * the next one runs. `at` is the place of the statement.
   */
  scan(
    statements: readonly string[],
    visit: (columns: readonly ArrayLike<number>[], rows: number, at: number) => void,
    doing?: string,
  ): Promise<void>;
  close(): void;
}

export interface SessionOptions {
  /** The files that may be read, absolute. */
  readonly files: readonly string[];
  /** Folder for what does not fit into memory. */
  readonly spill: string;
  /** What the whole program may take, as the user gave it. */
  readonly memory: string;
  readonly threads: number;
  /** Whether rows have to stay in their order, which takes memory. */
  readonly inOrder?: boolean;
}

/** Thrown where DuckDB cannot read a file as it was told: our own reader then finds out why. */
export class ScanFailure extends Error {
  override readonly name = 'ScanFailure';
}

export async function openSession(
  options: SessionOptions,
  { signal, progress }: Pick<EngineContext, 'signal' | 'progress'>,
): Promise<Session> {
  const { DuckDBInstance } = await loadClient();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  const close = () => {
    signal.removeEventListener('abort', interrupt);
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await connection.run(
      settings(options)
        .map((setting) => `SET ${setting};`)
        .join('\n'),
    );
  } catch (error) {
    close();
    throw failureOf(error, options);
  }
  signal.addEventListener('abort', interrupt);

  const guarded = async <T>(work: () => Promise<T>, doing: string | undefined, rows?: number): Promise<T> => {
    signal.throwIfAborted();
    const stop = doing === undefined ? () => {} : report(connection, doing, rows, progress);
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      throw failureOf(error, options);
    } finally {
      stop();
    }
  };
  return {
    run: (sql, doing, rows) => guarded(async () => void (await connection.run(sql)), doing, rows),
    rows: <Row>(sql: string, doing?: string) =>
      guarded(async () => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[], doing),
    scan: (statements, visit, doing) => guarded(() => scanAll(connection, statements, visit), doing),
    close,
  };
}

async function scanAll(
  connection: DuckDBConnection,
  statements: readonly string[],
  visit: Parameters<Session['scan']>[1],
): Promise<void> {
  let running: Promise<DuckDBMaterializedResult | undefined> = Promise.resolve(undefined);
  try {
    for (const [at, statement] of [...statements, undefined].entries()) {
      const result = await running;
      if (statement !== undefined) running = connection.run(statement);
      if (result !== undefined) visitColumns(result, (columns, rows) => visit(columns, rows, at - 1));
    }
  } finally {
    // A connection is closed when nothing runs.
    await running.catch(() => {});
  }
}

function visitColumns(
  result: DuckDBMaterializedResult,
  visit: (columns: readonly ArrayLike<number>[], rows: number) => void,
): void {
  const { columnCount, chunkCount } = result;
  for (let index = 0; index < chunkCount; index++) {
    const chunk = result.getChunk(index);
    // Asking for it crosses into DuckDB.
    const rows = chunk.rowCount;
    visit(
      Array.from({ length: columnCount }, (_, at) => numbersOf(chunk.getColumnVector(at), rows)),
      rows,
    );
  }
}

/** The numbers of a column; one by one, as the client shows them, they take three times as long as where they lie together. */
function numbersOf(vector: DuckDBVector, rows: number): ArrayLike<number> {
  const items: unknown = Reflect.get(vector, 'items');
  if (items instanceof Int32Array || items instanceof Float64Array) return items;
  return Float64Array.from({ length: rows }, (_, row) => Number(vector.getItem(row)));
}

async function loadClient() {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The package is optional, and so is the part of it that is made for each platform.
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED') {
      throw engineMissing();
    }
    throw error;
  }
}

/** In this order: what is locked cannot be set any more. */
function settings({ files, spill, memory, threads, inOrder = false }: SessionOptions): string[] {
  return [
    `memory_limit=${literal(limitOf(memory))}`,
    `threads=${threads}`,
    `temp_directory=${literal(spill)}`,
    `TimeZone='UTC'`,
    `preserve_insertion_order=${inOrder}`,
    // So that sums by group and day have a place for each instead of a hash table: of 20 bits, which is 25 MB a thread.
    'perfect_ht_threshold=20',
    // So that memory is given back while a statement runs, not after it.
    'allocator_background_threads=true',
    'enable_progress_bar=true',
    'enable_progress_bar_print=false',
    'autoinstall_known_extensions=false',
    'autoload_known_extensions=false',
    'allow_community_extensions=false',
    `allowed_paths=[${files.map(literal).join(', ')}]`,
    'enable_external_access=false',
    'lock_configuration=true',
  ];
}

/** Tells four times a second how far the running statement is. */
function report(
  connection: DuckDBConnection,
  doing: string,
  rows: number | undefined,
  progress: EngineContext['progress'],
): () => void {
  progress({ doing });
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    const share = Math.min(1, percentage / 100);
    const seen = rows === undefined ? {} : { rows: Number((share * rows).toPrecision(2)), estimated: true };
    progress({ doing, ...(percentage >= 0 ? { share, ...seen } : {}) });
  }, 250);
  return () => clearInterval(timer);
}

/** DuckDB's own messages never reach a user: they speak of its options, and quote rows. The folder of a run is gone after it. */
function failureOf(error: unknown, { memory, spill }: SessionOptions): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/^Out of Memory Error/i.test(message)) {
    return /temp(orary)? (directory|file)|disk space|max_temp_directory_size/i.test(message) &&
      !/failed to (pin|allocate)/i.test(message)
      ? scratchFull(dirname(dirname(spill)))
      : memoryTooSmall(memory);
  }
  if (/No space left on device|ENOSPC|Disk quota exceeded|File too large/i.test(message))
    return scratchFull(dirname(dirname(spill)));
  if (/^Out of Range Error|Overflow in|^Conversion Error: .*DECIMAL/i.test(message)) return sumTooLarge();
  if (/^(Invalid Input|Conversion|IO|Invalid) Error/i.test(message)) return new ScanFailure(message);
  return error;
}
