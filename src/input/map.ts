import { mapUnknown } from '../errors/header.ts';
import type { Complaint } from '../errors/problem.ts';
import { COSTS } from './costs.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from './raw/kinds.ts';
import { RETURNS } from './returns.ts';
import { closest } from './spelling.ts';
import { SPEND } from './spend-kind.ts';

/** What `--map` may name: `costs.period`, `costs.category` … */
function mapKeys(): string[] {
  const kinds = [COSTS, SPEND, RETURNS, MEMBERS, TRANSACTIONS, ACTIVITY, CUSTOMERS];
  return kinds.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
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
