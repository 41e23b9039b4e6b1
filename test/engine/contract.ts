import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { CohortQuestion, CohortSums, Engine, RawSources } from '../../src/engine/engine.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import { contextIn, GERMAN, PLAIN, workplace, writeRaw } from './raw-files.ts';
import { groupOf, type RawRows, type ReferenceCells, reference } from './reference.ts';

export const RULES: CohortQuestion = {
  unit: 'month',
  newcomerDays: 90,
  activeDays: 30,
  normalizeIds: false,
  squares: true,
};

/** Cells in the shape of the reference; cells without people hold nothing to compare. */
export function comparable({ cells }: CohortSums): ReferenceCells {
  const found: ReferenceCells = new Map();
  for (const { period, cohort, group, line, people, spend, squares } of cells) {
    if (people === 0 && spend === 0n) continue;
    const key = `${period.index}|${cohort}|${group}|${line ?? ''}`;
    expect(found.has(key), `${key} stands twice`).toBe(false);
    found.set(key, { people, cents: Number(spend) / 1e10, squares: Number(squares / 10n ** 20n) });
  }
  return found;
}

const sorted = (cells: ReferenceCells) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1));

/** A way in which rows come to an engine: as files of some dialect, or as tables with some types. */
export interface Way {
  readonly name: string;
  readonly read?: ReadOptions;
  /** Writes the rows, and says what they are called there. */
  write(rows: RawRows, folder: string): RawSources | Promise<RawSources>;
}

/** As files, plainly written, and in a way that our own reader has to look at. */
export const FILES: readonly Way[] = [
  { name: 'plain files', write: (rows, folder) => writeRaw(folder, rows, PLAIN) },
  { name: 'files in a German dialect', read: GERMAN.read, write: (rows, folder) => writeRaw(folder, rows, GERMAN) },
];

