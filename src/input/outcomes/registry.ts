import type { KindColumn } from '../kind.ts';
import { fold } from '../spelling.ts';
import { labels, type OpenColumn, openColumn, outcomeReader } from './open-columns.ts';
import { type OutcomeSpec, type Roles, rolesOf } from './spec.ts';
import { type Tally, tally } from './tally.ts';

/** A column beside the fixed ones, and what it is read for. */
export interface ReadColumn {
  readonly column: OpenColumn;
  readonly roles: Roles;
  /** Name of its value in a row. */
  readonly key: string;
  readonly tally: Tally;
}

export interface ColumnRegistry {
  /** Grows as headers are read. */
  readonly columns: readonly ReadColumn[];
  /** The reader of a column by its header; undefined where it is read for nothing. */
  further(header: string): Pick<KindColumn, 'key' | 'reader'> | undefined;
}

/** The columns of all files of a run: one that stands in two files is one. */
export function columnRegistry(spec: OutcomeSpec): ColumnRegistry {
  const columns: ReadColumn[] = [];
  const columnOf = (header: string): ReadColumn | undefined => {
    const known = columns.find(({ column }) => fold(column.header) === fold(header));
    if (known !== undefined) return known;
    const column = openColumn(header);
    const roles = rolesOf(column, spec);
    if (!roles.isOutcome && !roles.isCount && roles.by < 0 && roles.within < 0) return undefined;
    const read = { column, roles, key: `open:${columns.length}`, tally: tally(column) };
    columns.push(read);
    return read;
  };
  return {
    columns,
    further(header) {
      const own = columnOf(header);
      if (own === undefined) return undefined;
      const { isOutcome, isCount } = own.roles;
      return { key: own.key, reader: isOutcome || isCount ? outcomeReader(own.column) : labels };
    },
  };
}
