import { SQL_DIALECTS } from '../engine/sql/dialect-names.ts';
import type { OptionSpec } from './command.ts';

const DATABASE = 'Database:';

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
    choices: SQL_DIALECTS,
  },
];
