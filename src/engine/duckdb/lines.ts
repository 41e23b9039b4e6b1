import type { Line } from '../../core/cohort.ts';
import type { Problems } from '../../errors/problem.ts';
import { lineBlank, lineFilled } from '../../errors/row.ts';
import { lines } from '../../input/names/cohorts.ts';
import type { Lined } from '../sql/load.ts';
import type { Loaded } from './job.ts';
import type { Session } from './session.ts';

/** Whether every row has a line that is known, or none has one. */
export async function linesAreClear(table: string, session: Session): Promise<boolean> {
  const written = await session.rows<{ line: string | null }>(`SELECT DISTINCT line FROM ${table} LIMIT 100`);
  const blank = written.filter(({ line }) => line === null).length;
  return (
    (blank === 0 || written.length === 1) &&
    written.every(({ line }) => line === null || lines.find(line) !== undefined)
  );
}

/** What the texts of the column `line` stand for, where they are not written as the program does. */
export async function writtenLines(session: Session, tables: readonly Lined[]): Promise<Map<string, Line>> {
  const lined = tables.filter((table) => table.lined);
  if (lined.length === 0) return new Map();
  const all = lined.map(({ table }) => `SELECT DISTINCT line FROM ${table} WHERE line IS NOT NULL`).join(' UNION ');
  const rows = await session.rows<{ line: string }>(all);
  const known = rows.map(({ line }) => [line, lines.find(line) ?? line] as [string, Line]);
  return new Map(known.every(([written, line]) => written === line) ? [] : known);
}

/** Adds a problem for a file that has no lines where another has them, or the other way round. */
export async function agreeOnLines(loaded: readonly Loaded[], session: Session, problems: Problems): Promise<void> {
  let first: { readonly name: string; readonly blank: boolean } | undefined;
  for (const { job, summary, lined } of loaded) {
    if (job.kind.name !== 'transactions') continue;
    const one = `SELECT line IS NULL AS blank FROM ${job.table} LIMIT 1`;
    const [row] = lined ? await session.rows<{ blank: boolean }>(one) : [];
    const blank = row?.blank ?? true;
    first ??= { name: summary.name, blank };
    if (blank !== first.blank) problems.add({ ...(blank ? lineBlank : lineFilled)(first.name), file: summary.name });
  }
}
