/** Settings by name, each as the server takes it. */
export type Settings = Readonly<Record<string, string>>;

/** What makes the answer that of all rows and all shards, whatever the profile of the user says, and lets nobody write. */
const WANTED: Settings = {
  readonly: '2',
  skip_unavailable_shards: '0',
  distributed_group_by_no_merge: '0',
  join_use_nulls: '0',
  aggregate_functions_null_for_empty: '0',
  empty_result_for_aggregation_by_empty_set: '0',
  cancel_http_readonly_queries_on_client_close: '1',
  limit: '0',
  offset: '0',
};

/** Names of all settings that are looked at. */
export const LOOKED_AT = [...Object.keys(WANTED), 'max_execution_time'];

/** A limit that is reached breaks off with an error; `break` and `any` would answer from what was read so far. */
const isOverflow = (name: string) => name.endsWith('_overflow_mode');

/** What to set on a server, which says of itself what it has: a setting that it does not know would be an error. */
export function settingsFor(known: Settings, timeout: number): Settings {
  const wanted = { ...WANTED, max_execution_time: String(timeout) };
  return {
    ...Object.fromEntries(
      Object.entries(wanted).filter(([name]) => name in known && known[name] !== wanted[name as never]),
    ),
    ...Object.fromEntries(
      Object.entries(known)
        .filter(([name, value]) => isOverflow(name) && value !== 'throw')
        .map(([name]) => [name, 'throw']),
    ),
  };
}
