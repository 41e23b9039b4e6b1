import { sourceParameter, sourceScheme, sourceUrl } from '../../errors/source.ts';
import { closest } from '../../input/spelling.ts';
import type { DatabaseKind } from '../database/source.ts';

/** What an address of a database says, and what a service file may say as well; what is missing is found elsewhere. */
export interface SourceSettings {
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  readonly sslmode?: string;
  readonly sslrootcert?: string;
  readonly service?: string;
  readonly passfile?: string;
}

/** An address taken apart. */
export interface SourceUrl extends SourceSettings {
  readonly kind: DatabaseKind;
  /** What the scheme says of encryption: `clickhouse+http` and `clickhouse+https` decide it, the others do not. */
  readonly encrypted?: boolean;
}

interface Scheme {
  readonly kind: DatabaseKind;
  readonly encrypted?: boolean;
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  postgres: { kind: 'postgres' },
  postgresql: { kind: 'postgres' },
  clickhouse: { kind: 'clickhouse' },
  'clickhouse+http': { kind: 'clickhouse', encrypted: false },
  'clickhouse+https': { kind: 'clickhouse', encrypted: true },
};

type Key = keyof SourceSettings;

/** Parameters behind the `?`, and keys of a service file, by the names that libpq gives them. */
const PARAMETERS: Readonly<Record<DatabaseKind, Readonly<Record<string, Key>>>> = {
  postgres: {
    host: 'host',
    port: 'port',
    dbname: 'database',
    user: 'user',
    password: 'password',
    sslmode: 'sslmode',
    sslrootcert: 'sslrootcert',
    service: 'service',
    passfile: 'passfile',
  },
  clickhouse: {
    database: 'database',
    user: 'user',
    password: 'password',
    sslmode: 'sslmode',
    sslrootcert: 'sslrootcert',
  },
};

/** Set by this program itself, whatever an address copied from elsewhere says. */
const PASSED_OVER = ['application_name', 'connect_timeout'];

/** Takes an address apart; throws a usage error, which holds nothing of it but names, where it cannot be read. */
export function parseSourceUrl(text: string): SourceUrl {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) throw sourceUrl('it is no address of a database');
  const known = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
  if (known === undefined) throw sourceScheme(scheme);
  const url = parsed(text);
  if (url.hash !== '') throw sourceUrl('there is a # in it');
  const host = decoded(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  if (host.includes(',')) throw sourceUrl('it names several hosts');
  const path = decoded(url.pathname.replace(/^\//, ''));
  return {
    ...known,
    ...filled({ host, port: url.port, database: path, user: decoded(url.username), password: decoded(url.password) }),
    ...parametersOf(url.search.slice(1), known.kind),
  };
}

/** Settings by the names of libpq, as an address or a service file has them; unknown ones are an error. */
export function settingsFrom(
  pairs: readonly (readonly [name: string, value: string])[],
  kind: DatabaseKind,
  where: string,
): SourceSettings {
  const names = PARAMETERS[kind];
  const known = Object.keys(names);
  const settings: Partial<Record<Key, string>> = {};
  for (const [name, value] of pairs) {
    if (PASSED_OVER.includes(name)) continue;
    const key = Object.hasOwn(names, name) ? names[name] : undefined;
    if (key === undefined) throw sourceParameter(name, where, closest(name, known), known);
    settings[key] = value;
  }
  return filled(settings);
}

/** How a database is called in messages and outputs: without user and password, without a port that is the usual one. */
export function shownAs(host: string, port: number, usualPort: number, database: string): string {
  const place = host.includes(':') ? `[${host}]` : host;
  return `${place}${port === usualPort ? '' : `:${port}`}/${database}`;
}

/** The address of a database as `config` shows it; where it cannot be read, nothing of it. */
export function shownUrl(text: string): string {
  try {
    const { host = '', port, database = '', service, kind } = parseSourceUrl(text);
    if (service !== undefined) return `${kind}, service ${service}`;
    return `${kind}, ${shownAs(host, Number(port ?? 0), 0, database)}`;
  } catch {
    return '(hidden: no address of a database)';
  }
}

function parsed(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw sourceUrl('its host, port or password is not written as in an address');
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw sourceUrl('there is a % without two digits of hexadecimal');
  }
}

function parametersOf(query: string, kind: DatabaseKind): SourceSettings {
  const pairs = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=');
      return [decoded(name), decoded(value.join('='))] as const;
    });
  return settingsFrom(pairs, kind, 'the address');
}

/** Without what is empty. */
function filled(settings: Readonly<Partial<Record<Key, string>>>): SourceSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
}
