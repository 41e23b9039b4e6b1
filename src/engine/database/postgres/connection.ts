import type { Client } from 'pg';
import { serverHangs } from '../../../errors/database.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { EngineContext } from '../../engine.ts';
import { POSTGRES } from '../../sql/dialects/postgres.ts';
import type { Connection, TextRow } from '../connection.ts';
import type { DatabaseSource } from '../source.ts';
import { cancelOn, postgresClient, TO_CONNECT } from './client.ts';
import { postgresFailure } from './failure.ts';
import { heldBy } from './types.ts';

/** Beyond the time limit, so many seconds are left to the server for saying that it was reached. */
const GRACE = 5;
/** So many seconds to stop when told to. */
const TO_STOP = 3;

/**
 * A session that reads only, and sees all tables as they were at one moment. Each statement has the time limit; the server
 * is told to look now and then whether we are still there. It cannot know how many rows come out of what is nested, and
 * takes few for granted: it is not to compare each row with each.
 */
const BEGIN = ['BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY'];
const setting = (name: string, value: string) =>
  `SELECT set_config(name, '${value}', true) FROM pg_settings WHERE name = '${name}'`;

export async function connectPostgres(
  source: DatabaseSource,
  { signal }: Pick<EngineContext, 'signal'>,
): Promise<Connection> {
  const client = await postgresClient(source);
  let broken: Error | undefined;
  client.on('error', (error) => {
    broken ??= error;
  });
  /** Where the server does not stop when it is told to, nor is connected yet, the connection is cut. */
  const cancel = () =>
    void cancelOn(client, source)
      .then((told) => (told ? seconds(TO_STOP) : undefined))
      .then(() => socketOf(client)?.destroy());
  signal.addEventListener('abort', cancel);
  const close = async () => {
    signal.removeEventListener('abort', cancel);
    await Promise.race([client.end().catch(() => {}), seconds(2)]);
    socketOf(client)?.destroy();
  };
  const query = async (text: string, doing: string, values: readonly unknown[] = []): Promise<readonly TextRow[]> => {
    signal.throwIfAborted();
    try {
      if (broken !== undefined) throw broken;
      const { rows } = await withDeadline(client.query<TextRow>(text, [...values]), client, source, doing);
      return rows;
    } catch (error) {
      signal.throwIfAborted();
      throw postgresFailure(error, source, doing);
    }
  };
  try {
    await openWithin(client, source);
    signal.throwIfAborted();
    for (const statement of BEGIN) await query(statement, 'connecting');
    await query(setting('statement_timeout', `${source.timeout * 1000}`), 'connecting');
    await query(setting('client_connection_check_interval', '10000'), 'connecting');
    await query(setting('enable_nestloop', 'off'), 'connecting');
  } catch (error) {
    await close();
    signal.throwIfAborted();
    throw postgresFailure(error, source, 'connecting');
  }
  return {
    sql: POSTGRES,
    rows: query,
    close,
    async describe(name) {
      const [table, schema] = [...name].reverse();
      const found = await query(COLUMNS, 'reading the catalogue', [table, schema ?? null]);
      const [first] = found;
      if (first === undefined) return undefined;
      return {
        from: [first['schema']!, first['relation']!].map(POSTGRES.identifier).join('.'),
        readable: first['readable'] === 't' || first['readable'] === 'true',
        columns: found.map((row) => ({ written: row['name']!, type: row['type']!, ...heldBy(row['type']!) })),
      };
    },
    async near(name) {
      const found = await query(NEAR, 'reading the catalogue', [name.at(-1)]);
      return found.map((row) => [row['schema']!, row['relation']!].map(asTyped).join('.'));
    },
  };
}

/** A part of a name as the user has to write it. */
const asTyped = (part: string) => (/[".]/.test(part) ? POSTGRES.identifier(part) : part);

/** The columns of a table, view or foreign table; of a domain the type below it. */
const COLUMNS = `SELECT n.nspname AS schema, c.relname AS relation, a.attname AS name,
  format_type(CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE a.atttypid END,
    CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END) AS type,
  (has_schema_privilege(n.oid, 'USAGE') AND (has_table_privilege(c.oid, 'SELECT')
    OR has_column_privilege(c.oid, a.attnum, 'SELECT'))) AS readable
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
WHERE c.relname = $1::text AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND CASE WHEN $2::text IS NULL THEN pg_table_is_visible(c.oid) ELSE n.nspname = $2::text END
ORDER BY a.attnum`;

const NEAR = `SELECT n.nspname AS schema, c.relname AS relation
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE lower(c.relname) = lower($1::text) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') LIMIT 3`;

function openWithin(client: Client, source: DatabaseSource): Promise<void> {
  return withDeadline(
    client.connect().then(() => {}),
    client,
    { ...source, timeout: TO_CONNECT },
    'connecting',
  );
}

/** A server that hangs does not keep its own time limit: then the connection is cut. */
async function withDeadline<T>(answer: Promise<T>, client: Client, { shown, timeout }: DatabaseSource, doing: string) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => {
        reject(serverHangs(shown, doing, timeout + GRACE));
        socketOf(client)?.destroy();
      },
      (timeout + GRACE) * 1000,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    if (error instanceof UserError) answer.catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function socketOf(client: Client): { destroy(): void } | undefined {
  return (client as Client & { readonly connection?: { readonly stream?: { destroy(): void } } }).connection?.stream;
}

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1000).unref());
