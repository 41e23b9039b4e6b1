import { afterAll } from 'vitest';
import { databaseEngine } from '../../src/engine/database/engine.ts';
import { describeWith } from '../e2e/needs.ts';
import { clickhouseMissing, hasClickhouse, startClickhouse } from '../servers/clickhouse.ts';
import { engineContract, type Way } from './contract.ts';
import { clickhouseShelf } from './shelves.ts';
import { writeTables } from './tables.ts';

describeWith(clickhouseMissing(), 'on a ClickHouse server', async () => {
  if (!hasClickhouse) return;
  const servers = await startClickhouse(1);
  const shelf = clickhouseShelf(servers);
  afterAll(() => Promise.all(servers.map((server) => server.stop())));
  const way = (name: string, day: string, amount: string, time = ''): Way => ({
    name,
    write: (rows) => writeTables(shelf, rows, { id: 'String', day, amount, text: 'String', time }),
  });
  engineContract(databaseEngine(shelf.source), [
    way('tables with days and exact numbers', 'Nullable(Date)', 'Decimal(12, 2)'),
    way('tables with text alone', 'Nullable(String)', 'String'),
    way('tables with times and numbers of another scale', 'Nullable(DateTime)', 'Decimal(18, 4)', ' 12:34:56'),
  ]);
});
