import type { CohortRules } from '../../core/raw.ts';
import type { RawKind } from '../../input/options.ts';
import type { NestedSource } from './cohorts.ts';
import { columnNamed, decimalsOf, rowsOf, type Table, type TableDialect, type Taking, takenFrom } from './table.ts';

/** The tables of a database by what they hold. */
export type Tables = Readonly<Record<Exclude<RawKind, 'events'>, readonly Table[]>>;

/** How tables become what the stages start from. */
export interface SourcesWanted {
  readonly sql: TableDialect;
  readonly rules: CohortRules;
  readonly taking: Taking;
  /** What the texts of the column `line` stand for, where they are not written as the program does. */
  readonly lines: ReadonlyMap<string, string>;
  /** Rows that are wrong in themselves are left out. */
  readonly skipBad: boolean;
  /** Whether the spending of a person has to be known, since it is squared. */
  readonly byPerson: boolean;
}

/** Columns of each kind that hold days, and whether each row needs them. */
export const DAYS: Readonly<Record<keyof Tables, Readonly<Record<string, boolean>>>> = {
  members: { joined: false, left: false, contributed: false },
  transactions: { date: true },
  activity: { date: true },
  customers: { since: true },
};

/** Relations of what the stages start from, as SELECTs. */
export function sourcesOf(tables: Tables, wanted: SourcesWanted): Record<NestedSource, string> {
  const all = (kind: keyof Tables, select: (table: Table) => string) => tables[kind].map(select).join('\nUNION ALL\n');
  const { sql, taking } = wanted;
  const day = (table: Table, name: string) => takenFrom(sql, table, taking).day(name) ?? sql.noDay;
  const from = (kind: keyof Tables, table: Table) => `FROM ${rowsOf(sql, table)}${soundRows(kind, table, wanted)}`;
  const id = (table: Table) => `${takenFrom(sql, table, taking).id} AS id`;
  return {
    members: all(
      'members',
      (table) =>
        `SELECT ${id(table)}, ${day(table, 'joined')} AS joined, ${day(table, 'left')} AS gone,
  ${day(table, 'contributed')} AS contributed
${from('members', table)}`,
    ),
    customers: all(
      'customers',
      (table) => `SELECT ${id(table)}, ${day(table, 'since')} AS since\n${from('customers', table)}`,
    ),
    contributions: contributionsOf(tables, { id, day, from }),
    spent: spentOf(tables.transactions, wanted),
  };
}

type Parts = {
  readonly id: (table: Table) => string;
  readonly day: (table: Table, name: string) => string;
  readonly from: (kind: keyof Tables, table: Table) => string;
};

function contributionsOf({ activity, members }: Tables, { id, day, from }: Parts): string {
  const [kind, name, tables] =
    activity.length > 0 ? (['activity', 'date', activity] as const) : (['members', 'contributed', members] as const);
  return tables
    .map(
      (table) => `SELECT id, day FROM (
  SELECT ${id(table)}, ${day(table, name)} AS day ${from(kind, table)}
) contributing WHERE day IS NOT NULL`,
    )
    .join('\nUNION ALL\n');
}

/** Spending row by row, or added up by person where its squares are wanted. */
function spentOf(tables: readonly Table[], wanted: SourcesWanted): string {
  const { sql, rules, taking, byPerson } = wanted;
  const rows = tables.map((table) => {
    const take = takenFrom(sql, table, taking);
    const line = columnNamed(table, 'line') === undefined ? "''" : lineOf(sql, take.text('line')!, wanted.lines);
    return `SELECT ${take.id} AS id, ${sql.periodOf(take.day('date')!, rules.unit)} AS period, ${line} AS line,
  ${take.amount()} AS amount
FROM ${rowsOf(sql, table)}${soundRows('transactions', table, wanted)}`;
  });
  if (!byPerson) return rows.join('\nUNION ALL\n');
  return `SELECT id, period, line, sum(value) AS amount FROM (
  SELECT id, period, line, amount AS value FROM (
${rows.join('\nUNION ALL\n')}
  ) each_row
) spending_rows
GROUP BY id, period, line`;
}

function lineOf(sql: TableDialect, text: string, lines: ReadonlyMap<string, string>): string {
  const known = [...lines].map(([written, line]) => `WHEN ${text} = ${sql.literal(written)} THEN ${sql.literal(line)}`);
  return known.length === 0 ? text : `CASE ${known.join(' ')} ELSE '' END`;
}

/** The condition on rows that are taken, where others are left out. */
function soundRows(kind: keyof Tables, table: Table, wanted: SourcesWanted): string {
  if (!wanted.skipBad) return '';
  return `\nWHERE ${isWrong(wrongRows(kind, table, wanted.sql, wanted.taking))} = 0`;
}

/** What can be wrong with a row of a table: the column, the kind of fault, and the condition. */
export interface WrongRows {
  readonly column: string;
  readonly fault: 'blank' | 'no_day' | 'no_amount';
  readonly condition: string;
}

/** 1 for a row with anything wrong, else 0. */
export function isWrong(wrong: readonly WrongRows[]): string {
  return `CASE WHEN ${wrong.map(({ condition }) => `(${condition})`).join(' OR ')} THEN 1 ELSE 0 END`;
}

/** What can be wrong with a row of a table, one by one. */
export function wrongRows(kind: keyof Tables, table: Table, sql: TableDialect, taking: Taking): WrongRows[] {
  const take = takenFrom(sql, table, taking);
  const found: WrongRows[] = [];
  const add = (column: string, fault: WrongRows['fault'], condition: string | undefined) => {
    if (condition !== undefined) found.push({ column, fault, condition });
  };
  add('person_id', 'blank', take.isBlank('person_id'));
  for (const [name, required] of Object.entries(DAYS[kind])) {
    const day = take.day(name);
    if (day === undefined) continue;
    const noDay = take.isNoDay(name)!;
    if (required) add(name, 'blank', `${day} IS NULL AND CASE WHEN ${noDay} THEN 1 ELSE 0 END = 0`);
    add(name, 'no_day', `${noDay} OR ${day} < ${sql.day(sql.days[0])} OR ${day} > ${sql.day(sql.days[1])}`);
  }
  if (kind === 'transactions') {
    add('amount', 'blank', take.isBlank('amount'));
    add('amount', 'no_amount', take.isNoAmount('amount'));
  }
  return found;
}

/** Decimal places of the amounts of all tables. */
export function placesOf(tables: readonly Table[]): number {
  return Math.max(...tables.map((table) => decimalsOf(columnNamed(table, 'amount')!)));
}
