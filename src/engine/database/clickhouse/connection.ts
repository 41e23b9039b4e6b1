import { randomUUID } from 'node:crypto';
import { connectionLost } from '../../../errors/database.ts';
import type { EngineContext } from '../../engine.ts';
import { CLICKHOUSE } from '../../sql/dialects/clickhouse.ts';
import type { Connection, TextRow } from '../connection.ts';
import type { DatabaseSource } from '../source.ts';
import { catalogueOf } from './catalogue.ts';
import { clickhouseClient } from './client.ts';
import { clickhouseFailure } from './failure.ts';
import { LOOKED_AT, type Settings, settingsFor } from './settings.ts';

/** Beyond the time limit, so many seconds are left to the server for saying that it was reached. */
const GRACE = 5;

const { literal } = CLICKHOUSE;

/** A server over HTTP. Each statement has the time limit, may only read, and is stopped when nobody waits for it any more. */
export async function connectClickhouse(
  source: DatabaseSource,
  { signal }: Pick<EngineContext, 'signal'>,
): Promise<Connection> {
  const client = await clickhouseClient(source, (source.timeout + GRACE) * 1000);
  let settings: Settings = {};
  let cluster: string | undefined;

  const query = async (text: string, doing: string): Promise<readonly TextRow[]> => {
    signal.throwIfAborted();
    const id = randomUUID();
    // Closing the connection stops a query on newer servers; older ones have to be told.
    const stop = () =>
      client
        .command({ query: `KILL QUERY WHERE query_id = ${literal(id)} ASYNC`, abort_signal: AbortSignal.timeout(3000) })
        .catch(() => {});
    try {
      const result = await client.query({
        query: text,
        format: 'JSONCompact',
        query_id: id,
        abort_signal: signal,
        clickhouse_settings: { ...settings, wait_end_of_query: 1 },
      });
      return rowsOf(await result.text(), source, doing);
    } catch (error) {
      await stop();
      signal.throwIfAborted();
      throw clickhouseFailure(error, source, doing, cluster);
    }
  };
  const close = () => client.close();
  try {
    const names = LOOKED_AT.map(literal).join(', ');
    const known = await query(
      `SELECT name, toString(value) AS value FROM system.settings WHERE name IN (${names}) OR name LIKE '%overflow_mode'`,
      'connecting',
    );
    settings = settingsFor(Object.fromEntries(known.map((row) => [row['name']!, row['value']!])), source.timeout);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    sql: CLICKHOUSE,
    rows: query,
    close,
    ...catalogueOf(query, source.database, (found) => {
      cluster ??= found;
    }),
  };
}

interface Answer {
  readonly meta: readonly { readonly name: string }[];
  readonly data: readonly (readonly (string | number | null)[])[];
}

/** The rows of an answer in the format JSONCompact. One that breaks off holds an error, or nothing of use. */
export function rowsOf(text: string, { shown }: Pick<DatabaseSource, 'shown'>, doing: string): TextRow[] {
  let answer: Answer;
  try {
    answer = JSON.parse(text);
  } catch {
    throw text.includes('Code: ') ? new Error(text.slice(text.lastIndexOf('Code: '))) : connectionLost(shown, doing);
  }
  const names = answer.meta.map(({ name }) => name);
  return answer.data.map((values) =>
    Object.fromEntries(names.map((name, at) => [name, values[at] == null ? null : String(values[at])])),
  );
}
