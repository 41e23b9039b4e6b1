import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseEngine } from '../../src/engine/database/engine.ts';
import { describeWith } from '../e2e/needs.ts';
import { type Clickhouse, clickhouseMissing, hasClickhouse, startClickhouse } from '../servers/clickhouse.ts';
import { engineContract, RULES } from './contract.ts';
import { contextIn } from './raw-files.ts';
import { clickhouseShelf, type DatabaseShelf } from './shelves.ts';
import { writeTables } from './tables.ts';

const TYPES = { id: 'String', day: 'Nullable(Date)', amount: 'Decimal(12, 2)', text: 'String' };

describeWith(clickhouseMissing(), 'on two shards', async () => {
  if (!hasClickhouse) return;
  const servers = await startClickhouse(2);
  const shelf = clickhouseShelf(servers);
  afterAll(() => Promise.all(servers.map((server) => server.stop())));
  engineContract(
    databaseEngine(shelf.source),
    [{ name: 'Distributed tables', write: (rows) => writeTables(shelf, rows, TYPES) }],
    ['normalizeIds', 'spaces'],
  );
  aboutShards(servers, shelf);
});

function aboutShards(servers: readonly Clickhouse[], shelf: DatabaseShelf): void {
  const [first, second] = servers as [Clickhouse, Clickhouse];
  const people = Array.from({ length: 200 }, (_, n) => `p${n}`);
  const rows = {
    members: people.slice(0, 100).map((id) => ({ id, joined: '2024-01-10' })),
    transactions: people.flatMap((id, n) => [
      { id, date: '2024-02-01', cents: 100 + n },
      { id, date: '2024-05-01', cents: 200 },
    ]),
  };
  const ask = (question = RULES) =>
    databaseEngine(shelf.source).cohortSums(
      { members: ['members'], transactions: ['transactions'], activity: [], customers: [] },
      question,
      contextIn('/nowhere'),
    );

  describe('what a cluster has to be like', () => {
    beforeAll(async () => void (await writeTables(shelf, rows, TYPES)));

    test('each shard groups its own people, and answers with cells alone', async () => {
      const sums = await ask();
      const cells = sums!.cells.filter(({ people: n }) => n > 0).length;
      await second.query('SYSTEM FLUSH LOGS');
      const log = await second.query(
        `SELECT max(read_rows), max(result_rows) FROM system.query_log
         WHERE type = 2 AND is_initial_query = 0 AND query LIKE '%sum(total)%'`,
      );
      const [read, result] = log.trim().split('\t').map(Number) as [number, number];
      expect(read).toBeGreaterThan(100);
      expect(result).toBeGreaterThan(0);
      expect(result).toBeLessThanOrEqual(cells);
    });

    test('a table on one server beside one on shards is an error, since nobody could say where its people lie', async () => {
      await first.query('CREATE TABLE lone (person_id String, joined Date) ENGINE = MergeTree ORDER BY person_id');
      await first.query("INSERT INTO lone VALUES ('p1', '2024-01-01')");
      const asked = databaseEngine(shelf.source).cohortSums(
        { members: ['lone'], transactions: ['transactions'], activity: [], customers: [] },
        RULES,
        contextIn('/nowhere'),
      );
      await expect(asked).rejects.toMatchObject({ code: 'SHARDS_APART' });
    });

    test('ids that are folded into one may lie on two shards, so that it is refused', async () => {
      await expect(ask({ ...RULES, normalizeIds: true })).rejects.toMatchObject({ code: 'SHARDED_IDS' });
    });

    test.each([
      ['rand()', 'not by the id'],
      ['intHash64(toUInt32(amount))', 'not by the id'],
      ['cityHash64(person_id, amount)', 'not by the id'],
      ['sipHash64(person_id)', 'sharded by'],
    ])('transactions that are sharded by %s are refused', async (key, says) => {
      await first.query('DROP TABLE IF EXISTS transactions');
      await first.query(
        `CREATE TABLE transactions AS transactions_local ENGINE = Distributed(shards, default, transactions_local, ${key})`,
      );
      await expect(ask()).rejects.toThrow(says);
      await expect(ask()).rejects.toMatchObject({ code: 'SHARDS_APART' });
    });

    test('rows that lie where their key does not put them are found before anything is added up', async () => {
      await writeTables(shelf, rows, TYPES);
      const moved =
        'INSERT INTO transactions_local SELECT person_id, date, amount FROM transactions_local WHERE amount > 2';
      expect(await ask()).toBeDefined();
      await second.query(`INSERT INTO transactions_local VALUES ('p1', '2024-03-01', 5), ('p2', '2024-03-01', 5)`);
      await first.query(moved);
      await first.query(`INSERT INTO transactions_local VALUES ('p1', '2024-03-01', 5), ('p2', '2024-03-01', 5)`);
      await expect(ask()).rejects.toMatchObject({ code: 'SHARDS_APART' });
    });
  });
}
