import { columnTypeUnfit, tableForbidden, tableMissing } from '../../errors/database.ts';
import { columnUnclear } from '../../errors/header.ts';
import type { Complaint } from '../../errors/problem.ts';
import { type HeaderMatch, headerMatcher } from '../../input/columns.ts';
import type { AnyKind } from '../../input/kind.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../input/raw/kinds.ts';
import { fold } from '../../input/spelling.ts';
import type { EngineContext, RawSources } from '../engine.ts';
import type { Holds, Table, TableColumn } from '../sql/table.ts';
import { DAYS, type Tables } from '../sql/tables.ts';
import type { Connection, Shards } from './connection.ts';
import type { DatabaseSource } from './source.ts';
import { tableName } from './table-name.ts';

/** A table that was named, found, and whose columns are known. */
export interface Opened {
  readonly kind: keyof Tables;
  /** As the user typed it. */
  readonly name: string;
  readonly table: Table;
  readonly shards?: Shards;
  /** Currency that stands in the name of the column of amounts. */
  readonly currency?: string;
  readonly ignored: readonly string[];
}

const KINDS = [MEMBERS, TRANSACTIONS, ACTIVITY, CUSTOMERS] as readonly (AnyKind<unknown> & {
  readonly name: keyof Tables;
})[];

/** Finds all tables and their columns by the names and aliases that files have. What does not fit is in `problems`. */
export async function openTables(
  connection: Connection,
  sources: RawSources,
  source: DatabaseSource,
  { problems, read }: EngineContext,
): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const kind of KINDS) {
    for (const name of sources[kind.name]) {
      const parts = tableName(name);
      const found = await connection.describe(parts);
      if (found === undefined) throw tableMissing(name, source.shown, await connection.near(parts));
      if (!found.readable) throw tableForbidden(name, source.shown);
      const header = found.columns.map(({ written }) => written);
      const match = headerMatcher(kind.name, kind.columns, read.map).match(header);
      for (const complaint of complaintsOf(match, kind.name, header, read.map))
        problems.add({ ...complaint, file: name });
      const columns = [...match.columns.values()]
        .map(({ name: own, index }): TableColumn => ({ name: own, ...found.columns[index]! }))
        .filter(({ name: own }) => kind.columns.some((column) => column.name === own && column.kept));
      for (const column of columns) {
        const complaint = unfit(kind.name, column);
        if (complaint !== undefined) problems.add({ ...complaint, file: name, column: column.written });
      }
      const currency = match.columns.get('amount')?.currency;
      opened.push({
        kind: kind.name,
        name,
        table: { from: found.shards?.local ?? found.from, columns, prefix: prefixFor(header) },
        ...(found.shards === undefined ? {} : { shards: found.shards }),
        ...(currency === undefined ? {} : { currency }),
        ignored: match.ignored,
      });
    }
  }
  return opened;
}

/**
 * What is wrong with the columns. Two that are called nearly the same are so only where one of them is taken by that name:
 * a table may have `Amount` and `amount`.
 */
function complaintsOf(
  match: HeaderMatch,
  kind: string,
  header: readonly string[],
  map: Readonly<Record<string, string>> = {},
): Complaint[] {
  const complaints = match.complaints.filter(({ code }) => code !== 'COLUMN_DUPLICATE');
  for (const { name, header: taken } of match.columns.values()) {
    if (map[`${kind}.${name}`] === taken) continue;
    const alike = header.filter((one) => fold(one) === fold(taken));
    if (alike.length > 1) complaints.push(columnUnclear(name, kind, alike));
  }
  return complaints;
}

const DAY_LIKE: ReadonlySet<Holds> = new Set(['text', 'day', 'time', 'moment']);
const AMOUNT_LIKE: ReadonlySet<Holds> = new Set(['text', 'whole', 'decimal', 'float']);

/** What is wrong with the type of a column; nothing is cast that could be taken for something else. */
function unfit(kind: keyof Tables, { name, holds, type }: TableColumn) {
  if (name in DAYS[kind]) return DAY_LIKE.has(holds) ? undefined : columnTypeUnfit(type, 'day');
  return name === 'amount' && !AMOUNT_LIKE.has(holds) ? columnTypeUnfit(type, 'amount') : undefined;
}

/** What no column of a table begins with, whatever its case. */
function prefixFor(header: readonly string[]): string {
  let prefix = 'c_';
  while (header.some((name) => name.toLowerCase().startsWith(prefix))) prefix = `c${prefix}`;
  return prefix;
}

/** The tables by what they hold. */
export function byKind(opened: readonly Opened[]): Tables {
  const of = (kind: keyof Tables) => opened.filter((one) => one.kind === kind).map(({ table }) => table);
  return {
    members: of('members'),
    transactions: of('transactions'),
    activity: of('activity'),
    customers: of('customers'),
  };
}
