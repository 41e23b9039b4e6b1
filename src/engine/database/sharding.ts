import type { CohortRules } from '../../core/raw.ts';
import { shardedApart, shardedIds } from '../../errors/database.ts';
import { CLICKHOUSE } from '../sql/dialects/clickhouse.ts';
import { type Statement, wholeText } from '../sql/statement.ts';
import { columnNamed } from '../sql/table.ts';
import { keyOfPerson, onEachShard } from './clickhouse/shards.ts';
import type { Connection } from './connection.ts';
import type { Opened } from './open-tables.ts';

/** A cluster on whose shards all tables lie, each person on one of them. */
export interface Cluster {
  readonly name: string;
}

/**
 * The cluster that all tables are spread over; undefined where none is. A sum over shards is right only where each person
 * lies on one of them, so that anything else is an error: a person on two would be counted twice.
 */
export function clusterOf(opened: readonly Opened[], { normalizeIds }: CohortRules): Cluster | undefined {
  const spread = opened.find(({ shards }) => shards !== undefined);
  if (spread === undefined) return undefined;
  const keys = new Map<string, string>();
  for (const { name, shards, table } of opened) {
    if (shards === undefined)
      throw shardedApart(name, `it lies on one server, ${spread.name} on the shards of a cluster`);
    const person = columnNamed(table, 'person_id')!;
    const key = keyOfPerson(shards.key, person.written);
    if (key === undefined) {
      const by = shards.key === '' ? 'by no key' : `by ${shards.key}`;
      throw shardedApart(name, `it is sharded ${by}, not by the id of the person`);
    }
    if (shards.cluster !== spread.shards!.cluster)
      throw shardedApart(name, `it lies on another cluster than ${spread.name}`);
    keys.set(`${key} of ${person.type.replace(/^Nullable\((.*)\)$/, '$1')}`, name);
  }
  const [first, second] = [...keys];
  if (second !== undefined)
    throw shardedApart(second[1], `it is sharded by ${second[0]}, ${first![1]} by ${first![0]}`);
  if (normalizeIds) throw shardedIds('--normalize-ids');
  return { name: spread.shards!.cluster };
}

/** The text that asks a statement of one server, or of each shard. */
export function textFor(connection: Connection, statement: Statement, cluster: Cluster | undefined): string {
  if (cluster === undefined) return wholeText(connection.sql, statement);
  const columns = [...statement.keys, ...statement.sums, ...(statement.least ?? []), ...(statement.most ?? [])];
  return wholeText(connection.sql, statement, onEachShard(cluster.name, columns, statement.text));
}

/**
 * Where the rows really lie: a cluster that has grown, or that was loaded shard by shard, may hold a person on two. Each
 * value of the key, by the number of shards, may be on one alone.
 */
export async function assertSharded(
  connection: Connection,
  opened: readonly Opened[],
  cluster: Cluster,
): Promise<void> {
  const weight = await connection.rows(
    `SELECT toString(sum(shard_weight)) AS whole FROM (
  SELECT shard_num, any(shard_weight) AS shard_weight FROM system.clusters
  WHERE cluster = ${CLICKHOUSE.literal(cluster.name)} GROUP BY shard_num
)`,
    'looking at the shards',
  );
  const slots = opened.map(
    ({ shards, table }) =>
      `SELECT toUInt64(${shards!.key}) % ${Number(weight[0]?.['whole'])} AS slot FROM ${table.from}`,
  );
  const text = `SELECT slot, 1 AS shard FROM (\n${slots.join('\nUNION ALL\n')}\n) AS placed GROUP BY slot`;
  const statement: Statement = { name: 'shards', says: 'Where people lie.', keys: ['slot'], sums: ['shard'], text };
  const found = await connection.rows(textFor(connection, statement, cluster), 'looking at the shards');
  if (found.some((row) => Number(row['shard_']) > 1))
    throw shardedApart(opened[0]!.name, 'rows lie on other shards than their key says, so that a person may be on two');
}
