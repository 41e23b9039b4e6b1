import { readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { sourceFile, sourceService } from '../../errors/source.ts';
import { type SourceSettings, settingsFrom } from './url.ts';

/** Files in which PostgreSQL's own programs look for services and passwords, read by the rules of libpq 15. */

/** What they need of the process. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's folder; empty where there is none. */
  readonly home: string;
}

/** The settings below `[service]` in PGSERVICEFILE or ~/.pg_service.conf, else in pg_service.conf of PGSYSCONFDIR. */
export async function serviceSettings(service: string, { env, home }: Surroundings): Promise<SourceSettings> {
  const own = env['PGSERVICEFILE'];
  const system = env['PGSYSCONFDIR'];
  const files = [
    own || join(home, '.pg_service.conf'),
    ...(system === undefined || system === '' ? [] : [join(system, 'pg_service.conf')]),
  ];
  for (const [at, file] of files.entries()) {
    const text = await textOf(file);
    if (text === undefined && at === 0 && own) throw sourceFile('service file', own);
    const pairs = text === undefined ? undefined : sectionOf(text, service);
    if (pairs !== undefined) return settingsFrom(pairs, 'postgres', `service "${service}"`);
  }
  throw sourceService(service, files);
}

function sectionOf(text: string, service: string): (readonly [string, string])[] | undefined {
  let pairs: (readonly [string, string])[] | undefined;
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) {
      if (pairs !== undefined) break;
      if (line === `[${service}]`) pairs = [];
    } else if (pairs !== undefined) {
      const [name = '', ...value] = line.split('=');
      pairs.push([name.trim(), value.join('=').trim()]);
    }
  }
  return pairs;
}

/** Whom a password is for. */
export interface Wanted {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** A password, or why a file that may hold one is passed over. */
export interface FoundPassword {
  readonly password?: string;
  readonly remark?: string;
}

/** The first line of a password file that fits; a file that others may read is passed over, as libpq does. */
export async function passwordFrom(
  named: string | undefined,
  wanted: Wanted,
  { env, home }: Surroundings,
): Promise<FoundPassword> {
  const file = named || env['PGPASSFILE'] || usualFile(env, home);
  const isNamed = Boolean(named || env['PGPASSFILE']);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    return isNamed ? { remark: `the password file "${file}" is not there` } : {};
  }
  if (sep === '/' && (found.mode & 0o077) !== 0) {
    return { remark: `others may read the password file "${file}": it is passed over until chmod 600` };
  }
  const text = await textOf(file);
  if (text === undefined) return { remark: `the password file "${file}" cannot be read` };
  const password = text
    .split(/\r?\n/)
    .map((line) => (line.startsWith('#') ? undefined : passwordIn(line, wanted)))
    .find((each) => each !== undefined);
  return password === undefined ? {} : { password };
}

/** `host:port:database:user:password`, where `*` fits all and a backslash takes the next character as it is. */
function passwordIn(line: string, { host, port, database, user }: Wanted): string | undefined {
  const fields = [...line.matchAll(/((?:\\.|[^:\\])*)(:|$)/g)].slice(0, 4).map(([, field = '']) => field);
  if (fields.length < 4) return undefined;
  const isSocket = host.startsWith('/');
  const wanted = [isSocket ? ['localhost', host] : [host], [String(port)], [database], [user]];
  const fits = fields.every((field, i) => field === '*' || wanted[i]!.includes(field.replace(/\\(.)/g, '$1')));
  if (!fits) return undefined;
  const rest = line.slice(fields.join(':').length + 1);
  return rest.replace(/\\(.)/g, '$1');
}

function usualFile(env: Surroundings['env'], home: string): string {
  const roaming = env['APPDATA'];
  return sep === '\\' && roaming ? join(roaming, 'postgresql', 'pgpass.conf') : join(home, '.pgpass');
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
