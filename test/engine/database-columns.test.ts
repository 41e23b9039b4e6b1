import { expect, test } from 'vitest';
import { onEachServer } from './database-servers.ts';

onEachServer(({ name, types, day, shelf, put, members, ask }) => {
  test('a column is found by another name for it, or by --map; a missing one names those that are there', async () => {
    await members();
    await put(
      'transactions',
      [
        ['Kundennummer', types.text],
        ['Tag', day],
        ['zahl', types.amount],
      ],
      [['a', '2024-01-05', '1.25']],
    );
    expect((await ask({})).found).toMatchObject([{ code: 'COLUMN_MISSING', file: 'transactions' }]);
    const { answer } = await ask({}, { map: { 'transactions.amount': 'zahl' } });
    expect(answer!.cells.reduce((sum, { spend: own }) => sum + own, 0n)).toBe(1_250_000_000_000n);
  });

  test('a column of a type that could be taken for something else is refused', async () => {
    await members();
    const whole = name === 'PostgreSQL' ? 'integer' : 'Int32';
    await put(
      'transactions',
      [
        ['person_id', types.text],
        ['date', whole],
        ['amount', types.amount],
      ],
      [['a', '20240105', '1']],
    );
    expect((await ask({})).found).toMatchObject([{ code: 'COLUMN_TYPE', column: 'date' }]);
  });

  test('floating-point amounts are taken to six decimals and added up exactly; whole ids are text', async () => {
    const [float, whole] = name === 'PostgreSQL' ? ['double precision', 'bigint'] : ['Float64', 'Int64'];
    await put(
      'members',
      [
        ['person_id', whole!],
        ['joined', day],
      ],
      [['7', '2024-01-01']],
    );
    await put(
      'transactions',
      [
        ['person_id', whole!],
        ['date', day],
        ['amount', float!],
      ],
      [
        ['7', '2024-01-05', '0.1'],
        ['7', '2024-01-05', '0.2'],
        ['8', '2024-01-05', '1.0000001'],
      ],
    );
    const { answer } = await ask({});
    const sums = answer!.cells.filter(({ spend }) => spend !== 0n).map(({ spend }) => Number(spend) / 1e12);
    expect(sums.sort()).toEqual([0.3, 1]);
  });

  test('several tables of a kind are added up', async () => {
    await members();
    await put(
      'transactions',
      [
        ['person_id', types.text],
        ['date', day],
        ['amount', types.amount],
      ],
      [['a', '2024-01-05', '1']],
    );
    await put(
      'older',
      [
        ['amount', types.amount],
        ['date', day],
        ['person_id', types.text],
      ],
      [['2', '2023-12-05', 'a']],
    );
    const { answer } = await ask({ transactions: ['transactions', 'older'] });
    expect(answer!.cells.reduce((sum, { spend: own }) => sum + own, 0n)).toBe(3_000_000_000_000n);
  });

  test('a view is taken as a table is', async () => {
    await members();
    await put(
      'payments',
      [
        ['who', types.text],
        ['at', day],
        ['cents', name === 'PostgreSQL' ? 'bigint' : 'Int64'],
      ],
      [['a', '2024-01-05', '125']],
    );
    const amount = name === 'PostgreSQL' ? 'cents::numeric / 100' : 'toDecimal64(cents, 2) / 100';
    await shelf.run('DROP VIEW IF EXISTS paid'.replace('VIEW', name === 'PostgreSQL' ? 'VIEW' : 'TABLE'));
    await shelf.run(`CREATE VIEW paid AS SELECT who AS person_id, at AS date, ${amount} AS amount FROM payments`);
    const { answer } = await ask({ transactions: ['paid'] });
    expect(answer!.cells.reduce((sum, { spend: own }) => sum + own, 0n)).toBe(1_250_000_000_000n);
  });
});
