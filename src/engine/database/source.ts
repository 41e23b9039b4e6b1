export type DatabaseKind = 'postgres' | 'clickhouse';

/** A database, as far as it has to be known to ask it. Nothing of it but `shown` may reach an output. */
export interface DatabaseSource {
  readonly kind: DatabaseKind;
  /** Name or address; for PostgreSQL a folder is that of a socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
  /** Whether what crosses the wire is encrypted, and whether the server has to show who it is. */
  readonly tls: 'off' | 'unverified' | 'verified';
  /** Certificates that are trusted beside those of the system, as PEM. */
  readonly ca?: string;
  /** Seconds that one statement may take. */
  readonly timeout: number;
  /** Host and database, for messages and outputs: no user, no password. */
  readonly shown: string;
}
