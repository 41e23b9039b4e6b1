import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, freePort, type Running, start } from './processes.ts';

const INSTALLED = '/usr/lib/postgresql';
const version = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort().at(-1) : undefined;
const programs = version === undefined ? undefined : join(INSTALLED, version, 'bin');

/** What is not there; undefined where everything is. */
export const postgresMissing = (): string | undefined => (hasPostgres ? undefined : 'PostgreSQL is not installed');
export const hasPostgres = programs !== undefined && existsSync(join(programs, 'postgres'));

export interface Postgres extends Running {
  readonly port: number;
  /** Superuser `postgres`, without a password, in the database `postgres`. */
  readonly url: string;
  /** Runs statements through psql, and returns unaligned rows. */
  query(sql: string): string;
}

/** Starts a server. Whoever connects from loopback is trusted, but the users that `hba` has lines for. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  hba: readonly string[] = [],
): Promise<Postgres> {
  if (programs === undefined) throw new Error('PostgreSQL is not installed');
  // It refuses to run as root.
  const owner = process.getuid?.() === 0 ? ownerNamed('postgres') : undefined;
  const folder = dataFolder(owner);
  const data = join(folder, 'data');
  const as = { ...owner, stdio: ['ignore', 'pipe', 'pipe'] as ('ignore' | 'pipe')[] };
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C'],
    as,
  );
  if (hba.length > 0) {
    const lines = [...hba, 'host all all 127.0.0.1/32 trust'].join('\n');
    execFileSync('sh', ['-c', 'cat > "$1"', 'sh', join(data, 'pg_hba.conf')], { ...owner, input: `${lines}\n` });
  }
  const port = await freePort();
  const wanted = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, fsync: 'off', ...settings };
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(wanted).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const query = (sql: string) =>
    execFileSync(
      join(programs, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', 'postgres'],
      { input: sql, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] },
    );
  const answers = async () => query('SELECT 1').trim() === '1';
  const running = await start(join(programs, 'postgres'), args, folder, answers, owner);
  return { ...running, port, url: `postgres://postgres@127.0.0.1:${port}/postgres`, query };
}

function ownerNamed(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
