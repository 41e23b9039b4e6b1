import type { TableColumn, TableDialect } from '../sql/table.ts';

/** A server that can be asked. Failures are thrown as the user may read them. */
export interface Connection {
  readonly sql: TableDialect;
  /** What the catalogue says of a table or view; undefined where it has none of this name. */
  describe(name: readonly string[]): Promise<Description | undefined>;
  /** Names of tables that are like this one, for who has mistyped it. */
  near(name: readonly string[]): Promise<readonly string[]>;
  /** Few rows, each value as text. `doing` is for messages: "adding up". */
  rows(statement: string, doing: string): Promise<readonly TextRow[]>;
  /** Ends it; whatever still runs is stopped. */
  close(): Promise<void>;
}

export type TextRow = Readonly<Record<string, string | null>>;

export interface Description {
  /** Quoted, as statements name it. */
  readonly from: string;
  readonly columns: readonly Omit<TableColumn, 'name'>[];
  /** Whether the user may read it, as far as the catalogue tells. */
  readonly readable: boolean;
  /** Where the rows really lie, when the table is spread over the shards of a cluster. */
  readonly shards?: Shards;
}

export interface Shards {
  readonly cluster: string;
  /** The table on each shard, quoted. */
  readonly local: string;
  /** What decides on the shard, as SQL over the columns of the table. */
  readonly key: string;
}
