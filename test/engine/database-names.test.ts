import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onEachServer } from './database-servers.ts';

onEachServer(({ name, types, day, quoted, shelf, put, members, ask }) => {
  test('whatever tables and columns are called, their names are names and never SQL', async () => {
    const character = fc.constantFrom(
      ...[...`abcXYZ0_ "'\`\\;-.,()%$/*\n\té☃`],
      'select',
      'drop table',
      ' x; --',
      'NULL',
    );
    const anyName = fc
      .array(character, { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''))
      .filter((text) => text.trim() !== '' && Buffer.byteLength(text) < 60);
    const named = [
      'members"; drop table x; --',
      'Members of 2024',
      'select',
      "o'Neil",
      'back\\slash',
      'a`b',
      'id',
      'amount',
    ];
    const special = fc.oneof(fc.constantFrom(...named), anyName);
    await shelf.create('canary', [['person_id', types.text]]);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          table: special,
          columns: fc.uniqueArray(special, {
            minLength: 3,
            maxLength: 3,
            selector: (text) => text,
          }),
        }),
        async ({ table, columns }) => {
          const [id, date, amount] = columns as [string, string, string];
          // Files on a disk are called like tables of ClickHouse.
          fc.pre(name === 'PostgreSQL' || !/[/\0]/.test(table + columns.join('')));
          await members();
          const own = table === 'members' ? 'members2' : table;
          await put(
            own,
            [
              [id, types.text],
              [date, day],
              [amount, types.amount],
            ],
            [['a', '2024-01-05', '1.25']],
          );
          const typed = /[".]/.test(own) ? `"${own.replaceAll('"', '""')}"` : own;
          const map = { 'transactions.person_id': id, 'transactions.date': date, 'transactions.amount': amount };
          const { answer, found } = await ask({ transactions: [typed] }, { map });
          expect(found).toEqual([]);
          expect(answer!.cells.reduce((sum, { spend: total }) => sum + total, 0n)).toBe(1_250_000_000_000n);
          await shelf.run(`DROP TABLE ${quoted(own)}`);
        },
      ),
      { numRuns: 60 },
    );
    await shelf.run('DROP TABLE canary');
  }, 120_000);
});
