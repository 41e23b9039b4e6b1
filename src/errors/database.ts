import type { Complaint } from './problem.ts';
import { EXIT, type ExitCode, UserError } from './user-error.ts';
import { written } from './written.ts';

/** Every message about a database: what is wrong, by server and database or by table; what to do next. No user, no password. */

const failure = (code: string, message: string, remedy: string, exit: ExitCode = EXIT.input) =>
  new UserError({ code, message, remedy }, exit);

export const clientMissing = (name: string) =>
  failure(
    'DATABASE_CLIENT_MISSING',
    `the package ${name} is not installed here`,
    `Install it beside community-roi: npm install ${name}.`,
    EXIT.usage,
  );

export const tableNameInvalid = (name: string) =>
  failure(
    'TABLE_NAME_INVALID',
    `${written(name)} is not the name of a table`,
    'Write schema.table; a name that holds a dot or a quotation mark goes in double quotes: \'"My Schema"."a.b"\'.',
    EXIT.usage,
  );

export const unreachable = (where: string) =>
  failure(
    'DATABASE_UNREACHABLE',
    `${where}: no server answers there`,
    'Look at host and port, at the firewall, and whether the server runs.',
  );

export const loginRefused = (where: string) =>
  failure(
    'DATABASE_LOGIN',
    `${where}: the server refuses the user or the password`,
    'Set the password in PGPASSWORD or COMMUNITY_ROI_PASSWORD, and look at the user and at where the server lets it connect from.',
  );

export const databaseUnknown = (where: string) =>
  failure(
    'DATABASE_UNKNOWN',
    `${where}: the server has no such database`,
    'Look at the name behind the last / of the URL.',
  );

export const tlsRefused = (where: string) =>
  failure(
    'DATABASE_TLS_REFUSED',
    `${where}: the server does not encrypt`,
    'Where the network is trusted, say so: ?sslmode=disable at the end of the URL.',
  );

export const tlsDemanded = (where: string) =>
  failure(
    'DATABASE_TLS_DEMANDED',
    `${where}: the server takes encrypted connections alone`,
    'Add ?sslmode=verify-full to the URL.',
  );

export const certificateRefused = (where: string, reason: string) =>
  failure(
    'DATABASE_CERTIFICATE',
    `${where}: the certificate of the server is not trusted (${reason})`,
    'Name the certificate that signed it: ?sslrootcert=ca.pem. With ?sslmode=require any is taken, so that the server may be another.',
  );

export const tableMissing = (table: string, where: string, near: readonly string[]) =>
  failure(
    'TABLE_MISSING',
    `${table}: ${where} has no such table or view, or the user may not see it`,
    near.length > 0
      ? `Did you mean ${near.join(' or ')}? Capitals count.`
      : 'Write it as schema.table, as the catalogue has it: capitals count.',
  );

export const tableForbidden = (table: string, where: string) =>
  failure(
    'TABLE_FORBIDDEN',
    `${table}: the user may not read it on ${where}`,
    'Grant SELECT on it, or name a view that the user may read.',
  );

export const connectionsUsedUp = (where: string) =>
  failure(
    'DATABASE_FULL',
    `${where}: the server takes no more connections or queries`,
    'Wait until others are done, or have the limit raised.',
  );

export const tookTooLong = (where: string, doing: string, seconds: number) =>
  failure(
    'DATABASE_TIMEOUT',
    `${where}: ${doing} took longer than ${seconds} seconds, and was stopped`,
    'Allow more with --timeout, such as --timeout 1800.',
  );

export const serverHangs = (where: string, doing: string, seconds: number) =>
  failure(
    'DATABASE_HANGS',
    `${where}: no answer within ${seconds} seconds while ${doing}, nor to being told to stop`,
    'Look at the server; a larger --timeout waits for longer.',
  );

export const memoryUsedUp = (where: string, doing: string) =>
  failure(
    'DATABASE_MEMORY',
    `${where}: ${doing} takes more memory or disk than the server allows`,
    'Have the limit of the user raised, or ask fewer periods through a view.',
  );

export const connectionLost = (where: string, doing: string) =>
  failure(
    'DATABASE_LOST',
    `${where}: the connection broke while ${doing}`,
    'Run it again; nothing was written. If it breaks again, look at the log of the server.',
  );

export const shardLost = (where: string, cluster: string) =>
  failure(
    'SHARD_LOST',
    `${where}: a shard of the cluster ${written(cluster)} does not answer`,
    'Run it again when all shards are up: without one of them the numbers would be wrong.',
  );

export const settingsForbidden = (where: string) =>
  failure(
    'DATABASE_SETTINGS',
    `${where}: the user may not set a time limit or ask for all shards (readonly = 1)`,
    'Give the user readonly = 2: it may then choose settings, and still only read.',
  );

export const databaseFailed = (where: string, doing: string, code: string, said: string) =>
  failure(
    'DATABASE_FAILED',
    `${where}: ${doing} failed with ${code}: ${said}`,
    'The log of the server has the whole of it. --show-sql prints the statements.',
  );

export const shardedApart = (table: string, reason: string) =>
  failure(
    'SHARDS_APART',
    `${table}: ${reason}`,
    'Everything of a person has to lie on one shard: give all tables an engine Distributed over the same cluster, by the id of the person and in the same way, such as cityHash64(person_id).',
  );

export const shardedIds = (what: string) =>
  failure(
    'SHARDED_IDS',
    `${what} would make one person of ids that lie on different shards`,
    'Clean the ids before they are loaded.',
  );

export const tableChanged = (table: string) =>
  failure(
    'TABLE_CHANGED',
    `${table}: rows came or went while it was read`,
    'Name a view that ends with a day that is over, so that the same question has the same answer.',
  );

export const tableEmpty = (): Complaint => ({
  code: 'TABLE_EMPTY',
  message: 'the table has no rows',
  remedy: 'Name another, or look at what the user may see of it.',
});

const rows = (n: number) => `${n} ${n === 1 ? 'row' : 'rows'}`;
const SKIP = 'or leave these rows out with --skip-bad-rows';

export const rowsBlank = (n: number): Complaint => ({
  code: 'ROWS_BLANK',
  message: `${rows(n)} without a value`,
  remedy: `Fill them in, name a view without them, ${SKIP}.`,
});

export const rowsNoDay = (n: number): Complaint => ({
  code: 'ROWS_NO_DAY',
  message: `${rows(n)} without a day that can be: 2024-01-31, from 1900 on (ClickHouse: from 1970 to 2105)`,
  remedy: `Correct them, name a view that casts the column to a date, ${SKIP}.`,
});

export const rowsNoAmount = (n: number): Complaint => ({
  code: 'ROWS_NO_AMOUNT',
  message: `${rows(n)} without an amount such as -1234.50`,
  remedy: `Correct them, name a view that casts the column to an exact number, ${SKIP}.`,
});

export const rowsUnknown = (n: number, what: string, value: string): Complaint => ({
  code: 'ROWS_UNKNOWN',
  message: `${rows(n)} with ${written(value)}, which is no ${what}`,
  remedy: 'Correct them, or name a view that does.',
});

export const columnTypeUnfit = (type: string, what: string): Complaint => ({
  code: 'COLUMN_TYPE',
  message: `the column is of type ${type}, which is no ${what}`,
  remedy: `Name another with --map, or a view that casts it.`,
});
