import { Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { ClickHouseClient } from '@clickhouse/client';
import { clientMissing } from '../../../errors/database.ts';
import type { DatabaseSource } from '../source.ts';

/** A client of the HTTP interface: it connects with each question. It is loaded when it is first needed. */
export async function clickhouseClient(source: DatabaseSource, waitMs: number): Promise<ClickHouseClient> {
  const { createClient, ClickHouseLogLevel } = await import('@clickhouse/client').catch(() => {
    throw clientMissing('@clickhouse/client');
  });
  const { host, port, database, user, password, tls, ca } = source;
  const name = host.includes(':') ? `[${host}]` : host;
  return createClient({
    url: `${tls === 'off' ? 'http' : 'https'}://${name}:${port}`,
    username: user,
    password: password ?? '',
    database,
    application: 'community-roi',
    request_timeout: waitMs,
    log: { level: ClickHouseLogLevel.OFF },
    http_agent:
      tls === 'off'
        ? new PlainAgent({ keepAlive: false })
        : new TlsAgent({
            keepAlive: false,
            rejectUnauthorized: tls === 'verified',
            ...(ca === undefined ? {} : { ca }),
          }),
  });
}
