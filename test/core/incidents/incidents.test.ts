import { describe, expect, test } from 'vitest';
import type { Cohort } from '../../../src/core/cohort.ts';
import { calculateIncidents } from '../../../src/core/incidents/calculate.ts';
import { incidentCollector } from '../../../src/core/incidents/collect.ts';
import { addPair, mergePairs, NO_PAIRS } from '../../../src/core/incidents/pair-moments.ts';
import { MEMBERS } from '../../../src/core/outcomes/options.ts';
import { seeded } from '../outcomes/people.ts';

interface Case {
  readonly cohort: Cohort;
  readonly transactions?: number;
  readonly scams: number;
  readonly cost?: number;
}

function incidentsOf(cases: readonly Case[], minPeople = 5) {
  const sums = incidentCollector();
  for (const { cohort, transactions, scams, cost } of cases) {
    sums.add({ cohort, ...(transactions === undefined ? {} : { transactions }), values: [undefined, scams, cost] });
  }
  const columns = { incidents: [{ name: 'scam', at: 1, money: 2 }] };
  return calculateIncidents(sums.sums(3), columns, { members: MEMBERS, minPeople });
}

/** Each transaction goes wrong with the same chance; members do more of them. */
function busy(memberRate: number, otherRate: number): Case[] {
  const random = seeded(21);
  return Array.from({ length: 4000 }, (_, i) => {
    const isMember = i % 2 === 0;
    const transactions = Math.floor((isMember ? 40 : 8) * (0.5 + random()));
    const rate = isMember ? memberRate : otherRate;
    const scams = Array.from({ length: transactions }, () => random() < rate).filter(Boolean).length;
    return { cohort: isMember ? 'active' : 'non_member', transactions, scams, cost: scams * 100 };
  });
}

describe('who does more meets more', () => {
  test('per person, and not per transaction where each goes wrong alike: nobody is said to be worse', () => {
    const [scam] = incidentsOf(busy(0.01, 0.01)).incidents;
    expect(scam!.people.interval!.difference[0]).toBeGreaterThan(0.1);
    expect(scam).toMatchObject({ basis: 'transaction', verdict: 'unclear' });
  });

  test('so that fewer per transaction and more per person is neither better nor worse', () => {
    const [scam] = incidentsOf(busy(0.008, 0.02)).incidents;
    expect(scam!.perTransaction!.interval!.difference[1]).toBeLessThan(0);
    expect(scam).toMatchObject({ verdict: 'unclear' });
    expect(scam!.unclearReason).toBe('per person it is the other way round than per transaction');
  });

  test('and fewer on both counts is better', () => {
    const [scam] = incidentsOf(busy(0.001, 0.02)).incidents;
    expect(scam).toMatchObject({ verdict: 'better' });
    expect(scam!.perTransaction!.ratio!.value).toBeCloseTo(0.05, 1);
  });
});

test('what incidents cost is added up by side, and compared by person', () => {
  const { incidents, transactions } = incidentsOf(busy(0.01, 0.01));
  const [scam] = incidents;
  expect(scam!.money!.members).toBeCloseTo(scam!.total!.members * 100, 6);
  expect(scam!.money!.perPerson.difference).toBeCloseTo(scam!.perPerson.difference! * 100, 9);
  expect(scam!.perTransaction!.members.transactions).toBe(transactions!.members);
});

describe('a side without incidents', () => {
  const people = (cohort: Cohort, scams: readonly number[]): Case[] =>
    scams.map((count) => ({ cohort, transactions: 10, scams: count }));
  const none = Array.from({ length: 20 }, () => 0);

  test('is not taken for one that cannot have any: its upper end is that of Poisson', () => {
    const [scam] = incidentsOf([...people('active', none), ...people('non_member', [1, ...none.slice(1)])]).incidents;
    const { members, nonMembers, interval } = scam!.perTransaction!;
    // R: poisson.test(0, 200)$conf.int is 0 to 0.01844440.
    expect(members.interval![0]).toBe(0);
    expect(members.interval![1]).toBeCloseTo(0.0184444, 7);
    // Square and add: −1/200 − √((1/200 − 0)² + …) to −1/200 + √(0.0184444² + (1/200)²).
    const above = Math.hypot(0.0184443973, 0.005 - nonMembers.interval![0]);
    expect(interval).toMatchObject({ method: 'square-and-add' });
    expect(interval!.difference[1]).toBeCloseTo(-0.005 + above, 7);
    expect(scam!.verdict).toBe('unclear');
  });

  test('is wider where incidents come in clusters', () => {
    const clustered = incidentsOf([...people('active', none), ...people('non_member', [8, ...none.slice(1)])]);
    const spread = incidentsOf([
      ...people('active', none),
      ...people('non_member', [...none.slice(8), ...none.slice(12).fill(1)]),
    ]);
    const high = ({ incidents }: typeof spread) => incidents[0]!.perTransaction!.members.interval![1];
    expect(high(spread)).toBeCloseTo(0.0184444, 7);
    expect(high(clustered)).toBeGreaterThan(5 * high(spread));
  });

  test('and another one with as many each have no difference, and an interval around it', () => {
    const [scam] = incidentsOf([...people('active', none), ...people('non_member', none)]).incidents;
    expect(scam!.perTransaction).toMatchObject({ difference: 0, p: null, detectable: null, ratio: null });
    const [low, high] = scam!.perTransaction!.interval!.difference;
    expect([low, high]).toEqual([expect.closeTo(-0.0184444, 7), expect.closeTo(0.0184444, 7)]);
  });

  test('says nothing of money that it did not cost', () => {
    const [scam] = incidentsOf([
      ...people('active', none).map((own) => ({ ...own, cost: 0 })),
      ...people('non_member', [1, ...none.slice(1)]).map((own) => ({ ...own, cost: own.scams * 70 })),
    ]).incidents;
    expect(scam!.money!.perTransaction).toMatchObject({ interval: null, p: null });
  });
});

test('without transactions the verdict rests on people, and the reason is given', () => {
  const cases = Array.from(
    { length: 40 },
    (_, i): Case => ({ cohort: i % 2 ? 'active' : 'non_member', scams: i % 2 ? 0 : 1 }),
  );
  const { incidents, transactionsReason } = incidentsOf(cases);
  expect(incidents[0]).toMatchObject({ basis: 'person', verdict: 'better', perTransaction: null });
  expect(transactionsReason).toBe('the file has no transactions: add the column');
});

test('a side of too few people shows nothing, not even its totals', () => {
  const few: Case[] = [
    { cohort: 'active', transactions: 3, scams: 2, cost: 50 },
    ...Array.from({ length: 9 }, (): Case => ({ cohort: 'non_member', transactions: 2, scams: 0 })),
  ];
  const [scam] = incidentsOf(few).incidents;
  expect(scam).toMatchObject({ total: null, money: null, perTransaction: null, ratio: null });
  expect(scam!.people.members).toMatchObject({ value: null, events: null });
});

test('moments of pairs are the same added one by one or merged', () => {
  const random = seeded(2);
  const pairs = Array.from({ length: 50 }, () => [1e9 + random(), random()] as const);
  const sum = (part: typeof pairs) => part.reduce((moments, [x, y]) => addPair(moments, x, y), NO_PAIRS);
  const [whole, merged] = [sum(pairs), mergePairs(sum(pairs.slice(0, 17)), sum(pairs.slice(17)))];
  for (const key of ['n', 'meanX', 'meanY'] as const) expect(merged[key]).toBeCloseTo(whole[key], 6);
  for (const key of ['xx', 'yy', 'xy'] as const) expect(merged[key]).toBeCloseTo(whole[key], 5);
});
