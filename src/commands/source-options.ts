import type { SqlDialectName } from '../engine/sql/show.ts';
import type { OptionSpec } from './command.ts';

const DATABASE = 'Database:';

/** What `--show-sql` writes for; those at the end are not run by any test. */
export const DIALECTS = [
  'duckdb',
  'postgres',
  'clickhouse',
  'snowflake',
  'bigquery',
  'databricks',
  'trino',
] as const satisfies readonly SqlDialectName[];

/** How raw exports are asked of a database, where they are tables rather than files. */
export const SOURCE_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--source <url>',
    summary: 'postgres://… or clickhouse://…: --members, --transactions and so on are then tables in it',
    group: DATABASE,
  },
  { flags: '--timeout <seconds>', summary: 'what one statement may take (default: 300)', group: DATABASE },
  { flags: '--show-sql', summary: 'print the statements, and compute nothing', group: DATABASE },
  {
    flags: '--dialect <name>',
    summary: 'what --show-sql writes for; without it that of --source, or postgres',
    group: DATABASE,
    choices: DIALECTS,
  },
];
