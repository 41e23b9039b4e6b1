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
  /** What no column of it begins with. */
  readonly prefix: string;
}

/** How a dialect takes the columns of a table. What cannot be taken is null, and is counted apart. */
export interface TableDialect extends Dialect {
  identifier(name: string): string;
  /** An id as text. */
  idOf(column: string, held: TableColumn): string;
  /** An id without the spaces around it. */
  trimmed(id: string): string;
  /** Whether an id has spaces around it. */
  isSpaced(id: string): string;
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
  /** A day that is not known. */
  readonly noDay: string;
  /** A day as SQL has it. */
  day(text: string): string;
  /** The first and the last day that a date may be. */
  readonly days: readonly [string, string];
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
export const PLAIN_AMOUNT = '^-?[0-9]+([.][0-9][0-9]?)?$';

const LEAP_YEAR = '(19|20|21)([02468][48]|[13579][26]|[2468]0)|2000';
/** Days from 1900 to 2199 that are in the calendar, with or without a time behind. */
export const PLAIN_DAY = [
  `^((19|20|21)[0-9][0-9]-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))`,
  `|(${LEAP_YEAR})-02-29)`,
  `([T ][0-9][0-9]:[0-9][0-9](:[0-9][0-9]([.][0-9]+)?)?(Z|[+-][0-9][0-9](:?[0-9][0-9])?)?)?$`,
].join('');

/** The column of a table that plays a part; undefined where it has none. */
export function columnNamed({ columns }: Table, name: string): TableColumn | undefined {
  return columns.find((column) => column.name === name);
}

/**
 * The columns of a table under names of our own. They are not used under theirs: to some engines an alias hides a column
 * that is called the same.
 */
export function rowsOf(sql: TableDialect, { from, columns, prefix }: Table): string {
  const named = columns.map(({ name, written }) => `${sql.identifier(written)} AS ${prefix}${name}`);
  return `(SELECT ${named.join(', ')} FROM ${from}) AS listed`;
}

/** How ids and times are taken. */
export interface Taking {
  /** Whose days count, where a time names its zone. */
  readonly zone: string | undefined;
  /** Ids that differ only in case or spaces are one person. */
  readonly folded: boolean;
  /** Some ids have spaces around them. */
  readonly spaced: boolean;
}

/** Expressions over `rowsOf` a table; undefined where it does not have the column. */
export function takenFrom(sql: TableDialect, table: Table, { zone, folded, spaced }: Taking) {
  const of = <T>(name: string, take: (column: string, held: TableColumn) => T): T | undefined => {
    const held = columnNamed(table, name);
    return held === undefined ? undefined : take(`${table.prefix}${name}`, held);
  };
  return {
    id: of('person_id', (column, held) => {
      const plain = sql.idOf(column, held);
      return folded ? sql.foldedId(plain) : spaced ? sql.trimmed(plain) : plain;
    })!,
    day: (name: string) => of(name, (column, held) => sql.dayOf(column, held, zone)),
    amount: () => of('amount', sql.amountOf)!,
    text: (name: string) => of(name, (column, held) => `coalesce(${sql.idOf(column, held)}, '')`),
    isBlank: (name: string) => of(name, sql.isBlank),
    isNoDay: (name: string) => of(name, sql.isNoDay),
    isNoAmount: (name: string) => of(name, sql.isNoAmount),
    isSpaced: of('person_id', (id, { holds }) => (holds === 'text' ? sql.isSpaced(id) : '1 = 0'))!,
  };
}
