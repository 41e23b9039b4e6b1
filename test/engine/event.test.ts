import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { partsOf } from '../../src/core/event/plan.ts';
import type { EventSums } from '../../src/core/event/sums.ts';
import { duckdbEvents } from '../../src/engine/duckdb/event.ts';
import type { EventQuestion, EventSources } from '../../src/engine/engine.ts';
import { type EventCells, type EventRows, eventReference, numberOf, textOf } from './event-reference.ts';
import { contextIn, type Dialect, GERMAN, PLAIN, workplace } from './raw-files.ts';
import { groupOf } from './reference.ts';

const { folder, remove } = workplace();
afterAll(remove);

const RULES: EventQuestion = {
  days: 3,
  outcome: 'amount',
  population: 'known',
  clean: false,
  normalizeIds: false,
};

function write(rows: EventRows, { delimiter, decimal, date }: Dialect): EventSources {
  const quoted = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const save = (name: string, header: readonly string[], table: readonly (readonly string[])[] | undefined) => {
    if (table === undefined) return [];
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, [header, ...table].map((row) => `${row.map(quoted).join(delimiter)}\n`).join(''));
    return [path];
  };
  const amount = (cents: number) => (cents / 100).toFixed(2).replace('.', decimal);
  return {
    events: save(
      'events',
      ['person_id', 'date', 'event'],
      rows.events.map((row) => [row.id, date(row.date), row.event ?? '']),
    ),
    transactions: save(
      'transactions',
      ['person_id', 'date', 'amount'],
      rows.transactions.map((row) => [row.id, date(row.date), amount(row.cents)]),
    ),
    members: save(
      'members',
      ['person_id', 'joined'],
      rows.members?.map((row) => [row.id, date(row.joined)]),
    ),
    customers: save(
      'customers',
      ['person_id', 'since'],
      rows.customers?.map((row) => [row.id, date(row.since)]),
    ),
  };
}

async function ask(rows: EventRows, rules: Partial<EventQuestion>, dialect = PLAIN): Promise<EventSums> {
  const context = contextIn(folder, { read: dialect.read });
  const answer = await duckdbEvents.eventSums(write(rows, dialect), { ...RULES, ...rules }, context);
  expect(context.problems.kept).toEqual([]);
  return answer!.sums;
}

/** Cells in the shape of the reference: cents, or counts. */
function comparable(sums: EventSums, factor: number): EventCells {
  const found: EventCells = new Map();
  const add = (key: string, people: number, again: number, amounts: ArrayLike<number>) => {
    expect(found.has(key), `${key} stands twice`).toBe(false);
    found.set(key, { people, again, sums: Array.from(amounts, (amount) => Math.round(amount * factor)) });
  };
  const dateOf = (at: number) => textOf(sums.plan.dates[at]!);
  const parts = sums.plan.edges.length - 1;
  for (const { at, events, group, people, again, nth } of sums.attendeeCells) {
    const own = sums.attendeeSums.subarray(nth * parts, (nth + 1) * parts);
    add(`${dateOf(at)}|${events.map((event) => sums.events[event]!)}|${group}`, people, again, own);
  }
  for (const [at, { people, sums: own }] of sums.otherSums.entries()) {
    for (const [group, count] of people.entries()) {
      if (count > 0) add(`${dateOf(at)}|-|${group}`, count, 0, own.subarray(group * parts, (group + 1) * parts));
    }
  }
  return found;
}

async function agrees(rows: EventRows, rules: Partial<EventQuestion>, dialect = PLAIN) {
  const sums = await ask(rows, rules, dialect);
  const all = { ...RULES, ...rules };
  const expected = eventReference(rows, all, sums.plan.edges);
  const sorted = (cells: EventCells) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(comparable(sums, all.outcome === 'count' ? 1 : 100))).toEqual(sorted(expected.cells));
  const { rows: _, ...attendance } = sums.attendance;
  expect(attendance).toEqual(expected.attendance);
  expect(sums.others).toBe(expected.others);
}

const START = numberOf('2024-02-20');
const day = (latest: number) => fc.nat(latest).map((offset) => textOf(START + offset));
const id = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '7', '007') },
  { weight: 1, arbitrary: fc.constantFrom('A', ' a', 'a b', "'; DROP TABLE purchase; --", 'é', 'x,y', 'NULL') },
);
const name = fc.constantFrom(undefined, 'meet-up', 'Café', 'a, b', "it's", 'meet-up 2');
const rowsOf: fc.Arbitrary<EventRows> = fc.record({
  events: fc.array(fc.record({ id, date: day(30), event: name }) as never, { minLength: 1, maxLength: 12 }),
  transactions: fc.array(fc.record({ id, date: day(30), cents: fc.integer({ min: -100_000, max: 1_000_000 }) }), {
    minLength: 1,
    maxLength: 60,
  }),
  members: fc.option(fc.array(fc.record({ id, joined: day(30) }), { minLength: 1, maxLength: 6 }), { nil: undefined }),
  customers: fc.option(fc.array(fc.record({ id, since: day(30) }), { minLength: 1, maxLength: 6 }), { nil: undefined }),
}) as never;
const rulesOf = fc.record({
  days: fc.constantFrom(2, 3, 4, 7),
  outcome: fc.constantFrom('amount' as const, 'count' as const),
  population: fc.constantFrom('known' as const, 'known' as const, 'all' as const),
  clean: fc.boolean(),
  normalizeIds: fc.boolean(),
});
const runs = Number(process.env['ENGINE_CASES'] ?? 40);

