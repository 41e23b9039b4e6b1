import type { Unit } from '../../core/period.ts';
import type { Dialect } from './dialect.ts';

/** What a column of a database holds, as far as it matters how it is taken. */
export type Holds = 'text' | 'whole' | 'decimal' | 'float' | 'day' | 'time' | 'moment' | 'other';

/** A column that is asked for: its name in the documentation, and what the database says of it. */
export interface TableColumn {
  readonly name: string;
  /** As the database has it. */
  readonly written: string;
  readonly holds: Holds;
  /** Decimal places of a decimal number; missing where it has no fixed number. */
  readonly scale?: number;
  /** The type as the database calls it. */
  readonly type: string;
}

/** A table or a view of a database. */
export interface Table {
  /** Quoted, as the statements name it. */
  readonly from: string;
  readonly columns: readonly TableColumn[];
}

/** How a dialect takes the columns of a table. What cannot be taken is null, and is counted apart. */
export interface TableDialect extends Dialect {
  identifier(name: string): string;
  /** An id as text. */
  idOf(column: string, held: TableColumn): string;
  /** An id without the spaces around it. */
  trimmed(id: string): string;
  /** The day of a value; null for a blank one, and for a text that is no day. */
  dayOf(column: string, held: TableColumn, zone: string | undefined): string;
  /** Whether a value is there that is no day. */
  isNoDay(column: string, held: TableColumn): string;
  /** An exact amount with `decimalsOf` decimal places; null where there is none. */
  amountOf(column: string, held: TableColumn): string;
  /** Whether a value is there that is no amount. */
  isNoAmount(column: string, held: TableColumn): string;
  /** Whether there is no value. */
  isBlank(column: string, held: TableColumn): string;
  /** A day as SQL has it. */
  day(text: string): string;
  /** The first day that a date may hold. */
  readonly firstDay: string;
}

/** Decimal places in which the amounts of a column are taken. */
export function decimalsOf({ holds, scale }: TableColumn): number {
  if (holds === 'float') return 6;
  if (holds === 'whole') return 0;
  return holds === 'text' ? 2 : Math.min(scale ?? MOST_DECIMALS, MOST_DECIMALS);
}

/** More are rounded: it is what money is calculated in. */
const MOST_DECIMALS = 12;

/** Amounts as text: as plain as in a file that is not looked at twice. */
export const PLAIN_AMOUNT = String.raw`^-?[0-9]+([.][0-9][0-9]?)?$`;

const LEAP_YEAR = '(19|20|21)([02468][48]|[13579][26]|[2468]0)|2000';
/** Days from 1900 to 2199 that are in the calendar, with or without a time behind. */
export const PLAIN_DAY = [
  String.raw`^((19|20|21)[0-9][0-9]-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))`,
  String.raw`|(${LEAP_YEAR})-02-29)`,
  String.raw`([T ][0-9][0-9]:[0-9][0-9](:[0-9][0-9]([.][0-9]+)?)?(Z|[+-][0-9][0-9](:?[0-9][0-9])?)?)?$`,
].join('');

/** How the rows of a table are taken. */
export interface Taking {
  readonly unit: Unit;
  readonly zone?: string;
  /** Ids that differ only in case or spaces are one person. */
  readonly folded: boolean;
  /** Some ids have spaces around them. */
  readonly spaced: boolean;
  /** Rows that are wrong in themselves are left out. */
  readonly skipBad: boolean;
  /** What the texts of the column `line` stand for, where they are not written as the program does. */
  readonly lines: ReadonlyMap<string, string>;
}

/** The column of a table that plays a part; undefined where it has none. */
export function columnNamed({ columns }: Table, name: string): TableColumn | undefined {
  return columns.find((column) => column.name === name);
}

/** The expressions for the columns of one table. */
export function takenFrom(sql: TableDialect, table: Table, taking: Pick<Taking, 'folded' | 'spaced' | 'zone'>) {
  const quoted = (column: TableColumn) => sql.identifier(column.written);
  const held = (name: string) => columnNamed(table, name);
  return {
    id() {
      const column = held('person_id')!;
      const plain = sql.idOf(quoted(column), column);
      return taking.folded ? sql.foldedId(plain) : taking.spaced ? sql.trimmed(plain) : plain;
    },
    day(name: string) {
      const column = held(name);
      return column === undefined ? undefined : sql.dayOf(quoted(column), column, taking.zone);
    },
    amount() {
      const column = held('amount')!;
      return sql.amountOf(quoted(column), column);
    },
    /** A text, null where it is blank. */
    text(name: string) {
      const column = held(name);
      if (column === undefined) return undefined;
      return `CASE WHEN NOT (${sql.isBlank(quoted(column), column)}) THEN ${sql.idOf(quoted(column), column)} END`;
    },
    is(what: 'isBlank' | 'isNoDay' | 'isNoAmount', name: string) {
      const column = held(name);
      return column === undefined ? undefined : sql[what](quoted(column), column);
    },
  };
}
