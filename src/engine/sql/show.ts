import { COHORTS } from '../../core/cohort.ts';
import type { CohortRules } from '../../core/raw.ts';
import { tableNameInvalid } from '../../errors/database.ts';
import type { ReadOptions } from '../../input/options.ts';
import { parseTableName } from '../database/table-name.ts';
import type { RawSources } from '../engine.ts';
import { cells, nested, type Plan } from './cohorts.ts';
import type { SqlDialectName } from './dialect-names.ts';
import { CLICKHOUSE } from './dialects/clickhouse.ts';
import { BIGQUERY, DATABRICKS, DUCKDB_TABLES, SNOWFLAKE, TRINO } from './dialects/elsewhere.ts';
import { POSTGRES } from './dialects/postgres.ts';
import { glance } from './probe.ts';
import type { Statement } from './statement.ts';
import { columnNamed, type Holds, type Table, type TableColumn, type TableDialect } from './table.ts';
import { DAYS, sourcesOf, type Tables } from './tables.ts';

/** Dialects in which statements are shown, and whether tests run them on such an engine. */
const DIALECTS = {
  duckdb: { sql: DUCKDB_TABLES, tried: true },
  postgres: { sql: POSTGRES, tried: true },
  clickhouse: { sql: CLICKHOUSE, tried: true },
  snowflake: { sql: SNOWFLAKE, tried: false },
  bigquery: { sql: BIGQUERY, tried: false },
  databricks: { sql: DATABRICKS, tried: false },
  trino: { sql: TRINO, tried: false },
} as const satisfies Readonly<Record<SqlDialectName, { readonly sql: TableDialect; readonly tried: boolean }>>;

/** A statement to be read, or to be run elsewhere. */
export interface ShownStatement {
  readonly name: string;
  readonly says: string;
  readonly sql: string;
  /** Whether the project's tests run it on such an engine. */
  readonly tried: boolean;
}

/**
 * What to run elsewhere, for tables whose columns are called as in the documentation or as `map` says: ids are text, days
 * dates, amounts exact numbers. The first statement answers with cells that `calc --cells` takes; the others say what is
 * wrong with the rows.
 */
export function shownStatements(
  dialect: SqlDialectName,
  sources: RawSources,
  rules: CohortRules,
  { map = {} }: Pick<ReadOptions, 'map'>,
): readonly ShownStatement[] {
  const { sql, tried } = DIALECTS[dialect];
  const tables = assumed(sql, sources, map);
  const taking = { zone: undefined, folded: rules.normalizeIds, spaced: false };
  const texts = sourcesOf(tables, { sql, rules, taking, lines: new Map(), skipBad: false, byPerson: false });
  const at = (end: 'min' | 'max') => `(SELECT ${end}(period) FROM (\n${texts.spent}\n) bought)`;
  const plan = nested(
    {
      sql,
      rules,
      window: { first: at('min'), last: at('max') },
      again: true,
      active: true,
      customers: tables.customers.length > 0,
    },
    texts,
  );
  const looks = (['members', 'transactions', 'activity', 'customers'] as const).flatMap((kind) =>
    tables[kind].map((table) => glance(kind, table, sql, taking)),
  );
  const lines = tables.transactions.some((table) => columnNamed(table, 'line') !== undefined)
    ? ['existing', 'new']
    : [''];
  return [
    { name: 'cells', says: CELLS, tried, sql: indented(labelled(sql, plan, lines)) },
    ...looks.map(({ name, says, text }) => ({ name, says, tried, sql: indented(text) })),
  ];
}

const CELLS = 'People and spending per period, cohort and jackknife group: save the answer as CSV for calc --cells.';

/** A statement as it is run, to be read. */
export function shown(statement: Statement, sql: string): ShownStatement {
  return { name: statement.name, says: statement.says, sql: indented(sql), tried: true };
}

const OPTIONAL = ['left', 'contributed', 'line', 'currency'];

/** Tables that nobody has looked at: an optional column is there where `map` names it, but those of leaving and contributing. */
function assumed(sql: TableDialect, sources: RawSources, map: Readonly<Record<string, string>>): Tables {
  const columns = {
    members: ['person_id', 'joined', 'left', 'contributed'],
    transactions: ['person_id', 'date', 'amount', 'line'],
    activity: ['person_id', 'date'],
    customers: ['person_id', 'since'],
  } as const satisfies Record<keyof Tables, readonly string[]>;
  const of = (kind: keyof Tables): Table[] =>
    sources[kind].map((name) => {
      const parts = parseTableName(name);
      if (parts === undefined) throw tableNameInvalid(name);
      return {
        from: parts.map(sql.identifier).join('.'),
        prefix: 'c_',
        columns: columns[kind]
          .filter(
            (column) => !OPTIONAL.includes(column) || kind === 'members' || map[`${kind}.${column}`] !== undefined,
          )
          .map((column): TableColumn => {
            const holds: Holds = column in DAYS[kind] ? 'day' : column === 'amount' ? 'decimal' : 'text';
            const written = map[`${kind}.${column}`] ?? column;
            return { name: column, written, holds, type: holds, ...(holds === 'decimal' ? { scale: 2 } : {}) };
          }),
      };
    });
  return {
    members: of('members'),
    transactions: of('transactions'),
    activity: of('activity'),
    customers: of('customers'),
  };
}

/** The cells with names in the place of numbers, as the file of spending by cohort has them. */
function labelled(sql: TableDialect, plan: Plan, lines: readonly string[]): string {
  const { unit } = plan.rules;
  const text = (number: string) => sql.textOf(sql.whole(number));
  const parts = unit === 'month' ? 12 : unit === 'quarter' ? 4 : 1;
  const year = `floor(period / ${parts})`;
  const within = `(period - ${parts} * ${year} + 1)`;
  const label =
    unit === 'year'
      ? text('period')
      : unit === 'quarter'
        ? sql.concat(text(year), "'-Q'", text(within))
        : sql.concat(text(year), `CASE WHEN ${within} < 10 THEN '-0' ELSE '-' END`, text(within));
  const cohort = COHORTS.map((name, at) => `WHEN cohort = ${at} THEN '${name}'`).join(' ');
  const digit = (number: string) => `substr('0123456789abcdef', ${sql.whole(number)} + 1, 1)`;
  const group = sql.concat(digit('floor(grp / 16)'), digit('grp - 16 * floor(grp / 16)'));
  return `SELECT ${label} AS ${sql.identifier('period')}, CASE ${cohort} END AS ${sql.identifier('cohort')},
  ${group} AS ${sql.identifier('group')}, line AS ${sql.identifier('line')}, people AS ${sql.identifier('people')}, spend AS ${sql.identifier('spend')}
FROM (
${cells(plan, lines)}
) cell`;
}

/** Each line as deep as the parentheses around it. */
function indented(text: string): string {
  let depth = 0;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const bare = line.replace(/'(?:[^'\\]|\\.|'')*'|"[^"]*"|`[^`]*`/g, '');
      const closing = /^\)+/.exec(bare)?.[0].length ?? 0;
      const at = Math.max(0, depth - closing);
      depth += (bare.match(/\(/g)?.length ?? 0) - (bare.match(/\)/g)?.length ?? 0);
      return `${'  '.repeat(at)}${line}`;
    })
    .join('\n');
}