describe('DuckDB adds up events as the slow reference does', () => {
  test.each([
    ['plain files', PLAIN],
    ['files in a German dialect', GERMAN],
  ])(
    'on random %s',
    async (_, dialect) => {
      await fc.assert(
        fc.asyncProperty(rowsOf, rulesOf, (rows, rules) => agrees(rows, rules, dialect)),
        { numRuns: runs },
      );
    },
    600_000,
  );

  test('over 45 days, by weeks, in a year of purchases', async () => {
    const random = (n: number) => ((n * 2_654_435_761) >>> 0) / 2 ** 32;
    const transactions = Array.from({ length: 4000 }, (_, n) => ({
      id: `p${Math.floor(random(3 * n + 1) * 120)}`,
      date: textOf(START + Math.floor(random(3 * n + 2) * 366)),
      cents: Math.floor(random(3 * n + 3) * 20_000) - 1000,
    }));
    const events = Array.from({ length: 60 }, (_, n) => ({
      id: `p${Math.floor(random(7 * n + 5) * 150)}`,
      date: textOf(START + 7 * Math.floor(random(7 * n + 6) * 50)),
      event: random(n) < 0.5 ? 'a' : 'b',
    }));
    for (const clean of [false, true]) await agrees({ events, transactions }, { days: 45, clean });
  });
});

describe('an event study', () => {
  const buyers = (...ids: string[]) =>
    ids.flatMap((who) => Array.from({ length: 20 }, (_, n) => ({ id: who, date: textOf(START + n), cents: 100 })));

  test('counts the first event of a person alone', async () => {
    const events = ['2024-03-01', '2024-03-03', '2024-03-05'].map((date) => ({ id: 'a', date }));
    const { attendance, plan } = await ask({ events, transactions: buyers('a', 'b') }, {});
    expect(attendance).toMatchObject({ rows: 3, people: 1, compared: 1 });
    expect(plan.dates.map(textOf)).toEqual(['2024-03-01']);
  });

  test('compares nobody who ever attended, whenever that was', async () => {
    const events = [
      { id: 'a', date: '2024-03-01' },
      { id: 'late', date: '2025-12-24' },
    ];
    const { others } = await ask({ events, transactions: buyers('a', 'late', 'never') }, {});
    expect(others).toBe(1);
  });

  test('drops a date whose windows leave the data by a day', async () => {
    // Data from 2024-02-20 to 2024-03-10; two windows of 3 days before, one after.
    const used = async (date: string) => {
      const events = [
        { id: 'a', date },
        { id: 'b', date: '2024-03-02' },
      ];
      return (await ask({ events, transactions: buyers('a', 'b', 'c') }, {})).attendance;
    };
    expect(await used('2024-02-26')).toMatchObject({ tooEarly: 0, newcomers: 1 });
    expect(await used('2024-02-25')).toMatchObject({ tooEarly: 1 });
    expect(await used('2024-03-08')).toMatchObject({ tooLate: 0, compared: 2 });
    expect(await used('2024-03-09')).toMatchObject({ tooLate: 1, compared: 1 });
  });

  test('goes without a placebo where no date has two windows before it', async () => {
    const events = [{ id: 'a', date: '2024-02-25' }];
    const { plan, attendance } = await ask({ events, transactions: buyers('a', 'b') }, {});
    expect(plan.lead).toBe(3);
    expect(attendance.compared).toBe(1);
  });

  test.each([
    ['long', '2024-01-02'],
    ['for a short while', '2024-04-10'],
  ])('is exact where a double would not be, of people known %s', async (_, known) => {
    const path = join(folder, 'long.csv');
    const rows = [`p,${known},1`, 'p,2024-06-02,90000.000000000001', 'p,2024-06-03,-90000'];
    writeFileSync(path, `person_id,date,amount\n${rows.join('\n')}\nq,2024-01-01,1\nq,2024-12-31,1\n`);
    const sources = write({ events: [{ id: 'q', date: '2024-06-01' }], transactions: [] }, PLAIN);
    const question = { ...RULES, days: 22 };
    const answer = await duckdbEvents.eventSums({ ...sources, transactions: [path] }, question, contextIn(folder));
    const { plan, otherSums } = answer!.sums;
    const [week = -1] = partsOf(plan, 0, 6);
    const own = groupOf('p') * (plan.edges.length - 1);
    expect(otherSums.map(({ sums }) => sums[own + week])).toEqual([1e-12]);
  });
});
