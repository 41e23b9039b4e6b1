import { LINES, type Line } from '../../core/cohort.ts';
import { periodOfMonth } from '../../core/period.ts';
import type { CohortRules } from '../../core/raw.ts';
import { rowsBlank, rowsNoAmount, rowsNoDay, rowsUnknown, tableEmpty } from '../../errors/database.ts';
import type { Problems } from '../../errors/problem.ts';
import { lineBlank, lineFilled } from '../../errors/row.ts';
import { currenciesOf, currencyTracker } from '../../input/currency.ts';
import { lines } from '../../input/names/cohorts.ts';
import type { FoundCurrency } from '../../input/options.ts';
import type { EngineContext } from '../engine.ts';
import { glance, probe, texts } from '../sql/probe.ts';
import type { AnswerRow, Statement } from '../sql/statement.ts';
import { columnNamed, type TableDialect, type Taking } from '../sql/table.ts';
import { wrongRows } from '../sql/tables.ts';
import type { Opened } from './open-tables.ts';

/** Asks one statement. */
export type Ask = (statement: Statement, doing: string) => Promise<readonly AnswerRow[]>;

/** What a look at a table has found. */
export interface Looked {
  readonly opened: Opened;
  readonly rows: number;
  /** Rows with something wrong. */
  readonly wrong: number;
  /** Rows whose id has spaces around it. */
  readonly spaced: number;
  /** Rows after the day of the run; of transactions, after its period. */
  readonly later: number;
  readonly first: number;
  readonly last: number;
  readonly lastDay: string;
  /** What is written in the column `line`, and what it stands for; empty without the column. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly currency?: FoundCurrency;
}

const COMPLAINTS = { blank: rowsBlank, no_day: rowsNoDay, no_amount: rowsNoAmount } as const;

/** Looks at a table before anything is added up. What is wrong with it is in the context's problems. */
export async function look(
  opened: Opened,
  ask: Ask,
  sql: TableDialect,
  taking: Taking,
  rules: CohortRules,
  { problems, read, today }: EngineContext,
): Promise<Looked> {
  const { kind, name, table } = opened;
  const doing = `looking at ${name}`;
  const [seen] = await ask(glance(kind, table, sql, taking), doing);
  const rows = seen?.number('all_rows') ?? 0;
  if (rows === 0) problems.add({ ...tableEmpty(), file: name });
  const [firstDay, lastDay] = [seen?.exact('first_day') ?? '', seen?.exact('last_day') ?? ''];
  const period = (day: string) =>
    periodOfMonth(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1, rules.unit).index;
  const isLater = kind === 'transactions' ? period(lastDay) > period(today) : lastDay > today;
  const [row] =
    (seen?.number('odd') ?? 0) > 0 || isLater ? await ask(probe(kind, table, sql, taking, rules, today), doing) : [];
  const number = (column: string) => row?.number(column) ?? 0;
  if (read.skipBadRows !== true && number('wrong') > 0) {
    for (const [at, { column, fault }] of wrongRows(kind, table, sql, taking).entries()) {
      const n = number(`wrong_${at}`);
      if (n === 0) continue;
      problems.add({ ...COMPLAINTS[fault](n), file: name, column: columnNamed(table, column)?.written ?? column });
    }
  }
  const found = await linesOf(opened, ask, sql, taking, problems);
  const currency = await currencyOf(opened, ask, sql, taking, problems, read.currency);
  return {
    opened,
    rows,
    wrong: number('wrong'),
    spaced: number('spaced'),
    later: number('later'),
    first: row?.number('first_period') ?? period(firstDay),
    last: row?.number('last_period') ?? period(lastDay),
    lastDay: row?.exact('last_day') ?? lastDay,
    lines: found,
    ...(currency === undefined ? {} : { currency }),
  };
}

async function linesOf(opened: Opened, ask: Ask, sql: TableDialect, taking: Taking, problems: Problems) {
  const known = new Map<string, Line>();
  const statement = opened.kind === 'transactions' ? texts(opened.table, 'line', sql, taking) : undefined;
  if (statement === undefined) return known;
  const column = columnNamed(opened.table, 'line')!.written;
  const place = { file: opened.name, column };
  let blank = false;
  const written = await ask(statement, `looking at ${opened.name}`);
  for (const row of written) {
    const text = row.key('written');
    const line = lines.find(text);
    if (text.trim() === '') blank = true;
    else if (line !== undefined) known.set(text, line);
    else problems.add({ ...rowsUnknown(row.number('times'), `line (${LINES.join(' or ')})`, text), ...place });
  }
  if (blank && known.size > 0) problems.add({ ...lineBlank(opened.name), ...place });
  return known;
}

async function currencyOf(
  { kind, name, table, currency }: Opened,
  ask: Ask,
  sql: TableDialect,
  taking: Taking,
  problems: Problems,
  chosen: string | undefined,
): Promise<FoundCurrency | undefined> {
  if (kind !== 'transactions') return undefined;
  const tracker = currencyTracker();
  const written = (column: string) => columnNamed(table, column)?.written ?? '';
  if (currency !== undefined) tracker.see(currency, name, undefined, written('amount'));
  const statement = texts(table, 'currency', sql, taking);
  for (const row of statement === undefined ? [] : await ask(statement, `looking at ${name}`)) {
    const mark = row.key('written').trim();
    if (mark === '') continue;
    if (currenciesOf(mark) !== undefined) tracker.see(mark, name, undefined, written('currency'));
    else
      problems.add({ ...rowsUnknown(row.number('times'), 'currency', mark), file: name, column: written('currency') });
  }
  return tracker.result(problems, chosen);
}

/** Adds a problem where some tables have lines and others none. */
export function agreeOnLines(looked: readonly Looked[], problems: Problems): void {
  const [first, ...others] = looked.filter(({ opened }) => opened.kind === 'transactions');
  for (const { opened, lines: own } of others) {
    const blank = own.size === 0;
    if (blank !== (first!.lines.size === 0))
      problems.add({ ...(blank ? lineBlank : lineFilled)(first!.opened.name), file: opened.name });
  }
}
