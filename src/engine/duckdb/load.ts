import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Line } from '../../core/cohort.ts';
import type { CohortRules } from '../../core/raw.ts';
import { fileChanged } from '../../errors/engine.ts';
import { currenciesOf, currencyTracker } from '../../input/currency.ts';
import type { AnyKind } from '../../input/kind.ts';
import { lines } from '../../input/names/cohorts.ts';
import type { FoundCurrency, InputSummary, RawKind } from '../../input/options.ts';
import type { Source } from '../../input/sources.ts';
import { checkRows } from '../check-rows.ts';
import type { EngineContext } from '../engine.ts';
import { examine, type PlainFile } from '../examine.ts';
import { DUCKDB } from '../sql/dialect.ts';
import { CHECK, LOAD } from '../sql/load.ts';
import { ScanFailure, type Session } from './session.ts';

/** A file, the table that it goes into, and the place for its checked rows should our own reader have to read it. */
export interface Job {
  readonly source: Source;
  readonly kind: AnyKind<unknown> & { readonly name: RawKind };
  readonly table: string;
  readonly checkedPath: string;
}

/** What became of a file. */
export interface Loaded {
  readonly job: Job;
  readonly summary: InputSummary;
  readonly currency?: FoundCurrency;
}

export interface Loader {
  readonly session: Session;
  readonly rules: CohortRules;
  readonly context: EngineContext;
}

/**
 * Loads a file into its table. A file that is plainly written is scanned by DuckDB itself; as soon as anything in it is
 * not plain, our own reader takes over from the start, so that both ways give the same rows and the same problems.
 */
export async function loadFile(job: Job, loader: Loader): Promise<Loaded | undefined> {
  const { source, kind } = job;
  const { read, problems } = loader.context;
  const plain = await examine(source, kind, read, loader.context);
  const scanned = plain === undefined ? undefined : await scan(job, plain, loader);
  if (scanned === 'changed') {
    problems.add({ ...fileChanged(), file: source.name });
    return undefined;
  }
  return scanned ?? readChecked(job, loader);
}

/** Undefined where something in the file is not plain. */
async function scan(job: Job, file: PlainFile, loader: Loader): Promise<Loaded | 'changed' | undefined> {
  const { session, rules } = loader;
  const before = await stamp(file.path);
  const hash = sha256(file.path);
  let rows = 0;
  try {
    await session.run(LOAD[job.kind.name](DUCKDB, job.table, file, rules), `reading ${job.source.name}`);
    const [check] = await session.rows<{ rows: number; bad: number }>(CHECK[job.kind.name](job.table));
    rows = check?.rows ?? 0;
    if (before !== (await stamp(file.path))) return 'changed';
    if (check === undefined || check.bad > 0 || rows === 0) throw new ScanFailure('not plain');
  } catch (error) {
    await hash;
    if (before !== (await stamp(file.path))) return 'changed';
    if (!(error instanceof ScanFailure)) throw error;
    await session.run(`DROP TABLE IF EXISTS ${job.table}`);
    return undefined;
  }
  const currency = await currencyOf(job, file, loader);
  if (currency === 'unclear') {
    await session.run(`DROP TABLE ${job.table}`);
    return undefined;
  }
  const summary: InputSummary = {
    name: job.source.name,
    kind: job.kind.name,
    sha256: await hash,
    rows,
    encoding: 'utf-8',
    delimiter: file.delimiter,
    decimal: file.decimalShown ? file.decimal : null,
    dateOrder: null,
    ...(file.gzip ? { compressed: 'gzip' as const } : {}),
    preambleLines: 0,
    ignoredColumns: file.ignored,
    skippedRows: 0,
  };
  return { job, summary, ...(currency === undefined ? {} : { currency }) };
}

async function readChecked(job: Job, loader: Loader): Promise<Loaded | undefined> {
  const { session, rules, context } = loader;
  const checked = await checkRows(job.source.path ?? '-', job.kind, job.checkedPath, context);
  if (checked === undefined) return undefined;
  const { file, summary, currency } = checked;
  await session.run(LOAD[job.kind.name](DUCKDB, job.table, file, rules), `adding up ${job.source.name}`);
  await unlink(file.path);
  return { job, summary, ...(currency === undefined ? {} : { currency }) };
}

/** The one currency of a scanned file; `unclear` where our own reader has to say which rows disagree. */
async function currencyOf(job: Job, file: PlainFile, { session, context }: Loader) {
  if (job.kind.name !== 'transactions') return undefined;
  if (file.columns.has('line') && !(await linesAreClear(job.table, session))) return 'unclear';
  const header = file.columns.get('amount')?.currency;
  const column = file.columns.get('currency');
  const distinct = `SELECT DISTINCT mark FROM ${job.table} WHERE mark IS NOT NULL LIMIT 2`;
  const written = column === undefined ? [] : await session.rows<{ mark: string }>(distinct);
  const marks = new Set(written.map(({ mark }) => mark.trim()));
  if (header !== undefined) marks.add(header);
  const [mark, second] = marks;
  if (second !== undefined || written.length > 1) return 'unclear';
  if (mark === undefined) return undefined;
  if (currenciesOf(mark) === undefined) return 'unclear';
  const tracker = currencyTracker();
  tracker.see(
    mark,
    job.source.name,
    header === undefined ? 2 : 1,
    (column ?? file.columns.get('amount'))?.header ?? '',
  );
  return tracker.result(context.problems, context.read.currency);
}

/** Whether every row has a line that is known, or none has one. */
async function linesAreClear(table: string, session: Session): Promise<boolean> {
  const written = await session.rows<{ line: string | null }>(`SELECT DISTINCT line FROM ${table} LIMIT 100`);
  const blank = written.filter(({ line }) => line === null).length;
  return (
    (blank === 0 || written.length === 1) &&
    written.every(({ line }) => line === null || lines.find(line) !== undefined)
  );
}

/** What tells that a file was changed: size, time and identity. */
async function stamp(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size}|${mtimeMs}|${ino}`;
  } catch {
    return 'gone';
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  } catch {
    // The scan fails as well, and says why.
  }
  return hash.digest('hex');
}

/** The table of a file, and the place for its checked rows. */
export function jobFor(source: Source, kind: Job['kind'], index: number, scratch: string): Job {
  const table = `${kind.name}_${index}`;
  return { source, kind, table, checkedPath: join(scratch, `${table}.csv`) };
}

/** What the texts of the column `line` stand for, where they are not written as the program does. */
export async function writtenLines(session: Session, tables: readonly string[]): Promise<Map<string, Line>> {
  const all = tables.map((table) => `SELECT DISTINCT line FROM ${table} WHERE line IS NOT NULL`).join(' UNION ');
  const rows = await session.rows<{ line: string }>(all);
  const known = rows.map(({ line }) => [line, lines.find(line) ?? line] as [string, Line]);
  return new Map(known.every(([written, line]) => written === line) ? [] : known);
}
