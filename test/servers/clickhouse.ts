import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, freePort, type Running, start } from './processes.ts';

const SERVER = '/usr/sbin/clickhouse-server';

export const hasClickhouse = existsSync(SERVER);
/** What is not there; undefined where everything is. */
export const clickhouseMissing = (): string | undefined =>
  hasClickhouse ? undefined : 'clickhouse-server is not installed';

/** A shard of a cluster, or a server on its own. */
export interface Clickhouse extends Running {
  readonly url: string;
  readonly httpPort: number;
  /** Runs a statement, with settings, and returns what it answers. */
  query(sql: string, settings?: Readonly<Record<string, string>>): Promise<string>;
}

/**
 * Starts servers that know each other as the cluster `shards`, one shard each. User `default` has no password; user `reader`
 * has the password `secret` and may only read; profile settings by `settings`.
 */
export async function startClickhouse(
  shards = 1,
  settings: Readonly<Record<string, string>> = {},
): Promise<Clickhouse[]> {
  const ports = await Promise.all(
    Array.from({ length: shards }, async () => ({
      http: await freePort(),
      tcp: await freePort(),
      sync: await freePort(),
    })),
  );
  return Promise.all(
    ports.map((own) =>
      startShard(
        own,
        ports.map(({ tcp }) => tcp),
        settings,
      ),
    ),
  );
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly sync: number;
}

async function startShard(
  own: Ports,
  all: readonly number[],
  settings: Readonly<Record<string, string>>,
): Promise<Clickhouse> {
  const folder = dataFolder();
  writeFileSync(join(folder, 'config.xml'), configXml(folder, own, all));
  writeFileSync(join(folder, 'users.xml'), usersXml(settings));
  const url = `http://127.0.0.1:${own.http}`;
  const query = async (sql: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
    const response = await fetch(`${url}/?${new URLSearchParams(more)}`, { method: 'POST', body: sql });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  };
  const answers = async () => (await query('SELECT 1')).trim() === '1';
  const running = await start(SERVER, [`--config-file=${join(folder, 'config.xml')}`], folder, answers);
  return { ...running, url: `clickhouse://127.0.0.1:${own.http}`, httpPort: own.http, query };
}

function configXml(folder: string, { http, tcp, sync }: Ports, all: readonly number[]): string {
  const shard = (port: number) =>
    `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;
  return `<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${sync}</interserver_http_port>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <max_concurrent_queries>100</max_concurrent_queries>
  <remote_servers><shards>${all.map(shard).join('')}</shards></remote_servers>
  <query_log><database>system</database><table>query_log</table><flush_interval_milliseconds>500</flush_interval_milliseconds></query_log>
</yandex>
`;
}

function usersXml(settings: Readonly<Record<string, string>>): string {
  const own = Object.entries(settings).map(([name, value]) => `<${name}>${value}</${name}>`);
  const user = (name: string, password: string, profile: string) =>
    `<${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;
  return `<yandex>
  <profiles>
    <default><log_queries>1</log_queries>${own.join('')}</default>
    <reading><readonly>2</readonly><log_queries>1</log_queries>${own.join('')}</reading>
  </profiles>
  <users>${user('default', '', 'default')}${user('reader', 'secret', 'reading')}</users>
  <quotas><default><interval><duration>3600</duration><queries>0</queries><errors>0</errors><result_rows>0</result_rows><read_rows>0</read_rows><execution_time>0</execution_time></interval></default></quotas>
</yandex>
`;
}
