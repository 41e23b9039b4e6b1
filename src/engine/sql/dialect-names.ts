/** The dialects in which statements are shown: a list of its own, so that the help can offer it without loading any. */
export const SQL_DIALECTS = [
  'duckdb',
  'postgres',
  'clickhouse',
  'snowflake',
  'bigquery',
  'databricks',
  'trino',
] as const;

export type SqlDialectName = (typeof SQL_DIALECTS)[number];
