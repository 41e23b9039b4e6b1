import { mapUnknown } from '../errors/header.ts';
import type { Complaint } from '../errors/problem.ts';
import type { ColumnName } from './columns.ts';
import { COSTS } from './costs.ts';
import { EVENTS } from './raw/events.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from './raw/kinds.ts';
import { RETURNS } from './returns.ts';
import { closest } from './spelling.ts';
import { SPEND } from './spend-kind.ts';

const KINDS = [COSTS, SPEND, RETURNS, MEMBERS, TRANSACTIONS, ACTIVITY, CUSTOMERS, EVENTS];

/** The columns of the kinds that have the same ones in every file. */
export function columnsByKind(): Record<string, readonly ColumnName[]> {
  return Object.fromEntries(KINDS.map(({ name, columns }) => [name, columns]));
}

/** What `--map` may name: `costs.period`, `costs.category` … */
function mapKeys(): string[] {
  return KINDS.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
}

/** What is wrong with the keys of `--map`; undefined where each is known. */
export function checkMap(map: Readonly<Record<string, string>>): Complaint | undefined {
  const keys = mapKeys();
  const unknown = Object.keys(map).find((key) => !keys.includes(key));
  if (unknown === undefined) return undefined;
  // The kind and the name are apart by more letters than a slip of the pen would explain.
  const near = closest(unknown, keys)[0] ?? keys.find((key) => key.endsWith(`.${unknown}`));
  return mapUnknown(unknown, near, keys);
}
