import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { oneOf, written } from './written.ts';

/** Every message about naming a database and what is asked of it, before it is reached. None may hold a password. */

const usage = (complaint: Complaint) => new UserError(complaint, EXIT.usage);

/** The address itself is never repeated: where it cannot be read, nobody knows which part of it is the password. */
export const sourceUrl = (reason: string) =>
  usage({
    code: 'SOURCE_URL',
    message: `--source cannot be read: ${reason}`,
    remedy:
      'Write postgres://user@host:5432/database or clickhouse://user@host:8123/database; in names and passwords @ is %40, / is %2F, # is %23 and % is %25.',
  });

export const sourceScheme = (scheme: string) =>
  usage({
    code: 'SOURCE_SCHEME',
    message: `--source cannot begin with ${written(`${scheme}://`)}`,
    remedy: /^https?$/.test(scheme)
      ? `For ClickHouse write clickhouse+${scheme}://.`
      : 'It begins with clickhouse:// or with postgres://, which is also for Citus, CockroachDB, YugabyteDB, Greenplum and Redshift. For other databases: --show-sql --dialect, and --cells for what they answer.',
  });

export const sourceParameter = (name: string, where: string, near: readonly string[], known: readonly string[]) =>
  usage({
    code: 'SOURCE_PARAMETER',
    message: `${where} has ${written(name)}, which means nothing here`,
    remedy: near.length > 0 ? `Did you mean ${oneOf(near)}?` : `There are ${oneOf(known, 'and')}.`,
  });

export const sourceValue = (name: string, value: string, where: string, expected: string) =>
  usage({
    code: 'SOURCE_VALUE',
    message: `${name} of ${where} cannot be ${written(value)}`,
    remedy: `It takes ${expected}.`,
  });

export const sourceService = (service: string, files: readonly string[]) =>
  usage({
    code: 'SOURCE_SERVICE',
    message: `there is no service ${written(service)} in ${oneOf(files)}`,
    remedy: 'Write its settings below its name in brackets, or name the file in PGSERVICEFILE.',
  });

export const sourceFile = (what: string, file: string) =>
  usage({
    code: 'SOURCE_FILE',
    message: `the ${what} ${written(file)} cannot be read`,
    remedy: 'Check the path, and that you may read the file.',
  });

export const sourceTables = (option: string) =>
  usage({
    code: 'SOURCE_TABLES',
    message: `${option} needs --members and --transactions, which then name tables`,
    remedy: 'Name them as schema.table, in double quotes where a name holds a dot: --members community.members',
  });

export const sourceNotFile = (file: string) =>
  usage({
    code: 'SOURCE_NOT_FILE',
    message: `${written(file)} is a file, and with --source the name of a table is expected`,
    remedy: 'Name the table, or leave the source out.',
  });

export const sourceElsewhere = (option: string) =>
  usage({
    code: 'SOURCE_ELSEWHERE',
    message: `${option} reads files, and --source names a database`,
    remedy: `Leave out --source, or ${option}.`,
  });

export const showSqlNeeded = (option: string) =>
  usage({
    code: 'SHOW_SQL_NEEDED',
    message: `${option} says how --show-sql writes, and that is not there`,
    remedy: 'Add --show-sql.',
  });
