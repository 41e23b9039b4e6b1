import type { Dialect } from './dialect.ts';

/** A question that is answered by few rows: keys, and numbers that can be put together from those of several shards. */
export interface Statement {
  /** What it is called where statements are shown. */
  readonly name: string;
  readonly says: string;
  readonly keys: readonly string[];
  readonly sums: readonly string[];
  /** Of periods: the earliest and the latest. */
  readonly least?: readonly string[];
  readonly most?: readonly string[];
  /** How many rows are looked at, where there could be many. */
  readonly limit?: number;
  /** The columns, exact. */
  readonly text: string;
}

/** The statement as it is run: numbers as text, so that none loses a digit. Where it is asked of shards, `from` asks each. */
export function wholeText(sql: Dialect, statement: Statement, from = `(\n${statement.text}\n) AS answer`): string {
  const { keys, sums, least = [], most = [] } = statement;
  const by = (aggregate: string) => (name: string) => `${sql.textOf(`${aggregate}(${name})`)} AS ${name}_`;
  const columns = [...keys, ...sums.map(by('sum')), ...least.map(by('min')), ...most.map(by('max'))];
  const grouped = keys.length === 0 ? '' : `\nGROUP BY ${keys.join(', ')}`;
  const limited = statement.limit === undefined ? '' : `\nLIMIT ${statement.limit}`;
  return `SELECT ${columns.join(', ')}\nFROM ${from}${grouped}${limited}`;
}

/** A row of its answer. */
export interface AnswerRow {
  /** Of a key, as text. */
  key(name: string): string;
  /** Of a number, exact; 0 where there is nothing to add up. */
  exact(name: string): string;
  number(name: string): number;
}

/** A row as a client gives it, each value as text. */
export function answerRow(row: Readonly<Record<string, string | null>>): AnswerRow {
  const exact = (name: string) => row[`${name}_`] ?? '0';
  return { key: (name) => row[name] ?? '', exact, number: (name) => Number(exact(name)) };
}
