import { expect, test } from 'vitest';
import { duckdb } from '../../src/engine/duckdb/cohorts.ts';
import { RULES } from './contract.ts';
import { onEachServer } from './database-servers.ts';
import { contextIn, workplace, writeRaw } from './raw-files.ts';
import type { RawRows } from './reference.ts';
import { writeTables } from './tables.ts';

const ROWS: RawRows = {
  members: [
    { id: 'a', joined: '2024-01-05', contributed: '2024-02-20' },
    { id: 'a', joined: '2024-03-01' },
    { id: 'B b', joined: '2023-02-01', left: '2023-01-01' },
    { id: 'gone', joined: '2023-02-01', left: '2023-06-01' },
    { id: 'late', joined: '2025-01-01' },
    { id: 'never' },
  ],
  transactions: [
    { id: 'a', date: '2023-12-01', cents: 1234 },
    { id: 'bb', date: '2024-02-01', cents: 500 },
    { id: 'c', date: '2024-06-11', cents: 700 },
  ],
  activity: [
    { id: 'a', date: '2024-05-01' },
    { id: 'stranger', date: '2024-05-02' },
  ],
  customers: [{ id: 'q', since: '2024-02-02' }],
};

onEachServer(({ types, optional, day, shelf, put, members, ask }) => {
  test('the match and the counts are those of files', async () => {
    const { folder, remove } = workplace();
    const context = contextIn(folder, { today: '2024-05-20' });
    const byFiles = await duckdb.cohortSums(writeRaw(folder, ROWS), RULES, context);
    remove();
    const { answer } = await ask(await writeTables(shelf, ROWS, types));
    expect(answer?.match).toEqual(byFiles?.match);
    expect(answer?.inputs.map(({ name: own, rows, sha256 }) => [own, rows, sha256])).toEqual([
      ['members', 6, null],
      ['transactions', 3, null],
      ['activity', 2, null],
      ['customers', 1, null],
    ]);
  });

  const BAD = [
    [
      ['person_id', types.text],
      ['date', types.text],
      ['amount', types.text],
    ].map(([own, type]) => [own!, optional(type!)] as const),
    [
      ['a', '2024-01-05', '10.50'],
      ['a', '2024-02-30', '1'],
      ['b', '05.01.2024', '1'],
      ['b', '2024-03-05', '1,50'],
      ['b', '2024-03-05', '1e3'],
      ['b', '2024-03-05', undefined],
      [' ', '2024-03-05', '1'],
      [undefined, '2024-03-05', '1'],
      ['b', undefined, '1'],
      ['b', '2024-02-29T12:00:00Z', '-2'],
    ],
  ] as const;

  test('rows without id, day or amount are problems by table and column, each with how many', async () => {
    await members();
    await put('transactions', ...BAD);
    const { answer, found } = await ask({});
    expect(answer).toBeUndefined();
    expect(
      found.map(({ code, file, column, line, message }) => [code, `${file}.${column}`, line, message.split(' ')[0]]),
    ).toEqual([
      ['ROWS_BLANK', 'transactions.person_id', undefined, '2'],
      ['ROWS_BLANK', 'transactions.date', undefined, '1'],
      ['ROWS_NO_DAY', 'transactions.date', undefined, '2'],
      ['ROWS_BLANK', 'transactions.amount', undefined, '1'],
      ['ROWS_NO_AMOUNT', 'transactions.amount', undefined, '2'],
    ]);
  });

  test('--skip-bad-rows leaves them out, and counts them', async () => {
    await members();
    await put('transactions', ...BAD);
    const { answer } = await ask({}, { skipBadRows: true });
    const total = answer!.cells.reduce((sum, { spend: own }) => sum + own, 0n);
    expect(Number(total) / 1e12).toBe(8.5);
    expect(answer!.inputs[1]).toMatchObject({ rows: 2, skippedRows: 8 });
  });

  test('a table without rows, and one in which nobody joined, are problems', async () => {
    await members();
    await shelf.create('transactions', [
      ['person_id', types.text],
      ['date', day],
      ['amount', types.amount],
    ]);
    expect((await ask({})).found).toMatchObject([{ file: 'transactions', code: 'TABLE_EMPTY' }]);
    await put(
      'transactions',
      [
        ['person_id', types.text],
        ['date', day],
        ['amount', types.amount],
      ],
      [['a', '2024-01-01', '1']],
    );
    await put(
      'members',
      [
        ['person_id', types.text],
        ['joined', optional(day)],
      ],
      [['a', undefined]],
    );
    expect((await ask({})).found).toMatchObject([{ file: 'members', code: 'NOBODY_JOINED' }]);
  });

  test('ids that almost match are found among thousands that do not, without comparing each with each', async () => {
    const many = Array.from({ length: 30_000 }, (_, n) => n);
    await put(
      'members',
      [
        ['person_id', types.text],
        ['joined', day],
      ],
      many.map((n) => [n < 7 ? `P ${n}` : `member${n}`, '2024-01-01']),
    );
    await put(
      'transactions',
      [
        ['person_id', types.text],
        ['date', day],
        ['amount', types.amount],
      ],
      many.map((n) => [`p${n}`, '2024-01-05', '1']),
    );
    const { answer } = await ask({});
    expect(answer!.match).toMatchObject({ members: 30_000, buyers: 30_000, both: 0, almostMatching: 7 });
  });

  test('lines and currencies are read as in files: other words for them, one currency, no row without a line', async () => {
    await members();
    const columns = [
      ['person_id', types.text],
      ['date', day],
      ['amount', types.amount],
      ['line', types.text],
      ['currency', types.text],
    ] as const;
    await put('transactions', columns, [
      ['a', '2024-01-05', '1', 'Neu', 'EUR'],
      ['b', '2024-01-06', '2', 'bestehend', '€'],
    ]);
    const { answer } = await ask({});
    expect(answer!.currencies).toMatchObject([{ code: 'EUR', file: 'transactions' }]);
    expect(new Set(answer!.cells.map(({ line }) => line))).toEqual(new Set(['existing', 'new']));
    await put('transactions', columns, [
      ['a', '2024-01-05', '1', 'Neu', 'EUR'],
      ['b', '2024-01-06', '2', '', 'USD'],
      ['b', '2024-01-06', '2', 'other', 'nothing'],
    ]);
    expect((await ask({})).found.map(({ code }) => code).sort()).toEqual([
      'CURRENCY_SECOND',
      'LINE_PARTIAL',
      'ROWS_UNKNOWN',
      'ROWS_UNKNOWN',
    ]);
  });
});
