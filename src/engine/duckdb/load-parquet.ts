import { fileChanged, parquetBroken, parquetRows } from '../../errors/engine.ts';
import { noRows } from '../../errors/input.ts';
import { CHECK } from '../sql/load.ts';
import { hasColumn, NO_DAY } from '../sql/relation.ts';
import { type Job, type Loaded, type Loader, loadTable } from './job.ts';
import { linesAreClear } from './lines.ts';
import { layoutOf } from './parquet.ts';
import { ScanFailure } from './session.ts';
import { sha256, stamp } from './stamp.ts';

/** A Parquet file has types instead of dialects; its rows have no lines to name. */
export async function loadParquet(job: Job, path: string, loader: Loader): Promise<Loaded | undefined> {
  const { session, context } = loader;
  const { problems } = context;
  const name = job.source.name;
  const before = await stamp(path);
  const hash = sha256(path);
  try {
    const layout = await layoutOf(path, job.kind, context.read, session);
    if ('problems' in layout) {
      for (const problem of layout.problems) problems.add({ ...problem, file: name });
      return undefined;
    }
    await loadTable(job, layout.file, loader);
    const [check] = await session.rows<{ rows: number; bad: number }>(CHECK[job.kind.name](job.table));
    const { rows, bad } = check!;
    const lined = job.kind.name === 'transactions' && hasColumn(layout.file, 'line');
    const unclear = lined && !(await linesAreClear(job.table, session));
    if (before !== (await stamp(path))) problems.add({ ...fileChanged(), file: name });
    else if (rows === 0) problems.add({ ...noRows(), file: name });
    else if (bad > 0 || unclear) problems.add({ ...parquetRows(), file: name });
    const summary = {
      ...NO_DIALECT,
      name,
      kind: job.kind.name,
      sha256: await hash,
      rows,
      ignoredColumns: layout.ignored,
    };
    return { job, summary, lined };
  } catch (error) {
    await hash;
    if (!(error instanceof ScanFailure)) throw error;
    const complaint = error.message.includes(NO_DAY) ? parquetRows() : parquetBroken();
    problems.add({ ...complaint, file: name });
    return undefined;
  }
}

const NO_DIALECT = {
  encoding: null,
  delimiter: null,
  decimal: null,
  dateOrder: null,
  preambleLines: 0,
  skippedRows: 0,
} as const;
