import { connect, isIP } from 'node:net';
import type { Client, ClientConfig } from 'pg';
import { clientMissing } from '../../../errors/database.ts';
import type { DatabaseSource } from '../source.ts';

/** Seconds in which a server has to take up a connection. */
export const TO_CONNECT = 15;

/** A connection that is not yet open. The client is loaded when it is first needed. */
export async function postgresClient(source: DatabaseSource): Promise<Client> {
  const { host, port, database, user, password, tls, ca, timeout } = source;
  const { default: pg } = await import('pg').catch(() => {
    throw clientMissing('pg');
  });
  const config: ClientConfig = {
    host,
    port,
    database,
    user,
    // An empty one, since the client would otherwise look for one itself.
    password: password ?? '',
    ssl:
      tls === 'off'
        ? false
        : {
            rejectUnauthorized: tls === 'verified',
            ...(ca === undefined ? {} : { ca }),
            ...(isIP(host) === 0 ? { servername: host } : {}),
          },
    application_name: 'community-roi',
    connectionTimeoutMillis: Math.min(TO_CONNECT, timeout) * 1000,
    keepAlive: true,
    // Each value as the server writes it: a number loses no digit, and a day no zone.
    types: { getTypeParser: () => (text: string) => text },
  };
  return new pg.Client(config);
}

/** What the server knows a connection by. */
interface Backend {
  readonly processID?: number | null;
  readonly secretKey?: number | null;
}

/**
 * Tells the server to stop what runs on a connection: sixteen bytes over another one, as its protocol has it. False where
 * the connection has not come so far that anything could run on it.
 */
export function cancelOn(client: Client, { host, port }: DatabaseSource): Promise<boolean> {
  const { processID, secretKey } = client as Client & Backend;
  if (typeof processID !== 'number' || typeof secretKey !== 'number') return Promise.resolve(false);
  const request = Buffer.alloc(16);
  for (const [at, value] of [16, CANCEL, processID, secretKey].entries()) request.writeInt32BE(value, 4 * at);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(TO_CANCEL_MS, () => socket.destroy());
    socket.once('connect', () => socket.end(request));
    socket.once('error', () => socket.destroy());
    socket.once('close', () => resolve(true));
    socket.resume();
  });
}

const CANCEL = 80_877_102;
const TO_CANCEL_MS = 3000;
