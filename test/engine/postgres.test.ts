import { afterAll } from 'vitest';
import { databaseEngine } from '../../src/engine/database/engine.ts';
import { describeWith } from '../e2e/needs.ts';
import { hasPostgres, postgresMissing, startPostgres } from '../servers/postgres.ts';
import { engineContract, type Way } from './contract.ts';
import { postgresShelf } from './shelves.ts';
import { writeTables } from './tables.ts';

describeWith(postgresMissing(), 'on a PostgreSQL server', async () => {
  if (!hasPostgres) return;
  const server = await startPostgres();
  const shelf = await postgresShelf(server);
  afterAll(async () => {
    await shelf.close();
    await server.stop();
  });
  const way = (name: string, id: string, day: string, amount: string): Way => ({
    name,
    write: (rows) => writeTables(shelf, rows, { id, day, amount, text: 'text' }),
  });
  engineContract(databaseEngine(shelf.source), [
    way('tables with days and exact numbers', 'text', 'date', 'numeric(12,2)'),
    way('tables with text alone', 'text', 'text', 'text'),
    way('tables with times and numbers of any scale', 'varchar(40)', 'timestamptz', 'numeric'),
  ]);
});
