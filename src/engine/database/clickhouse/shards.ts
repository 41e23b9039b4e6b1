import { CLICKHOUSE } from '../../sql/dialects/clickhouse.ts';
import type { Shards } from '../connection.ts';

const TOKEN = /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|[A-Za-z_][\w.]*|\d+(?:\.\d+)?|\s+|./gsu;

/** The words of an expression, without the spaces between. */
function tokensOf(expression: string): string[] {
  return (expression.match(TOKEN) ?? []).filter((token) => token.trim() !== '');
}

/** A name without its quotation marks. */
function bare(token: string): string {
  return /^['`"]/.test(token) ? token.slice(1, -1).replace(/\\(.)/gs, '$1') : token;
}

/**
 * What `Distributed(cluster, database, table, key)` says of a table; undefined for another engine. Without a key the rows
 * may lie anywhere.
 */
export function shardsOf(engine: string, database: string): Shards | undefined {
  const tokens = tokensOf(engine);
  if (tokens[0] !== 'Distributed' || tokens[1] !== '(') return undefined;
  const parts: string[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(1)) {
    if (token === '(' && depth++ === 0) continue;
    if (token === ')' && --depth === 0) break;
    if (token === ',' && depth === 1) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  const [cluster = [], remote = [], table = [], key = []] = parts;
  const schema = remote.length === 1 && bare(remote[0]!) !== '' ? bare(remote[0]!) : database;
  return {
    cluster: bare(cluster.join('')),
    local: [schema, bare(table.join(''))].map(CLICKHOUSE.identifier).join('.'),
    key: key.join(' '),
  };
}

/** A key with a mark in the place of the person's column; undefined where it does not depend on that column alone. */
export function keyOfPerson(key: string, column: string): string | undefined {
  const tokens = tokensOf(key);
  let named = false;
  const marked = tokens.map((token, at) => {
    const isName = /^[A-Za-z_`"]/.test(token) && tokens[at + 1] !== '(';
    if (!isName) return token;
    if (bare(token) !== column) return undefined;
    named = true;
    return '?';
  });
  return named && marked.every((token) => token !== undefined) ? marked.join(' ') : undefined;
}

/** Each shard answers for the rows that lie on it; nothing but what it answers crosses the wire. */
export function onEachShard(cluster: string, columns: readonly string[], text: string): string {
  return `cluster(${CLICKHOUSE.literal(cluster)}, system, one)
ALL INNER JOIN (
SELECT toUInt8(0) AS dummy, ${columns.join(', ')} FROM (
${text}
) AS answer
) AS of_shard USING (dummy)`;
}
