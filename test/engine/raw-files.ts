import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { EngineContext, RawSources } from '../../src/engine/engine.ts';
import { Problems } from '../../src/errors/problem.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import type { RawRows } from './reference.ts';

/** A folder of its own for each test; `remove` takes it away. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Dialect {
  readonly delimiter: string;
  readonly decimal: string;
  readonly date: (day: string) => string;
  readonly read: ReadOptions;
}

/** What an engine reads by itself. */
export const PLAIN: Dialect = { delimiter: ',', decimal: '.', date: (day) => day, read: {} };

/** What our own reader has to read first. */
export const GERMAN: Dialect = {
  delimiter: ';',
  decimal: ',',
  date: (day) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`,
  read: { dateOrder: 'dmy' },
};

/** Writes rows as CSV files and gives their paths. */
export function writeRaw(folder: string, rows: RawRows, { delimiter, decimal, date }: Dialect = PLAIN): RawSources {
  const quoted = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const save = (name: string, header: readonly string[], table: readonly (readonly string[])[]) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, [header, ...table].map((row) => `${row.map(quoted).join(delimiter)}\n`).join(''));
    return [path];
  };
  const day = (text: string | undefined) => (text === undefined ? '' : date(text));
  const amount = (cents: number) => (cents / 100).toFixed(2).replace('.', decimal);
  const { members, transactions, activity, customers } = rows;
  const lines = transactions.some(({ line }) => line !== undefined);
  return {
    members: save(
      'members',
      ['person_id', 'joined', 'left', 'contributed'],
      members.map((row) => [row.id, day(row.joined), day(row.left), day(row.contributed)]),
    ),
    transactions: save(
      'transactions',
      ['person_id', 'date', 'amount', ...(lines ? ['line'] : [])],
      transactions.map((row) => [row.id, day(row.date), amount(row.cents), ...(lines ? [row.line ?? ''] : [])]),
    ),
    activity:
      activity === undefined
        ? []
        : save(
            'activity',
            ['person_id', 'date'],
            activity.map((row) => [row.id, day(row.date)]),
          ),
    customers:
      customers === undefined
        ? []
        : save(
            'customers',
            ['person_id', 'since'],
            customers.map((row) => [row.id, day(row.since)]),
          ),
  };
}

export function contextIn(
  folder: string,
  more: Partial<EngineContext> & { readonly read?: ReadOptions } = {},
): EngineContext {
  return {
    problems: new Problems(),
    stdin: Readable.from([]),
    read: {},
    scratch: async () => mkdtempSync(join(folder, 'scratch-')),
    today: '2030-01-01',
    signal: new AbortController().signal,
    progress: () => {},
    threads: 2,
    memory: '512MB',
    ...more,
  };
}
