import { Agent as PlainAgent } from 'node:http';
import { type AgentOptions, Agent as TlsAgent } from 'node:https';
import type { TLSSocket } from 'node:tls';
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
        : tlsAgent({
            keepAlive: false,
            rejectUnauthorized: tls === 'verified',
            ...(ca === undefined ? {} : { ca }),
          }),
  });
}

const MOST_TO_SHAKE_HANDS_MS = 10_000;

/** A server that speaks no TLS may wait for the end of a line that never comes: the handshake has a limit of its own. */
function tlsAgent(options: AgentOptions): TlsAgent {
  const agent = new TlsAgent(options) as TlsAgent & { createConnection(...args: unknown[]): TLSSocket };
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (...args) => {
    const socket = connect(...args);
    const silent = Object.assign(new Error('no answer to the TLS handshake'), { code: 'EPROTO' });
    const late = setTimeout(() => socket.destroy(silent), MOST_TO_SHAKE_HANDS_MS);
    for (const event of ['secureConnect', 'close']) socket.once(event, () => clearTimeout(late));
    return socket;
  };
  return agent;
}
