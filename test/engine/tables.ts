import type { RawSources } from '../../src/engine/engine.ts';
import type { RawRows } from './reference.ts';

/** How a column is stored: by the type of the server for ids, days, amounts and texts. */
export interface TableTypes {
  readonly id: string;
  readonly day: string;
  readonly amount: string;
  readonly text: string;
  /** What stands behind a day, such as a time. */
  readonly time?: string;
}

/** A server that tables can be put into. */
export interface Shelf {
  /** Makes a table, in the place of one of the same name. */
  create(name: string, columns: readonly (readonly [name: string, type: string])[]): Promise<void> | void;
  /** Each cell as text, undefined for null. */
  insert(name: string, rows: readonly (readonly (string | undefined)[])[]): Promise<void> | void;
}

/** Puts rows into tables named as their kind, and gives their names. */
export async function writeTables(shelf: Shelf, rows: RawRows, types: TableTypes): Promise<RawSources> {
  const day = (text: string | undefined) => (text === undefined ? undefined : `${text}${types.time ?? ''}`);
  const amount = (cents: number) => (cents / 100).toFixed(2);
  const put = async (
    name: string,
    columns: readonly (readonly [name: string, type: string])[],
    table: readonly (readonly (string | undefined)[])[],
  ) => {
    await shelf.create(name, columns);
    await shelf.insert(name, table);
    return [name];
  };
  const { members, transactions, activity, customers } = rows;
  const lines = transactions.some(({ line }) => line !== undefined);
  const id = ['person_id', types.id] as const;
  return {
    members: await put(
      'members',
      [id, ['joined', types.day], ['left', types.day], ['contributed', types.day]],
      members.map((row) => [row.id, day(row.joined), day(row.left), day(row.contributed)]),
    ),
    transactions: await put(
      'transactions',
      [id, ['date', types.day], ['amount', types.amount], ...(lines ? [['line', types.text] as const] : [])],
      transactions.map((row) => [row.id, day(row.date), amount(row.cents), ...(lines ? [row.line] : [])]),
    ),
    activity:
      activity === undefined
        ? []
        : await put(
            'activity',
            [id, ['date', types.day]],
            activity.map((row) => [row.id, day(row.date)]),
          ),
    customers:
      customers === undefined
        ? []
        : await put(
            'customers',
            [id, ['since', types.day]],
            customers.map((row) => [row.id, day(row.since)]),
          ),
  };
}
