import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { formatPeriod, month, type Period } from '../../src/core/period.ts';
import { panelSums } from '../../src/engine/duckdb/panel.ts';
import type { PanelQuestion, PanelSums } from '../../src/engine/engine.ts';
import { contextIn, GERMAN, PLAIN, workplace, writeRaw } from './raw-files.ts';
import type { RawRows } from './reference.ts';

const RULES: PanelQuestion = { unit: 'month', newcomerDays: 90, activeDays: 30, normalizeIds: false };

const { folder, remove } = workplace();
afterAll(remove);

async function ask(rows: RawRows, rules: Partial<PanelQuestion> = {}, dialect = PLAIN): Promise<PanelSums> {
  const context = contextIn(folder, { read: dialect.read });
  const answer = await panelSums(writeRaw(folder, rows, dialect), { ...RULES, ...rules }, context);
  expect(context.problems.kept).toEqual([]);
  return answer!;
}

/** Period of joining → people, sums in cents, products in squared cents. */
type Totals = Readonly<Record<string, { people: number; sums: number[]; products: number[] }>>;

const shown = ({ totals }: PanelSums): Totals =>
  Object.fromEntries(
    totals.map(({ joined, people, sums, products }) => [
      joined === null ? 'never' : formatPeriod(joined),
      {
        people,
        sums: sums.map((sum) => Number(sum) / 1e10),
        products: products.map((product) => Number(product / 10n ** 20n)),
      },
    ]),
  );

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Person by person: known before the window, not joined by the end of its first period, 0 where nothing was spent. */
function reference(rows: RawRows, { unit, from, to }: PanelQuestion): { periods: string[]; totals: Totals } {
  const periodOf = (day: string) =>
    Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / MONTHS[unit]);
  const all = rows.transactions.map(({ date }) => periodOf(date));
  const begin = from === undefined ? Math.min(...all) + (rows.customers === undefined ? 1 : 0) : inUnit(from, unit);
  const first = Math.max(Math.min(...all), begin);
  const last = Math.min(Math.max(...all), to === undefined ? Number.POSITIVE_INFINITY : inUnit(to, unit));
  const periods = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const totals: Record<string, { people: number; sums: number[]; products: number[] }> = {};
  const everybody = [...rows.members, ...rows.transactions, ...(rows.customers ?? [])];
  for (const id of new Set(everybody.map((row) => row.id.trim()))) {
    const own = <Row extends { id: string }>(kind: readonly Row[] | undefined) =>
      (kind ?? []).filter((row) => row.id.trim() === id);
    const joinings = own(rows.members).flatMap(({ joined }) => (joined === undefined ? [] : [periodOf(joined)]));
    const known = Math.min(
      ...joinings,
      ...own(rows.transactions).map(({ date }) => periodOf(date)),
      ...own(rows.customers).map(({ since }) => periodOf(since)),
    );
    const joined = Math.min(...joinings);
    if (known >= first || joined <= first || periods.length === 0) continue;
    const key = joined > last ? 'never' : formatPeriod({ unit, index: joined });
    const spent = periods.map((period) =>
      own(rows.transactions)
        .filter(({ date }) => periodOf(date) === period)
        .reduce((sum, { cents }) => sum + cents, 0),
    );
    const total = totals[key] ?? {
      people: 0,
      sums: spent.map(() => 0),
      products: spent.flatMap(() => spent.map(() => 0)),
    };
    totals[key] = {
      people: total.people + 1,
      sums: total.sums.map((sum, t) => sum + spent[t]!),
      products: total.products.map((sum, at) => {
        return sum + spent[Math.floor(at / spent.length)]! * spent[at % spent.length]!;
      }),
    };
  }
  return { periods: periods.map((index) => formatPeriod({ unit, index })), totals };
}

const inUnit = ({ index }: Period, unit: PanelQuestion['unit']) => Math.floor(index / MONTHS[unit]);

describe('the panel of raw exports', () => {
  const day = fc
    .record({ year: fc.constantFrom(2023, 2024), offset: fc.nat(365) })
    .map(({ year, offset }) => new Date(Date.UTC(year, 0, 1 + offset)).toISOString().slice(0, 10));
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '7', '007', "o'x", 'x,y');
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
  const rows = fc
    .record({
      members: fc.array(fc.record({ id, joined: optional(day), left: optional(day) }), { minLength: 1, maxLength: 10 }),
      transactions: fc.array(fc.record({ id, date: day, cents: fc.integer({ min: -50_000, max: 900_000 }) }), {
        minLength: 1,
        maxLength: 40,
      }),
      customers: optional(fc.array(fc.record({ id, since: day }), { minLength: 1, maxLength: 6 })),
    })
    .filter(({ members }) => members.some(({ joined }) => joined !== undefined)) as fc.Arbitrary<RawRows>;
  const someMonth = fc.nat(23).map((at) => month(2023, at + 1));
  const rules = fc.record(
    { unit: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const), from: someMonth, to: someMonth },
    { requiredKeys: ['unit'] },
  );
  const runs = Number(process.env['ENGINE_CASES'] ?? 30);

  test.each([
    ['plain files', PLAIN],
    ['files in a German dialect', GERMAN],
  ])(
    'equals the reference on random %s',
    async (_, dialect) => {
      await fc.assert(
        fc.asyncProperty(rows, rules, async (given, by) => {
          const answer = await ask(given, by, dialect);
          const expected = reference(given, { ...RULES, ...by });
          expect(answer.periods.map(formatPeriod)).toEqual(expected.periods);
          expect(shown(answer)).toEqual(expected.totals);
        }),
        { numRuns: runs },
      );
    },
    600_000,
  );

  test('begins after the first period, since who is known by a first transaction alone bought in it', async () => {
    const transactions = [
      { id: 'a', date: '2024-01-05', cents: 100 },
      { id: 'a', date: '2024-03-05', cents: 300 },
      { id: 'b', date: '2024-02-05', cents: 700 },
    ];
    const answer = await ask({ members: [{ id: 'm', joined: '2024-03-01' }], transactions });
    expect(answer.periods.map(formatPeriod)).toEqual(['2024-02', '2024-03']);
    expect(shown(answer)).toEqual({ never: { people: 1, sums: [0, 300], products: [0, 0, 0, 90_000] } });
    expect(answer.leftOut).toEqual({ knownLater: 2, knownLaterJoined: 1, joinedBefore: 0 });
  });

  test('begins with the first period where a customer list says who was known before it', async () => {
    const customers = ['a', 'm'].map((name) => ({ id: name, since: '2023-06-01' }));
    const transactions = [
      { id: 'a', date: '2024-01-05', cents: 100 },
      { id: 'm', date: '2024-02-05', cents: 300 },
    ];
    const answer = await ask({ members: [{ id: 'm', joined: '2024-02-01' }], transactions, customers });
    expect(shown(answer)).toEqual({
      never: { people: 1, sums: [100, 0], products: [10_000, 0, 0, 0] },
      '2024-02': { people: 1, sums: [0, 300], products: [0, 0, 0, 90_000] },
    });
  });

  test('adds up amounts of which the squares have more digits than a double', async () => {
    const cents = 123_456_789_012_345;
    const transactions = [
      { id: 'a', date: '2024-01-05', cents: 1 },
      { id: 'a', date: '2024-02-05', cents },
    ];
    const { totals } = await ask({ members: [{ id: 'm', joined: '2024-02-01' }], transactions });
    expect(totals.find(({ joined }) => joined === null)?.products).toEqual([BigInt(cents) ** 2n * 10n ** 20n]);
  });
});
