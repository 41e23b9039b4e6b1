import { mapUnknown } from '../../errors/header.ts';
import type { Complaint } from '../../errors/problem.ts';
import { closest } from '../spelling.ts';
import { COHORT_COLUMNS } from './cohort-rows.ts';
import { INCIDENT_COLUMNS } from './incidents.ts';
import { LEVEL_COLUMNS } from './levels.ts';
import { PERSON_COLUMNS } from './persons.ts';

/** Columns by kind of file. */
export type MapColumns = Readonly<Record<string, readonly { readonly name: string }[]>>;

const COLUMNS: MapColumns = {
  outcomes: [...PERSON_COLUMNS, ...COHORT_COLUMNS],
  levels: LEVEL_COLUMNS,
  incidents: INCIDENT_COLUMNS,
};

/** What is wrong with the keys of `--map` for files about members; undefined where each is known. */
export function checkMemberMap(map: Readonly<Record<string, string>>, further: MapColumns = {}): Complaint | undefined {
  const keys = Object.entries({ ...COLUMNS, ...further }).flatMap(([kind, columns]) =>
    columns.map(({ name }) => `${kind}.${name}`),
  );
  const unknown = Object.keys(map).find((key) => !keys.includes(key));
  if (unknown === undefined) return undefined;
  const near = closest(unknown, keys)[0] ?? keys.find((key) => key.endsWith(`.${unknown}`));
  return mapUnknown(unknown, near, [...new Set(keys)]);
}