/** What every engine must answer, against a slow and obvious reference; `without` names rules that it refuses. */
export function engineContract(
  engine: Engine,
  ways: readonly Way[],
  without: readonly ('normalizeIds' | 'spaces')[] = [],
): void {
  const { folder, remove } = workplace();
  afterAll(remove);
  const ask = async (rows: RawRows, rules: Partial<CohortQuestion> = {}, { write, read = {} } = ways[0]!) => {
    const context = contextIn(folder, { read });
    const answer = await engine.cohortSums(await write(rows, folder), { ...RULES, ...rules }, context);
    expect(context.problems.kept).toEqual([]);
    return answer!;
  };
  const agrees = async (rows: RawRows, rules: Partial<CohortQuestion>, way: Way) => {
    const answer = await ask(rows, rules, way);
    expect(sorted(comparable(answer))).toEqual(sorted(reference(rows, { ...RULES, ...rules })));
  };
  /** The cohort of one person in each month of 2024, by the engine. */
  const lifeOf = async (
    member: RawRows['members'][number] | readonly RawRows['members'][number][],
    more: Partial<RawRows> = {},
    rules: Partial<CohortQuestion> = {},
  ) => {
    const members = Array.isArray(member) ? member : [member];
    const other = { id: 'other', date: '2024-01-01', cents: 100 };
    const rows = {
      members,
      transactions: [other, { ...other, date: '2024-12-31' }, ...(more.transactions ?? [])],
      ...more,
    };
    const answer = await ask(
      { ...rows, transactions: [other, { ...other, date: '2024-12-31' }, ...(more.transactions ?? [])] },
      rules,
    );
    const group = groupOf(members[0].id);
    const own = answer.cells.filter((cell) => cell.group === group && cell.people > 0);
    return own.map(({ period, cohort }) => `${(period.index % 12) + 1} ${cohort}`);
  };

  describe(`${engine.name} by the rules of cohorts`, () => {
    test('a newcomer is whoever joined less than 90 days before the end of the period', async () => {
      // 2024-04-30 is 90 days after 2024-01-31 and 89 after 2024-02-01.
      expect(await lifeOf({ id: 'a', joined: '2024-01-31' })).toEqual([
        '1 newcomer',
        '2 newcomer',
        '3 newcomer',
        ...[4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => `${m} lurker`),
      ]);
      expect((await lifeOf({ id: 'a', joined: '2024-02-01' })).slice(0, 4)).toEqual([
        '2 newcomer',
        '3 newcomer',
        '4 newcomer',
        '5 lurker',
      ]);
    });

    test('a contribution counts for the last 30 days of a period: the first of a month with 31 days is outside', async () => {
      const joined = '2023-01-01';
      expect(await lifeOf({ id: 'a', joined, contributed: '2024-05-01' })).not.toContain('5 active');
      expect(await lifeOf({ id: 'a', joined, contributed: '2024-05-02' })).toContain('5 active');
      expect(await lifeOf({ id: 'a', joined, contributed: '2024-06-01' })).toContain('6 active');
      // In February of a leap year the 30 days begin in January.
      expect(await lifeOf({ id: 'a', joined, contributed: '2024-01-31' })).toEqual(
        expect.arrayContaining(['1 active', '2 active']),
      );
    });

    test('whoever has left by the end of a period is no member in it, and a customer all the same', async () => {
      const life = await lifeOf({ id: 'a', joined: '2023-01-01', left: '2024-03-31' });
      expect(life.slice(0, 4)).toEqual(['1 lurker', '2 lurker', '3 non_member', '4 non_member']);
      expect((await lifeOf({ id: 'a', joined: '2023-01-01', left: '2024-04-01' })).slice(2, 4)).toEqual([
        '3 lurker',
        '4 non_member',
      ]);
    });

    test('whoever comes back is no newcomer again', async () => {
      const life = await lifeOf([
        { id: 'a', joined: '2023-01-01', left: '2024-02-10' },
        { id: 'a', joined: '2024-04-05' },
      ]);
      expect(life.slice(0, 5)).toEqual(['1 lurker', '2 non_member', '3 non_member', '4 lurker', '5 lurker']);
    });

    test('a leaving before the joining belongs to an earlier membership', async () => {
      expect((await lifeOf({ id: 'a', joined: '2024-05-05', left: '2024-02-01' })).slice(0, 1)).toEqual(['5 newcomer']);
    });

    test('a member who never bought counts from joining on, a customer from the day given', async () => {
      expect((await lifeOf({ id: 'a', joined: '2024-11-30' }))[0]).toBe('11 newcomer');
      const life = await lifeOf({ id: 'a', joined: '2024-11-30' }, { customers: [{ id: 'a', since: '2024-06-30' }] });
      expect(life[0]).toBe('6 non_member');
    });

    test('a member without a date of joining never joined, and is known only by transactions', async () => {
      const joiner = { id: 'joiner', joined: '2024-01-01' };
      expect(await lifeOf([{ id: 'a' }, joiner])).toEqual([]);
      expect(
        await lifeOf([{ id: 'a' }, joiner], { transactions: [{ id: 'a', date: '2024-12-01', cents: 5 }] }),
      ).toEqual(['12 non_member']);
    });

    test('an activity file takes the place of the last contribution', async () => {
      const member = { id: 'a', joined: '2023-01-01', contributed: '2024-06-15' };
      const life = await lifeOf(member, {
        activity: [
          { id: 'a', date: '2024-03-10' },
          { id: 'a', date: '2024-03-11' },
        ],
      });
      expect(life.filter((month) => month.endsWith('active'))).toEqual(['3 active']);
    });
  });

  describe(`${engine.name} equals the reference`, () => {
    const day = fc
      .record({ year: fc.constantFrom(2023, 2024), offset: fc.nat(365) })
      .map(({ year, offset }) => new Date(Date.UTC(year, 0, 1 + offset)).toISOString().slice(0, 10));
    /** Days around ends of months and of the 90 and 30 days before them come up often. */
    const edge = fc
      .record({ month: fc.nat(23), before: fc.constantFrom(-1, 0, 1, 28, 29, 30, 31, 88, 89, 90, 91) })
      .map(({ month, before }) => new Date(Date.UTC(2023, month + 1, -before)).toISOString().slice(0, 10))
      .filter((text) => text >= '2022-06-01');
    const anyDay = fc.oneof(day, edge);
    const id = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '7', '007') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'A',
          without.includes('spaces') ? 'a a' : ' a',
          'a b',
          "'; DROP TABLE spent; --",
          '"q"',
          'é',
          'x,y',
          'x;y',
          'NULL',
          'line\nend',
          'back\\slash',
        ),
      },
    );
    const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
    const rowsOf = (withLines: boolean): fc.Arbitrary<RawRows> =>
      fc
        .record({
          members: fc.array(
            fc.record({ id, joined: optional(anyDay), left: optional(anyDay), contributed: optional(anyDay) }),
            { minLength: 1, maxLength: 12 },
          ),
          transactions: fc.array(
            fc.record({
              id,
              date: anyDay,
              cents: fc.integer({ min: -100_000, max: 10_000_000 }),
              ...(withLines ? { line: fc.constantFrom('existing' as const, 'new' as const) } : {}),
            }),
            { minLength: 1, maxLength: 30 },
          ),
          activity: optional(fc.array(fc.record({ id, date: anyDay }), { minLength: 1, maxLength: 20 })),
          customers: optional(fc.array(fc.record({ id, since: anyDay }), { minLength: 1, maxLength: 8 })),
        })
        .filter(({ members }) => members.some(({ joined }) => joined !== undefined)) as fc.Arbitrary<RawRows>;
    const rules = fc.record({
      unit: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
      newcomerDays: fc.constantFrom(90, 90, 30, 1, 400),
      activeDays: fc.constantFrom(30, 30, 1, 100),
      normalizeIds: without.includes('normalizeIds') ? fc.constant(false) : fc.boolean(),
    });
    const runs = Number(process.env['ENGINE_CASES'] ?? 40);

    test.each(ways.map((way) => [way.name, way] as const))(
      'on random %s',
      async (_, way) => {
        await fc.assert(
          fc.asyncProperty(fc.boolean().chain(rowsOf), rules, (rows, by) => agrees(rows, by, way)),
          { numRuns: runs },
        );
      },
      600_000,
    );
  });
}
