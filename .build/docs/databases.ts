import * as database from '../../src/errors/database.ts';
import { type Said, saidTable } from './rare.ts';

const WHERE = 'db.example.com/shop';

/** What a database may answer, with values made up; most of them are raised on a server by a test. */
const SAID: readonly Said[] = [
  database.clientMissing('pg'),
  database.columnTypeUnfit('integer', 'day'),
  database.certificateRefused(WHERE, 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  database.databaseFailed(WHERE, 'adding up', '25006', 'cannot execute INSERT in a read-only transaction'),
  database.connectionsUsedUp(WHERE),
  database.serverHangs(WHERE, 'adding up', 305),
  database.loginRefused(WHERE),
  database.connectionLost(WHERE, 'adding up'),
  database.memoryUsedUp(WHERE, 'adding up'),
  database.settingsForbidden(WHERE),
  database.tookTooLong(WHERE, 'adding up', 300),
  database.tlsDemanded(WHERE),
  database.tlsRefused(WHERE),
  database.databaseUnknown(WHERE),
  database.unreachable(WHERE),
  database.rowsBlank(12),
  database.rowsNoAmount(3),
  database.rowsNoDay(3),
  database.rowsUnknown(3, 'currency', 'Taler'),
  database.shardedIds('--normalize-ids'),
  database.shardedApart('billing.payments', 'it is sharded by rand(), not by the id of the person'),
  database.shardLost(WHERE, 'shards'),
  database.tableChanged('billing.payments'),
  database.tableEmpty(),
  database.tableForbidden('billing.payments', WHERE),
  database.tableMissing('billing.Payments', WHERE, ['billing.payments']),
  database.tableNameInvalid('billing."payments'),
];

/** One row for each of them. */
export function databaseTable(): string {
  return saidTable(SAID);
}
