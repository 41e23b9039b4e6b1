import { unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileChanged } from '../../errors/engine.ts';
import { currenciesOf, currencyTracker } from '../../input/currency.ts';
import type { InputSummary } from '../../input/options.ts';
import { checkRows, findProblems } from '../check-rows.ts';
import { examine, type PlainFile } from '../examine.ts';
import { CHECK } from '../sql/load.ts';
import { hasColumn } from '../sql/relation.ts';
import { type Job, type Loaded, type Loader, loadTable } from './job.ts';
import { linesAreClear } from './lines.ts';
import { loadParquet } from './load-parquet.ts';
import { isParquet } from './parquet.ts';
import { ScanFailure } from './session.ts';
import { stamp, survey } from './stamp.ts';

/**
 * Loads a file into its table. A file that is plainly written is scanned by DuckDB itself; as soon as anything in it is
 * not plain, our own reader takes over from the start, so that both ways give the same rows and the same problems.
 */
export async function loadFile(job: Job, loader: Loader): Promise<Loaded | undefined> {
  const { source, kind } = job;
  const { read, problems } = loader.context;
  const path = source.path === undefined ? undefined : resolve(loader.context.cwd ?? '.', source.path);
  if (path !== undefined && (await isParquet(path))) return loadParquet(job, path, loader);
  const plain = await examine(source, kind, read, loader.context);
  const scanned = plain?.throughout !== true ? undefined : await scan(job, plain, loader);
  if (scanned === 'changed') {
    problems.add({ ...fileChanged(), file: source.name });
    return undefined;
  }
  if (scanned !== undefined) return scanned;
  const before = problems.total;
  if (plain !== undefined && read.skipBadRows !== true)
    await findProblems(source.path ?? '-', kind, plain, loader.context);
  return problems.total > before ? undefined : readChecked(job, path, loader);
}

/** Undefined where something in the file is not plain. */
async function scan(job: Job, file: PlainFile, loader: Loader): Promise<Loaded | 'changed' | undefined> {
  const loaded = await scanOnce(job, file, loader);
  return loaded === 'unclear' ? scan(job, { ...file, bare: false }, loader) : loaded;
}

/** `unclear` where the file is not as bare as it looked, so that the engine has to look at the cells itself. */
async function scanOnce(
  job: Job,
  file: PlainFile,
  loader: Loader,
): Promise<Loaded | 'changed' | 'unclear' | undefined> {
  const { session } = loader;
  const before = await stamp(file.path);
  const surveyed = survey(file);
  let rows = 0;
  try {
    await loadTable(job, file, loader);
    const [check] = await session.rows<{ rows: number; bad: number }>(CHECK[job.kind.name](job.table));
    rows = check?.rows ?? 0;
    if (before !== (await stamp(file.path))) return 'changed';
    const { isText, lines } = await surveyed;
    if (check === undefined || check.bad > 0 || rows === 0 || !isText || (file.bare && lines !== 'bare'))
      throw new ScanFailure('not plain');
  } catch (error) {
    const { isText, lines } = await surveyed;
    if (before !== (await stamp(file.path))) return 'changed';
    if (!(error instanceof ScanFailure)) throw error;
    await session.run(`DROP TABLE IF EXISTS ${job.table}`);
    return isText && file.bare && lines === 'unclear' ? 'unclear' : undefined;
  }
  const currency = await currencyOf(job, file, loader);
  if (currency === 'unclear') {
    await session.run(`DROP TABLE ${job.table}`);
    return undefined;
  }
  const summary: InputSummary = {
    name: job.source.name,
    kind: job.kind.name,
    sha256: (await surveyed).sha256,
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
  return { job, summary, lined: hasColumn(file, 'line'), ...(currency === undefined ? {} : { currency }) };
}

async function readChecked(job: Job, path: string | undefined, loader: Loader): Promise<Loaded | undefined> {
  const { context } = loader;
  // A pipe is never the same twice.
  const before = path === undefined ? '' : await stamp(path);
  const checked = await checkRows(job.source.path ?? '-', job.kind, job.checkedPath, context);
  if (path !== undefined && before !== (await stamp(path))) {
    context.problems.add({ ...fileChanged(), file: job.source.name });
    return undefined;
  }
  if (checked === undefined) return undefined;
  const { file, summary, currency } = checked;
  await loadTable(job, file, loader);
  await unlink(file.path);
  return { job, summary, lined: hasColumn(file, 'line'), ...(currency === undefined ? {} : { currency }) };
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
