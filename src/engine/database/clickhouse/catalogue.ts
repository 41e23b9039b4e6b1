import { CLICKHOUSE } from '../../sql/dialects/clickhouse.ts';
import type { Connection, TextRow } from '../connection.ts';
import { shardsOf } from './shards.ts';
import { heldBy } from './types.ts';

const { literal, identifier } = CLICKHOUSE;
const DOING = 'reading the catalogue';

/** What a server says of its tables; names are texts in its questions. `found` hears of each cluster. */
export function catalogueOf(
  query: (statement: string, doing: string) => Promise<readonly TextRow[]>,
  ownDatabase: string,
  found: (cluster: string) => void,
): Pick<Connection, 'describe' | 'near'> {
  return {
    async describe(name) {
      const [table, database = ownDatabase] = [...name].reverse();
      const where = `WHERE database = ${literal(database)} AND`;
      const columns = await query(`SELECT name, type FROM system.columns ${where} table = ${literal(table!)}`, DOING);
      if (columns.length === 0) return undefined;
      const engines = await query(`SELECT engine_full FROM system.tables ${where} name = ${literal(table!)}`, DOING);
      const shards = shardsOf(engines[0]?.['engine_full'] ?? '', database);
      if (shards !== undefined) found(shards.cluster);
      return {
        from: [database, table!].map(identifier).join('.'),
        readable: true,
        columns: columns.map((row) => ({ written: row['name']!, type: row['type']!, ...heldBy(row['type']!) })),
        ...(shards === undefined ? {} : { shards }),
      };
    },
    async near(name) {
      const like = `WHERE lower(name) = lower(${literal(name.at(-1)!)})`;
      const rows = await query(`SELECT database, name FROM system.tables ${like} LIMIT 3`, DOING);
      return rows.map((row) => `${row['database']}.${row['name']}`);
    },
  };
}
