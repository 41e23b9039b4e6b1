import { readFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { sourceFile, sourceUrl, sourceValue } from '../../errors/source.ts';
import type { DatabaseSource } from '../database/source.ts';
import { passwordFrom, type Surroundings, serviceSettings } from './postgres-files.ts';
import { parseSourceUrl, type SourceSettings, type SourceUrl, shownAs } from './url.ts';

/** What stands beside the address. */
export interface SourceGiven {
  readonly env: Surroundings['env'];
  /** Folder that a path to a certificate starts from. */
  readonly cwd: string;
  /** Seconds that one statement may take. */
  readonly timeout: number;
}

/** A database, and what its user should know about how it was found. */
export interface FoundSource {
  readonly source: DatabaseSource;
  readonly remarks: readonly string[];
}

/**
 * The database behind an address, completed as PostgreSQL's and ClickHouse's own programs complete it: from a service file,
 * from the environment, and for a password from a password file.
 */
export async function readSource(address: string, given: SourceGiven): Promise<FoundSource> {
  const url = parseSourceUrl(address);
  const around = { env: given.env, home: given.env['HOME'] || homedir() };
  const isPostgres = url.kind === 'postgres';
  const service = isPostgres ? (url.service ?? given.env['PGSERVICE']) : undefined;
  const fromService = service === undefined || service === '' ? {} : await serviceSettings(service, around);
  const settings = { ...fromEnvironment(url.kind, given.env), ...fromService, ...url };
  const host = settings.host ?? 'localhost';
  if (!isPostgres && host.startsWith('/')) throw sourceUrl('ClickHouse has no sockets');
  const tls = tlsOf(settings, host);
  const usualPort = isPostgres ? 5432 : tls === 'off' ? 8123 : 8443;
  const port = portOf(settings.port, usualPort);
  const user = settings.user ?? (isPostgres ? ownName() : 'default');
  const database = settings.database ?? (isPostgres ? user : 'default');
  const { password, remark } = await passwordOf(settings, { host, port, database, user }, around);
  const ca =
    tls === 'verified' ? await certificates(settings.sslrootcert, isPostgres, given.cwd, around.home) : undefined;
  return {
    source: {
      kind: url.kind,
      host,
      port,
      database,
      user,
      ...(password === undefined ? {} : { password }),
      tls,
      ...(ca === undefined ? {} : { ca }),
      timeout: given.timeout,
      shown: shownAs(host, port, usualPort, database),
    },
    remarks: [
      ...(remark === undefined ? [] : [remark]),
      ...(url.password !== undefined && !holds(given.env, address)
        ? ['the address holds a password: COMMUNITY_ROI_PASSWORD keeps it out of files and of the list of processes']
        : []),
    ],
  };
}

/** Whether the environment has the address, or its password: then the command line does not show it. */
function holds(env: Surroundings['env'], address: string): boolean {
  const password = new URL(address).password;
  return Object.values(env).some((value) => value === address || (password !== '' && value?.includes(password)));
}

/** What the environment says; PostgreSQL's variables are those of libpq, ClickHouse's those of clickhouse-client. */
function fromEnvironment(kind: SourceUrl['kind'], env: Surroundings['env']): SourceSettings {
  const names: Readonly<Record<string, string>> =
    kind === 'postgres'
      ? {
          host: 'PGHOST',
          port: 'PGPORT',
          database: 'PGDATABASE',
          user: 'PGUSER',
          sslmode: 'PGSSLMODE',
          sslrootcert: 'PGSSLROOTCERT',
        }
      : { user: 'CLICKHOUSE_USER' };
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => (env[name] ? [[key, env[name]] as const] : [])),
  );
}

/** The password of the address, of the environment, of the service, or of the password file: the first that there is. */
async function passwordOf(
  settings: SourceUrl,
  wanted: Parameters<typeof passwordFrom>[1],
  around: Surroundings,
): Promise<{ readonly password?: string; readonly remark?: string }> {
  const { kind, password, passfile } = settings;
  const theirs = kind === 'postgres' ? 'PGPASSWORD' : 'CLICKHOUSE_PASSWORD';
  const found = password ?? (around.env['COMMUNITY_ROI_PASSWORD'] || around.env[theirs] || undefined);
  if (found !== undefined) return { password: found };
  return kind === 'postgres' ? passwordFrom(passfile, wanted, around) : {};
}

const MODES = { disable: 'off', require: 'unverified', 'verify-full': 'verified' } as const;

/**
 * What crosses the wire to another machine is encrypted, and the machine has to show who it is, unless that is waived.
 * Whoever names a certificate wants it looked at.
 */
function tlsOf({ kind, encrypted, sslmode, sslrootcert }: SourceUrl, host: string): DatabaseSource['tls'] {
  if (host.startsWith('/')) return 'off';
  if (sslmode === undefined) {
    if (encrypted !== undefined) return encrypted ? 'verified' : 'off';
    return isLoopback(host) ? 'off' : 'verified';
  }
  const mode = Object.hasOwn(MODES, sslmode) ? MODES[sslmode as keyof typeof MODES] : undefined;
  if (mode === undefined) {
    const why = 'disable (plain), require (encrypted) or verify-full (encrypted, and the server shows who it is)';
    throw sourceValue('sslmode', sslmode, 'the source', why);
  }
  if (encrypted !== undefined && encrypted !== (mode !== 'off')) {
    throw sourceValue(
      'sslmode',
      sslmode,
      `${kind}+${encrypted ? 'https' : 'http'}://`,
      encrypted ? 'require or verify-full' : 'disable',
    );
  }
  return mode === 'unverified' && sslrootcert !== undefined ? 'verified' : mode;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function portOf(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw sourceValue('port', text, 'the source', 'a number from 1 to 65535');
  return port;
}

/** Certificates to trust beside those of the system: the file that is named, or that of libpq where it lies. */
async function certificates(
  named: string | undefined,
  isPostgres: boolean,
  cwd: string,
  home: string,
): Promise<string | undefined> {
  if (named === 'system') return undefined;
  if (named !== undefined) {
    return readFile(resolve(cwd, named), 'utf8').catch(() => {
      throw sourceFile('certificate', named);
    });
  }
  return isPostgres ? readFile(join(home, '.postgresql', 'root.crt'), 'utf8').catch(() => undefined) : undefined;
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw sourceUrl('it names no user');
  }
}
